// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.cohort.TableRefused;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.job.Lanes;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.Permitted;

/** Computes the cells of published tables from the rows whose contracts allow aggregating and publishing them now. */
public final class ComputeJob {
    /** What a contract must allow of a dataset that goes into published figures. */
    public static final List<Action> NEEDED = List.of(Action.AGGREGATE, Action.DISTRIBUTE);

    private final JobContext context;
    private final ConformedRows rows;
    private final FactKeeping keeping;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     * @param keeping how facts are kept
     */
    public ComputeJob(JobContext context, FactKeeping keeping) {
        this.context = context;
        this.keeping = keeping;
        this.rows = new ConformedRows(context);
    }

    /**
     * Computes.
     *
     * @param tables which
     * @param permitted datasets that may be used for {@link #NEEDED}
     * @return an outcome a table, in their order
     */
    public List<ComputeOutcome> run(List<PublishedTable> tables, Permitted permitted) {
        try (CohortCubes cubes = new CohortCubes(context.spark())) {
            return Lanes.on(context.spark()).each(tables, table -> outcome(cubes, table, permitted));
        }
    }

    private ComputeOutcome outcome(CohortCubes cubes, PublishedTable table, Permitted permitted) {
        try {
            return compute(cubes, table, permitted);
        } catch (Exception e) { // Spark throws checked ones that it does not declare
            Optional<TableRefused> refused = refusal(e);
            if (refused.isEmpty()) {
                throw e;
            }
            new Eraser(context.spark(), context.lake()).drop(context.lake().cells(table.id()));
            return new ComputeOutcome.Refused(
                    table.id(), String.valueOf(refused.get().getMessage()));
        }
    }

    /** Cells are counted while they are written: what a task refuses comes wrapped into failures of Spark. */
    private static Optional<TableRefused> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TableRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private ComputeOutcome compute(CohortCubes cubes, PublishedTable table, Permitted permitted) {
        Set<String> datasets = Inputs.datasets(
                table,
                context.workspace().datasets().stream()
                        .filter(dataset -> permitted.contracts().containsKey(dataset.name()))
                        .toList());
        CellsInputs inputs = inputs(table, permitted, datasets);
        String path = context.lake().cells(table.id());
        if (datasets.isEmpty() || inputs.versions().isEmpty()) {
            return new ComputeOutcome.Nothing(table.id());
        }
        Optional<CellsInputs> before = CellsInputs.read(context.spark(), path);
        if (!keeping.anew()
                && before.map(CellsInputs::fingerprint)
                        .filter(inputs.fingerprint()::equals)
                        .isPresent()) {
            return new ComputeOutcome.Unchanged(table.id());
        }
        try (Progress.Step step = context.progress().step("compute " + table.id(), 0)) {
            new Computation(context.spark(), context.lake(), rows.settings(), keeping)
                    .compute(cubes, table, inputs, rows.of(inputs));
            step.done("");
        }
        return new ComputeOutcome.Computed(table.id());
    }

    private CellsInputs inputs(PublishedTable table, Permitted permitted, Set<String> datasets) {
        SortedMap<String, String> contracts = new TreeMap<>();
        permitted.contracts().forEach((dataset, contract) -> {
            if (datasets.contains(dataset)) {
                contracts.put(dataset, contract.sha256());
            }
        });
        SortedMap<String, Long> versions = new TreeMap<>();
        for (String name : names(table)) {
            long version = DeltaTables.version(context.spark(), context.lake().conformed(name));
            if (version >= 0) {
                versions.put(name, version);
            }
        }
        return CellsInputs.of(EngineVersion.text(), table, rows.settings(), contracts, versions);
    }

    private static List<String> names(PublishedTable table) {
        List<String> names = new ArrayList<>(Inputs.tables(table));
        if (table.indicators().stream().anyMatch(indicator -> indicator.over().equals("intake"))) {
            names.add(RunLog.TABLE);
        }
        return names;
    }
}
