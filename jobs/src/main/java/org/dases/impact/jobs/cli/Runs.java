// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.conform.KeyStore;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.RunLease;
import org.dases.impact.jobs.lake.SparkStart;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.refresh.RefreshJob;
import org.dases.impact.jobs.refresh.Refreshed;
import org.dases.impact.jobs.retain.ConsentJob;
import org.dases.impact.jobs.retain.RetainJob;
import org.dases.impact.jobs.retain.RetainReport;
import org.dases.impact.jobs.run.RunJob;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.DefinitionCheck;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;

/** Puts a run together: lease, contracts, Spark, jobs. The only place where the parts are wired. */
final class Runs {
    private final Clock clock = Clock.systemUTC();
    private final Workspace workspace;
    private final Console console;

    Runs(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    Lake lake() {
        return new Lake(workspace.lake());
    }

    Discreet discreet() {
        return new Discreet(workspace.settings().thresholds().learners());
    }

    RunReport run(Set<Stage> stages, Duration wait, FactKeeping keeping) {
        checkDefinitions();
        if (stages.contains(Stage.PULL)) {
            refresh();
        }
        return alone(
                wait,
                context -> new RunJob(context, new KeyStore(workspace.folder(), System.getenv()), keeping).run(stages));
    }

    /** Before contracts are read. What could not be confirmed is told, and its copy used until it is too old. */
    private void refresh() {
        new RefreshJob(workspace, System.getenv(), clock)
                .run(id -> true, true).stream()
                        .filter(each -> each.outcome() != Refreshed.Outcome.UNCHANGED)
                        .filter(each -> each.outcome() != Refreshed.Outcome.NO_SERVICE)
                        .forEach(each -> console.warn(RefreshCommand.text(console.messages(), each)));
    }

    /** Purges; the contracts named as gone are taken for gone. */
    RetainReport retain(Set<String> gone, Duration wait) {
        return alone(wait, context -> retention(context, gone).run().and(new ConsentJob(context, () -> key()).run()));
    }

    /** Writes nothing, so that it needs no lease. */
    RetainReport planRetention(Set<String> gone) {
        return withSpark(
                desk(), context -> retention(context, gone).plan().and(new ConsentJob(context, () -> key()).plan()));
    }

    private static RetainJob retention(JobContext context, Set<String> gone) {
        RetainJob job = new RetainJob(context, gone);
        List<String> mistakes = job.mistakes();
        if (!mistakes.isEmpty()) {
            throw new Failure(ExitCode.CONFIGURATION, mistakes, null);
        }
        return job;
    }

    /** That of the pseudonyms in the lake; none is made. */
    private PseudonymKey key() {
        return new KeyStore(workspace.folder(), System.getenv())
                .fetch(workspace.settings().pseudonymKey(), true);
    }

    private <T> T alone(Duration wait, Function<JobContext, T> work) {
        // Held to the end of the run, whatever happens in it.
        RunLease lease = RunLease.take(lake(), wait, clock);
        try {
            return withSpark(desk().keeping(), work);
        } finally {
            lease.close();
        }
    }

    private ContractDesk desk() {
        ContractFolder folder = ContractFolder.read(workspace.folder().resolve("contracts"));
        return new ContractDesk(workspace, folder, new OdrlEvaluator());
    }

    private <T> T withSpark(ContractDesk desk, Function<JobContext, T> work) {
        Progress progress = console.progress();
        boolean lent = SparkStart.isStarted();
        SparkSession spark = start(progress);
        try {
            return work.apply(new JobContext(spark, lake(), workspace, desk, clock, progress));
        } finally {
            if (!lent) {
                spark.stop();
            }
        }
    }

    /** Before any data move, although a mistake would show when the cells are computed. */
    private void checkDefinitions() {
        List<Problem> problems = DefinitionCheck.check(workspace);
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.CONFIGURATION, WorkspaceArgument.lines(problems), null);
        }
    }

    private static SparkSession start(Progress progress) {
        try (Progress.Step step = progress.step("start Spark", 0)) {
            SparkSession spark = SparkStart.session("run");
            step.done("");
            return spark;
        }
    }
}
