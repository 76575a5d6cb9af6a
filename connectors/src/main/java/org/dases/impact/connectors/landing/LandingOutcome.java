// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.IdentifierKind;
import org.dases.impact.connectors.source.SourceException.Fault;

/** How a pull ended: a value, not an exception. */
public sealed interface LandingOutcome {

    /**
     * Folds over the outcomes.
     *
     * @param landed applied when everything was read
     * @param incomplete applied when some slices were not read to their end
     * @param stopped applied when the screening stopped the dataset
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<Landed, R> landed, Function<Incomplete, R> incomplete, Function<Stopped, R> stopped);

    /**
     * Everything was read; perhaps there was nothing new.
     *
     * @param report figures
     */
    record Landed(LandingReport report) implements LandingOutcome {
        @Override
        public <R> R match(
                Function<Landed, R> landed, Function<Incomplete, R> incomplete, Function<Stopped, R> stopped) {
            return landed.apply(this);
        }
    }

    /**
     * Some slices were not read to their end. What the report counts is committed; the next pull goes on after it.
     *
     * @param report figures of what landed
     * @param faults why, one a slice; not empty
     */
    record Incomplete(LandingReport report, List<SliceFault> faults) implements LandingOutcome {
        public Incomplete {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("an incomplete landing names its faults");
            }
        }

        /**
         * Whether the contract ended during the pull.
         *
         * @return true when a fault is CONTRACT_LOST; the uncommitted batch was dropped then
         */
        public boolean contractLost() {
            return faults.stream().anyMatch(fault -> fault.fault() == Fault.CONTRACT_LOST);
        }

        @Override
        public <R> R match(
                Function<Landed, R> landed, Function<Incomplete, R> incomplete, Function<Stopped, R> stopped) {
            return incomplete.apply(this);
        }
    }

    /**
     * The screening found what identifies persons. The lake is as it was before this pull.
     *
     * @param dataset name of the dataset
     * @param findings columns and kinds; not empty
     */
    record Stopped(String dataset, List<Finding> findings) implements LandingOutcome {
        public Stopped {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a stopped landing names its findings");
            }
        }

        /**
         * The message for the operator.
         *
         * @return problem, place, reason and fix; no value of the data
         */
        public String message() {
            return "Dataset " + dataset + " was not landed: "
                    + findings.stream().map(Finding::sentence).collect(Collectors.joining("; "))
                    + ". Ask the provider to leave it out; or, if it identifies nobody, allow it with its reason in"
                    + " datasets/" + dataset + ".yaml: screening: {allow: [{column: '"
                    + findings.get(0).column() + "', because: …"
                    + kinds(findings.get(0).column()) + "}]}.";
        }

        /** Values are let through by their kinds; free text and what a column's name says, by the column. */
        private String kinds(String column) {
            String words = findings.stream()
                    .filter(finding -> finding.column().equals(column)
                            && finding.evidence() == Finding.Evidence.VALUES
                            && finding.kind() != IdentifierKind.FREE_TEXT)
                    .map(finding -> finding.kind().word())
                    .collect(Collectors.joining(", "));
            return words.isEmpty() ? "" : ", kinds: [" + words + "]";
        }

        @Override
        public <R> R match(
                Function<Landed, R> landed, Function<Incomplete, R> incomplete, Function<Stopped, R> stopped) {
            return stopped.apply(this);
        }
    }
}
