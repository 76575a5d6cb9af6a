// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.rules.WithheldFor;

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
     * @param warnings what is not known
     * @param explained the cells that were asked for
     * @param advice what coarser levels would save; empty if not asked for
     */
    record Cleared(
            long cells,
            long primary,
            long suppressed,
            long frozen,
            long shown,
            List<Warning> warnings,
            List<Explained> explained,
            List<Advice> advice)
            implements GateOutcome {
        public Cleared {
            warnings = List.copyOf(warnings);
            explained = List.copyOf(explained);
            advice = List.copyOf(advice);
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
     * Why a cell is not told as it is. Restricted: reasons tell of what was withheld.
     *
     * @param codes its codes by dimension
     * @param isFrozen whether it shows an earlier figure
     * @param reasons all that apply; empty if it is told
     */
    record Explained(Map<String, String> codes, boolean isFrozen, Set<WithheldFor> reasons) {}

    /**
     * What would be withheld if a dimension ended at a level.
     *
     * @param dimension name of the dimension
     * @param level the finest column that would be left; empty if the dimension were dropped
     * @param cells cells with people in them
     * @param withheld those of them without a figure
     * @param isFinest whether it is the table as it is
     * @param isProposed whether it is the finest level that withholds little
     */
    record Advice(
            String dimension, Optional<String> level, long cells, long withheld, boolean isFinest, boolean isProposed) {
        /**
         * Share of the cells with people that are withheld.
         *
         * @return percent; 0 where nobody is
         */
        public double percent() {
            return cells == 0 ? 0 : 100.0 * withheld / cells;
        }
    }

    /**
     * What is not known, or not kept up.
     *
     * @param kind what
     * @param file the file that it is about
     * @param cells how many cells it is about
     */
    record Warning(Kind kind, Path file, long cells) {
        /** What is not known, or not kept up. */
        public enum Kind {
            /** Inner cells have no row. */
            MISSING,
            /** Inner cells have more schools or providers than persons. */
            CROWDED,
            /** The restricted file of an earlier release is missing: what was not told then is not told now. */
            COUNTS,
            /** An earlier release reckoned with an attacker who knows more: what it withheld may be bounded now. */
            WEAKER,
            /** What stood where the table was written is another release, and was kept under this name. */
            REPLACED,
            /** The same of a file without a restricted one beside it. */
            REPLACED_ALONE,
            /** The same of a restricted file alone. */
            REPLACED_RESTRICTED,
            /** Other witnesses stood where those were written, and were kept under this name. */
            REPLACED_WITNESSES
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
