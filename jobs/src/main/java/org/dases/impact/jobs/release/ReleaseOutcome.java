// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.earlier.KeptTerms;

/** What came of releasing. */
public sealed interface ReleaseOutcome {
    /**
     * Tables that were computed and are not published.
     *
     * @return none where all are, or nothing was asked of contracts
     */
    default List<LeftOut> left() {
        return List.of();
    }

    /**
     * A new release is visible.
     *
     * @param id its number
     * @param tables its tables in the order of the workspace
     * @param kept what goes on to hold since an earlier release had it, although less is asked by now
     * @param left tables that are not in it although they were computed
     */
    record Released(long id, List<TableFigures> tables, List<KeptTerms> kept, List<LeftOut> left)
            implements ReleaseOutcome {
        public Released {
            kept = List.copyOf(kept);
            tables = List.copyOf(tables);
            left = List.copyOf(left);
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
     * @param left tables that are not in it although they were computed
     */
    record Unchanged(long id, List<LeftOut> left) implements ReleaseOutcome {
        public Unchanged {
            left = List.copyOf(left);
        }
    }

    /** There are no cells to release. */
    record Nothing() implements ReleaseOutcome {}

    /**
     * No computed table may be published any more; nothing was written.
     *
     * @param left all of them
     */
    record Denied(List<LeftOut> left) implements ReleaseOutcome {
        public Denied {
            left = List.copyOf(left);
        }
    }

    /**
     * Nobody knows any more what an earlier release withheld; nothing was written.
     *
     * @param release number of the earlier release
     * @param lack what is wrong with what is kept of it
     */
    record Unledgered(long release, Lack lack) implements ReleaseOutcome {}

    /** What is wrong with what is kept of a release. */
    enum Lack {
        /** It was made before there was a ledger. */
        BEFORE_LEDGER,
        /** It was made, and the list of releases does not have it. */
        UNLISTED,
        /** Its page of the ledger is not there. */
        MISSING,
        /** Its page of the ledger is not the one that it was made with. */
        CHANGED
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
