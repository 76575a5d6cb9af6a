// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.workspace.Settings;

/** The conformed rows that cells are computed from: those of the permitted datasets, at the versions that are named. */
public final class ConformedRows {
    private final JobContext context;
    private final Map<List<Object>, Dataset<Row>> read = new ConcurrentHashMap<>();

    /**
     * Rows of a workspace.
     *
     * @param context session, lake, workspace
     */
    public ConformedRows(JobContext context) {
        this.context = context;
    }

    /**
     * The rows that a table's cells rest on.
     *
     * @param inputs versions and datasets; rows of others are not read
     * @return the canonical tables that are among them
     */
    public CanonicalData of(CellsInputs inputs) {
        Set<String> datasets = inputs.contracts().keySet();
        Map<String, Dataset<Row>> tables = new HashMap<>();
        inputs.versions().forEach((name, version) -> {
            // The same frame for every table over the same rows, so that what is derived from it is made once.
            Dataset<Row> rows =
                    read.computeIfAbsent(List.of(name, version, datasets), key -> read(name, version, datasets));
            tables.put(name.equals(RunLog.TABLE) ? "intake" : name, rows);
        });
        return new CanonicalData(tables);
    }

    /**
     * How the workspace measures time.
     *
     * @return session gap, time zone, start of school years
     */
    public CubeSettings settings() {
        Settings settings = context.workspace().settings();
        return new CubeSettings(settings.sessionGap(), settings.timeZone(), settings.schoolYearStart());
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
}
