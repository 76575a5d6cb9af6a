// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.List;
import org.dases.impact.connectors.document.Problem;

/** What came of attacking a printed table. Cells are named by their codes, never with a count. */
public sealed interface AuditOutcome {
    /**
     * The table was attacked.
     *
     * @param cells number of cells, totals among them
     * @param hidden cells without a count of this release, the frozen ones among them
     * @param frozen cells that show an earlier count
     * @param missing cells without a row in any of the releases, which are taken as hidden
     * @param earlier how many earlier releases were named
     * @param columns the dimensions by their columns, in the order of the codes
     * @param small codes of the cells that any release prints although they are below the threshold
     * @param carried codes of the cells that are marked as hidden, and have a number in a file all the same
     * @param near codes of the cells that two releases print as counts that differ by less than the threshold
     * @param computed codes of cells that a release hides and that follow by adding and subtracting what it prints
     * @param bounded codes of cells hidden in the last release that must be below the threshold
     * @param undecided codes of hidden cells that could be neither bounded nor proved safe
     */
    record Attacked(
            long cells,
            long hidden,
            long frozen,
            long missing,
            int earlier,
            List<String> columns,
            List<List<String>> small,
            List<List<String>> carried,
            List<List<String>> near,
            List<List<String>> computed,
            List<List<String>> bounded,
            List<List<String>> undecided)
            implements AuditOutcome {
        public Attacked {
            columns = List.copyOf(columns);
            small = List.copyOf(small);
            carried = List.copyOf(carried);
            near = List.copyOf(near);
            computed = List.copyOf(computed);
            bounded = List.copyOf(bounded);
            undecided = List.copyOf(undecided);
        }

        /**
         * Whether anything leaks, if what is marked as hidden is left out.
         *
         * @return true if any cell is told or can be found out
         */
        public boolean isLeaking() {
            return !small.isEmpty() || !near.isEmpty() || !computed.isEmpty() || !bounded.isEmpty();
        }
    }

    /**
     * The files cannot be used.
     *
     * @param problems what is wrong, at least one
     */
    record Unusable(List<Problem> problems) implements AuditOutcome {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }
}
