// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.util.List;
import org.dases.impact.connectors.landing.LandingReport;
import org.dases.impact.connectors.landing.SliceFault;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.source.SourceException;

/** What came of pulling one dataset. */
public sealed interface PullOutcome {
    /**
     * Name of the dataset.
     *
     * @return as in the workspace
     */
    String dataset();

    /**
     * All slices were read.
     *
     * @param dataset name
     * @param report what was landed
     */
    record Landed(String dataset, LandingReport report) implements PullOutcome {}

    /**
     * The contract does not allow it; nothing was read.
     *
     * @param dataset name
     * @param reasons why
     */
    record Refused(String dataset, List<String> reasons) implements PullOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Records name persons; nothing of this pull was landed.
     *
     * @param dataset name
     * @param findings which columns, by what
     */
    record Stopped(String dataset, List<Finding> findings) implements PullOutcome {
        public Stopped {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Some slices could not be read to their end; what was committed before stays.
     *
     * @param dataset name
     * @param report what was landed
     * @param faults what went wrong
     */
    record Incomplete(String dataset, LandingReport report, List<SliceFault> faults) implements PullOutcome {
        public Incomplete {
            faults = List.copyOf(faults);
        }

        /**
         * Whether the contract did not permit to go on.
         *
         * @return false where only the source is to blame
         */
        public boolean isContractLost() {
            return faults.stream().anyMatch(each -> each.fault() == SourceException.Fault.CONTRACT_LOST);
        }
    }

    /**
     * The source could not be listed at all.
     *
     * @param dataset name
     * @param message problem, place, reason, fix
     */
    record Unavailable(String dataset, String message) implements PullOutcome {}
}
