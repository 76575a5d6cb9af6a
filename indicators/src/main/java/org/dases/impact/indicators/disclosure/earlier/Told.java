// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

/** What readers have of a cell; the more they miss, the sooner it is told. */
public enum Told {
    /** The last figure that they have is about another number of contributors. */
    OUTDATED,
    /** No figure. */
    NOTHING,
    /** The figure of now, which is shown again where it is not printed anew. */
    ALREADY
}
