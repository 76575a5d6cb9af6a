// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import static org.apache.spark.sql.functions.expr;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.landing.SliceFault;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.jobs.conform.KeyStore;
import org.dases.impact.jobs.generate.WorkspaceTemplates;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.RunLease;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.pull.PullOutcome;
import org.dases.impact.jobs.run.RunJob;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;

/**
 * One file that the workspace of the demonstration pulls, under the contract for such files and instead of all else;
 * each time into a lake of its own.
 */
final class PulledFile {
    private static final String DATASET = "edtech-a-traces";

    private final SparkSession spark;
    private final Path file;
    private final Path scratch;
    private final Clock clock = Clock.systemUTC();
    private int times;

    PulledFile(SparkSession spark, Path file, Path scratch) {
        this.spark = spark;
        this.file = file.toAbsolutePath();
        this.scratch = scratch;
    }

    /** Makes a new workspace; what is given back pulls the file into its lake. */
    Runnable prepare() {
        times++;
        WorkspaceTemplates.write(folder());
        Workspace workspace = workspace();
        return () -> pull(workspace);
    }

    private Path folder() {
        return scratch.resolve("workspace-" + times);
    }

    private Workspace workspace() {
        Workspace all = new WorkspaceReader(Map.of()).read(folder()).match(workspace -> workspace, problems -> {
            throw new IllegalStateException(problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        });
        org.dases.impact.jobs.workspace.Dataset traces =
                all.dataset(DATASET).orElseThrow().reading(Map.of("path", file.toString(), "format", "jsonl"));
        return new Workspace(
                all.folder(), all.settings(), all.contracts(), List.of(traces), all.catalogue(), List.of());
    }

    /** As {@code impact pull} does it, once Spark has started. */
    private void pull(Workspace workspace) {
        Lake lake = new Lake(workspace.lake());
        RunLease lease = RunLease.take(lake, Duration.ZERO, clock);
        try {
            ContractFolder contracts = ContractFolder.read(workspace.folder().resolve("contracts"));
            ContractDesk desk = new ContractDesk(workspace, contracts, new OdrlEvaluator()).keeping();
            JobContext context = new JobContext(spark, lake, workspace, desk, clock, Progress.SILENT);
            requireLanded(new RunJob(context, new KeyStore(workspace.folder(), Map.of())).run(EnumSet.of(Stage.PULL)));
        } finally {
            lease.close();
        }
    }

    private static void requireLanded(RunReport report) {
        for (PullOutcome outcome : report.pulled()) {
            if (outcome instanceof PullOutcome.Refused refused) {
                throw Unmeasured.because(String.join(" ", refused.reasons()));
            } else if (outcome instanceof PullOutcome.Stopped stopped) {
                throw Unmeasured.because(
                        stopped.findings().stream().map(Finding::sentence).collect(Collectors.joining("; ")));
            } else if (outcome instanceof PullOutcome.Incomplete incomplete) {
                throw Unmeasured.because(
                        incomplete.faults().stream().map(SliceFault::message).collect(Collectors.joining(" ")));
            } else if (outcome instanceof PullOutcome.Unavailable unavailable) {
                throw Unmeasured.because(unavailable.message());
            }
        }
    }

    /**
     * What the last pull landed: per verb and beginning of an id, and of all, different ids, statements, characters.
     */
    Dataset<Row> landed() {
        String table = new Lake(workspace().lake()).landed() + "/" + DATASET;
        return spark.read()
                .format("delta")
                .load(table)
                .where("_kind = 'record'")
                .selectExpr("from_json(record, 'id STRING, verb STRUCT<id: STRING>, object STRUCT<id: STRING>') as s")
                .where("s.id is not null")
                .selectExpr("coalesce(s.verb.id, '') as verb", "lower(s.id) as id", "length(s.object.id) as characters")
                .withColumn("begins", expr("substr(id, 1, 2)"))
                .rollup("verb", "begins")
                .agg(expr("count(distinct id)"), expr("count(*)"), expr("sum(characters)"));
    }
}
