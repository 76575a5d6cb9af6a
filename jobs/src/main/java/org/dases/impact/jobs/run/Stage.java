// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.run;

/** The steps of a run, in their order. */
public enum Stage {
    /** From sources to landed rows. */
    PULL,
    /** From landed rows to canonical rows. */
    CONFORM,
    /** From canonical rows to cells. */
    COMPUTE,
    /** From cells through the gate to published tables. */
    RELEASE
}
