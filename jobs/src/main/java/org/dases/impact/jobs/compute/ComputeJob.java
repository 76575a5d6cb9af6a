// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.job.Lanes;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.workspace.Settings;

/** Computes the cells of published tables from the rows whose contracts allow aggregating and publishing them now. */
public final class ComputeJob {
    /** What a contract must allow of a dataset that goes into published figures. */
    public static final List<Action> NEEDED = List.of(Action.AGGREGATE, Action.DISTRIBUTE);

    private final JobContext context;
    private final Map<List<Object>, Dataset<Row>> read = new ConcurrentHashMap<>();

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     */
    public ComputeJob(JobContext context) {
        this.context = context;
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
            return Lanes.on(context.spark()).each(tables, table -> compute(cubes, table, permitted));
        }
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
        if (before.map(CellsInputs::fingerprint)
                .filter(inputs.fingerprint()::equals)
                .isPresent()) {
            return new ComputeOutcome.Unchanged(table.id());
        }
        try (Progress.Step step = context.progress().step("compute " + table.id(), 0)) {
            cubes.compute(table, data(inputs, datasets), settings())
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .option("overwriteSchema", "true")
                    .option("userMetadata", inputs.text())
                    .save(path);
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
        return CellsInputs.of(EngineVersion.text(), table, settings(), contracts, versions);
    }

    private static List<String> names(PublishedTable table) {
        List<String> names = new ArrayList<>(Inputs.tables(table));
        if (table.indicators().stream().anyMatch(indicator -> indicator.over().equals("intake"))) {
            names.add(RunLog.TABLE);
        }
        return names;
    }

    /** Only rows of the permitted datasets are read, at the versions that the fingerprint names. */
    private CanonicalData data(CellsInputs inputs, Set<String> datasets) {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        inputs.versions().forEach((name, version) -> {
            // The same frame for every table over the same rows, so that what is derived from it is made once.
            Dataset<Row> rows =
                    read.computeIfAbsent(List.of(name, version, datasets), key -> read(name, version, datasets));
            tables.put(name.equals(RunLog.TABLE) ? "intake" : name, rows);
        });
        return new CanonicalData(tables);
    }

    private Dataset<Row> read(String name, long version, Set<String> datasets) {
        Dataset<Row> rows = context.spark()
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(context.lake().conformed(name))
                .filter(functions.col("_dataset").isin(datasets.toArray()));
        return name.equals(RunLog.TABLE) ? RunLog.standing(rows) : rows;
    }

    private CubeSettings settings() {
        Settings settings = context.workspace().settings();
        return new CubeSettings(settings.sessionGap(), settings.timeZone(), settings.schoolYearStart());
    }
}
