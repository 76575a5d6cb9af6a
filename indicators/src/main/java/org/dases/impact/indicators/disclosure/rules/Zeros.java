// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** What becomes of a cohort in which nobody is. */
public enum Zeros {
    /** A zero is printed, unless the indicator is sensitive. */
    PUBLISH,
    /** A zero is withheld, and so is every combination of codes that does not occur. */
    WITHHOLD
}
