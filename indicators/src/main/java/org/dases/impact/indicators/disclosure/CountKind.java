// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

/** What a {@link HeadCount} counts. */
enum CountKind {
    LEARNERS,
    LEARNERS_ABOVE,
    RECORDS,
    RECORDS_ABOVE;

    boolean isOfPersons() {
        return this == LEARNERS || this == LEARNERS_ABOVE;
    }
}
