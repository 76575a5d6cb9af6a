// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.List;
import java.util.Optional;

/** What came of releasing. */
public sealed interface ReleaseOutcome {
    /**
     * A new release is visible.
     *
     * @param id its number
     * @param tables its tables in the order of the workspace
     */
    record Released(long id, List<TableFigures> tables) implements ReleaseOutcome {
        public Released {
            tables = List.copyOf(tables);
        }
    }

    /**
     * One table of a release.
     *
     * @param id name of the table
     * @param published rows with numbers
     * @param withheld rows without
     */
    record TableFigures(String id, long published, long withheld) {}

    /**
     * Everything is as in the last release; nothing was written.
     *
     * @param id number of the last release
     */
    record Unchanged(long id) implements ReleaseOutcome {}

    /** There are no cells to release. */
    record Nothing() implements ReleaseOutcome {}

    /**
     * A contract of an input does not allow it any more; nothing was written.
     *
     * @param reasons which and why
     */
    record Denied(List<String> reasons) implements ReleaseOutcome {
        public Denied {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The gate refused; nothing was written.
     *
     * @param reasons why, without any number of a cell
     * @param cause the fault behind it, for the log
     */
    record Refused(List<String> reasons, Optional<Throwable> cause) implements ReleaseOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
