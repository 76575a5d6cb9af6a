// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.jobs.compute.ComputeOutcome;
import org.dases.impact.jobs.conform.ConformOutcome;
import org.dases.impact.jobs.pull.HeldBack;
import org.dases.impact.jobs.pull.PullOutcome;
import org.dases.impact.jobs.release.LeftOut;
import org.dases.impact.jobs.release.ReleaseOutcome;

/**
 * What came of a run. A stage that was not asked for has no outcomes.
 *
 * @param pulled an outcome a dataset
 * @param conformed an outcome a dataset
 * @param left datasets left out of published figures, with the reasons
 * @param held datasets of which nothing landed may be used, with the reasons
 * @param computed an outcome a table
 * @param released what came of the release
 */
public record RunReport(
        List<PullOutcome> pulled,
        List<ConformOutcome> conformed,
        Map<String, List<String>> left,
        Map<String, HeldBack> held,
        List<ComputeOutcome> computed,
        Optional<ReleaseOutcome> released) {
    public RunReport {
        pulled = List.copyOf(pulled);
        conformed = List.copyOf(conformed);
        left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        computed = List.copyOf(computed);
    }

    /** The worst that happened, from bad to good. */
    public enum Worst {
        /** The gate refused; nothing was published. */
        GATE,
        /** A contract refused a dataset. */
        CONTRACT,
        /**
         * A dataset names persons, or its mapping does not fit, be it for one column or for all records; or a table
         * cannot be computed as it is defined.
         */
        DEFINITION,
        /** A source could not be read to its end. */
        SOURCE,
        /** Nothing. */
        NONE
    }

    /**
     * The worst that happened.
     *
     * @return {@link Worst#NONE} when all went well
     */
    public Worst worst() {
        if (released.filter(outcome ->
                        outcome instanceof ReleaseOutcome.Refused || outcome instanceof ReleaseOutcome.Unledgered)
                .isPresent()) {
            return Worst.GATE;
        }
        boolean contract = !left.isEmpty()
                || released.stream().flatMap(each -> each.left().stream()).anyMatch(LeftOut::byContract)
                || pulled.stream().anyMatch(RunReport::isRefused)
                || conformed.stream().anyMatch(ConformOutcome.Refused.class::isInstance);
        if (contract) {
            return Worst.CONTRACT;
        }
        boolean definition = held.values().stream().anyMatch(HeldBack::stopped)
                || pulled.stream().anyMatch(PullOutcome.Stopped.class::isInstance)
                || conformed.stream().anyMatch(ConformOutcome.Misfit.class::isInstance)
                || conformed.stream().anyMatch(RunReport::isAllInQuarantine)
                || computed.stream().anyMatch(ComputeOutcome.Refused.class::isInstance);
        if (definition) {
            return Worst.DEFINITION;
        }
        boolean source = !held.isEmpty()
                || pulled.stream()
                        .anyMatch(each ->
                                each instanceof PullOutcome.Incomplete || each instanceof PullOutcome.Unavailable);
        return source ? Worst.SOURCE : Worst.NONE;
    }

    private static boolean isRefused(PullOutcome outcome) {
        return outcome instanceof PullOutcome.Refused
                || (outcome instanceof PullOutcome.Incomplete incomplete && incomplete.isContractLost());
    }

    /**
     * Whether a dataset had records, and none of them became a row: its mapping does not fit what was landed.
     *
     * @param outcome what became of its records
     * @return true if all are in quarantine
     */
    public static boolean isAllInQuarantine(ConformOutcome outcome) {
        return outcome instanceof ConformOutcome.Conformed done
                && done.counts().quarantinedRecords() > 0
                && done.counts().rows().values().stream().allMatch(rows -> rows == 0);
    }
}
