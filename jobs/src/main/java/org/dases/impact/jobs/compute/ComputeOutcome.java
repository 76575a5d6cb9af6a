// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

/** What came of computing the cells of one table. */
public sealed interface ComputeOutcome {
    /**
     * Id of the table.
     *
     * @return as in the workspace
     */
    String table();

    /**
     * Cells were computed.
     *
     * @param table id
     */
    record Computed(String table) implements ComputeOutcome {}

    /**
     * Inputs and definitions are those of last time.
     *
     * @param table id
     */
    record Unchanged(String table) implements ComputeOutcome {}

    /**
     * No dataset that feeds it may be used, or none has any row.
     *
     * @param table id
     */
    record Nothing(String table) implements ComputeOutcome {}
}
