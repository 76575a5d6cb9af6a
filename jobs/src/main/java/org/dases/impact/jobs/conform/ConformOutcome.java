// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import java.util.List;
import org.dases.impact.indicators.canonical.ConformCounts;

/** What came of conforming one dataset. */
public sealed interface ConformOutcome {
    /**
     * Name of the dataset.
     *
     * @return as in the workspace
     */
    String dataset();

    /**
     * New records became canonical rows.
     *
     * @param dataset name
     * @param counts what became of the records
     */
    record Conformed(String dataset, ConformCounts counts) implements ConformOutcome {}

    /**
     * Neither the landed records nor the mapping changed since last time.
     *
     * @param dataset name
     */
    record Unchanged(String dataset) implements ConformOutcome {}

    /**
     * Nothing has been landed of it.
     *
     * @param dataset name
     */
    record Nothing(String dataset) implements ConformOutcome {}

    /**
     * What was landed of it must not be used now.
     *
     * @param dataset name
     */
    record Held(String dataset) implements ConformOutcome {}

    /**
     * The contract does not allow it now.
     *
     * @param dataset name
     * @param reasons why
     */
    record Refused(String dataset, List<String> reasons) implements ConformOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The mapping does not fit the landed columns.
     *
     * @param dataset name
     * @param problems place, reason, fix
     */
    record Misfit(String dataset, List<String> problems) implements ConformOutcome {
        public Misfit {
            problems = List.copyOf(problems);
        }
    }
}
