// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.document.Problem;

/** What came of asking the gate alone. */
public sealed interface GateOutcome {
    /**
     * The table passed and was written, unless the run was dry.
     *
     * @param cells number of cells, totals among them
     * @param primary cells that are withheld because they are unsafe by themselves
     * @param suppressed cells without a figure, the primary ones among them
     * @param frozen cells that show an earlier figure
     * @param shown cells with people in them whose figure is told
     * @param warnings what is not known of earlier releases
     */
    record Cleared(long cells, long primary, long suppressed, long frozen, long shown, List<Warning> warnings)
            implements GateOutcome {
        public Cleared {
            warnings = List.copyOf(warnings);
        }

        /**
         * Cells that are withheld so that others cannot be computed.
         *
         * @return their number
         */
        public long secondary() {
            return suppressed - primary;
        }
    }

    /**
     * What is not known of an earlier release.
     *
     * @param kind what
     * @param file the earlier file
     * @param cells how many cells it is about
     */
    record Warning(Kind kind, Path file, long cells) {
        /** What is not known. */
        public enum Kind {
            /** The restricted file is missing: what was not told then is not told now. */
            COUNTS,
            /** Its cells are not in the hierarchies any more: they were not compared. */
            CELLS
        }
    }

    /**
     * The files cannot be used.
     *
     * @param problems what is wrong, at least one
     */
    record Unusable(List<Problem> problems) implements GateOutcome {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The gate refuses.
     *
     * @param reasons why
     * @param cause the fault behind it, if there was one
     */
    record Refused(List<String> reasons, Optional<Throwable> cause) implements GateOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The table is too large for the memory that Java has.
     *
     * @param cells number of cells, totals among them
     * @param gibibytes memory that would do, roughly
     */
    record TooLarge(long cells, long gibibytes) implements GateOutcome {}
}
