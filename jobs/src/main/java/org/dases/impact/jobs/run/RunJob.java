// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.compute.ComputeJob;
import org.dases.impact.jobs.compute.ComputeOutcome;
import org.dases.impact.jobs.conform.ConformJob;
import org.dases.impact.jobs.conform.ConformOutcome;
import org.dases.impact.jobs.conform.KeyStore;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.pull.HeldBack;
import org.dases.impact.jobs.pull.PullJob;
import org.dases.impact.jobs.pull.PullOutcome;
import org.dases.impact.jobs.release.ReleaseJob;
import org.dases.impact.jobs.release.ReleaseOutcome;
import org.dases.impact.jobs.retain.RetainJob;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * Chains the jobs. Each goes on with what the one before left in the lake, so that a killed run is simply run again.
 */
public final class RunJob {
    private final JobContext context;
    private final KeyStore keys;

    /**
     * A run on a workspace; the caller holds the lake's lease.
     *
     * @param context session, lake, workspace, contracts
     * @param keys where the pseudonym key is fetched from
     */
    public RunJob(JobContext context, KeyStore keys) {
        this.context = context;
        this.keys = keys;
    }

    /**
     * Runs.
     *
     * @param stages which stages
     * @return what came of each
     */
    public RunReport run(Set<Stage> stages) {
        Workspace workspace = context.workspace();
        RetainJob retain = new RetainJob(context);
        retain.finish();
        List<PullOutcome> pulled =
                stages.contains(Stage.PULL) ? new PullJob(context).run(workspace.datasets()) : List.of();
        List<ConformOutcome> conformed =
                stages.contains(Stage.CONFORM) ? new ConformJob(context, key()).run(workspace.datasets()) : List.of();
        Map<String, HeldBack> held = HeldBack.of(context);
        if (!stages.contains(Stage.COMPUTE) && !stages.contains(Stage.RELEASE)) {
            return new RunReport(pulled, conformed, Map.of(), held, List.of(), Optional.empty());
        }
        Map<String, List<String>> overdue = configured(retain.overdue());
        Permitted permitted = permission(held).refusing(overdue);
        List<ComputeOutcome> computed =
                stages.contains(Stage.COMPUTE) ? new ComputeJob(context).run(workspace.tables(), permitted) : List.of();
        Optional<ReleaseOutcome> released = stages.contains(Stage.RELEASE)
                ? Optional.of(new ReleaseJob(context)
                        .run(workspace.tables(), () -> permission(held).refusing(overdue)))
                : Optional.empty();
        return new RunReport(pulled, conformed, permitted.denied(), held, computed, released);
    }

    /** What is not configured is not used either. */
    private Map<String, List<String>> configured(Map<String, List<String>> overdue) {
        Map<String, List<String>> configured = new LinkedHashMap<>(overdue);
        configured.keySet().removeIf(each -> context.workspace().dataset(each).isEmpty());
        return configured;
    }

    /** Asked anew each time, of the contracts as they stand then. */
    private Permitted permission(Map<String, HeldBack> held) {
        Map<String, String> reasons = new LinkedHashMap<>();
        held.forEach((dataset, each) -> reasons.put(dataset, each.reason()));
        return Permitted.ask(
                        context.contracts().again(),
                        context.workspace().datasets(),
                        ComputeJob.NEEDED,
                        context.clock().instant())
                .without(reasons);
    }

    private PseudonymKey key() {
        boolean inUse = DeltaTables.exists(context.spark(), context.lake().conformed(RunLog.TABLE));
        return keys.fetch(context.workspace().settings().pseudonymKey(), inUse);
    }
}
