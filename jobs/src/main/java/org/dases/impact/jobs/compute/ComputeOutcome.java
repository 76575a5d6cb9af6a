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

    /**
     * The table cannot be computed as it is defined. Cells of earlier are gone, so that they are not published for it.
     *
     * @param table id
     * @param reason problem, place, reason, fix
     */
    record Refused(String table, String reason) implements ComputeOutcome {}
}
