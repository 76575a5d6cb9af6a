// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.permission.Permitted;
import org.jspecify.annotations.Nullable;

/**
 * Which tables rest on a dataset that may not be published any more. Its figures are within totals, so that the whole
 * table stays out until it is computed without them.
 */
final class StillAllowed {
    private final JobContext context;

    StillAllowed(JobContext context) {
        this.context = context;
    }

    /** Tables to leave out; the contracts of all others are those under which their cells were computed. */
    List<LeftOut> leftOut(Map<PublishedTable, CellsInputs> computed, Permitted permitted) {
        List<LeftOut> left = new ArrayList<>();
        computed.forEach((table, used) -> used.contracts().entrySet().stream()
                .flatMap(each -> problem(table.id(), each.getKey(), each.getValue(), permitted).stream())
                .findFirst()
                .ifPresent(left::add));
        return left;
    }

    private Optional<LeftOut> problem(String table, String dataset, String sha256, Permitted permitted) {
        @Nullable Contract contract = permitted.contracts().get(dataset);
        String start = "Table " + table + " is not published: ";
        if (contract == null) {
            @Nullable String held = permitted.held().get(dataset);
            List<String> why = held == null
                    ? permitted.denied().getOrDefault(dataset, List.of("it is not configured any more."))
                    : List.of(held);
            return Optional.of(new LeftOut(
                    table,
                    held == null,
                    start + "dataset " + named(dataset) + ", which it was computed from, may not be published now: "
                            + String.join(" ", why)
                            + " Run 'impact compute' again, which leaves the dataset out, or mend the reason."));
        }
        return contract.sha256().equals(sha256)
                ? Optional.empty()
                : Optional.of(new LeftOut(
                        table,
                        true,
                        start + "the contract of dataset " + named(dataset)
                                + " has changed since the table was computed. Run 'impact compute' again."));
    }

    private String named(String dataset) {
        return context.workspace()
                .dataset(dataset)
                .map(configured -> dataset + " (" + context.contracts().place(configured) + ")")
                .orElse(dataset);
    }
}
