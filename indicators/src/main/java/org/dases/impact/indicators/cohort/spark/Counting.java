// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

/** How the rows of one indicator are counted by the walk over a contributor's rows. */
enum Counting {
    /** Rows: both addends are summed. */
    ROWS,
    /** Distinct units that each belong to one contributor, so that they add up over contributors. */
    OWN_UNITS,
    /** As own units, but how often each value occurs is kept, so that the values can be put into order at the end. */
    OWN_VALUES,
    /** Distinct units that several contributors may share; they are counted at the end, by name. */
    SHARED_UNITS
}
