// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

/** Whom the contributors of a cell are: the distinct persons or bodies that its denominator counts. */
public enum ContributorKind {
    /** Learners and other persons; counted by {@code learner_pid}. */
    LEARNER,
    /** Schools; counted by {@code uai}. */
    SCHOOL,
    /** Data records, for indicators of quality that are about no person. */
    RECORD
}
