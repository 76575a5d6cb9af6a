// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** What decides the code of a fact on an axis. */
public enum Scope {
    /** The school alone, as a rule: its académie, its sector. */
    SCHOOL,
    /** The learner alone, as a rule: the level, the sex. */
    LEARNER,
    /** Neither: the period, the solution. One learner has many codes. */
    FREE
}
