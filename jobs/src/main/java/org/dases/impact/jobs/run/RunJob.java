// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.compute.ComputeJob;
import org.dases.impact.jobs.compute.ComputeOutcome;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.compute.Inputs;
import org.dases.impact.jobs.conform.ConformJob;
import org.dases.impact.jobs.conform.ConformOutcome;
import org.dases.impact.jobs.conform.KeyStore;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.pull.HeldBack;
import org.dases.impact.jobs.pull.PullJob;
import org.dases.impact.jobs.pull.PullOutcome;
import org.dases.impact.jobs.refresh.RefreshJob;
import org.dases.impact.jobs.refresh.Refreshed;
import org.dases.impact.jobs.release.LeftOut;
import org.dases.impact.jobs.release.ReleaseJob;
import org.dases.impact.jobs.release.ReleaseOutcome;
import org.dases.impact.jobs.retain.ConsentJob;
import org.dases.impact.jobs.retain.RetainJob;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * Chains the jobs. Each goes on with what the one before left in the lake, so that a killed run is simply run again.
 */
public final class RunJob {
    private final JobContext context;
    private final KeyStore keys;
    private final FactKeeping keeping;

    /**
     * A run on a workspace; the caller holds the lake's lease.
     *
     * @param context session, lake, workspace, contracts
     * @param keys where the pseudonym key is fetched from
     */
    public RunJob(JobContext context, KeyStore keys) {
        this(context, keys, FactKeeping.usual(false));
    }

    /**
     * A run that says how facts are kept.
     *
     * @param context session, lake, workspace, contracts
     * @param keys where the pseudonym key is fetched from
     * @param keeping how facts are kept
     */
    public RunJob(JobContext context, KeyStore keys, FactKeeping keeping) {
        this.context = context;
        this.keys = keys;
        this.keeping = keeping;
    }

    /**
     * Runs.
     *
     * @param stages which stages
     * @return what came of each
     */
    public RunReport run(Set<Stage> stages) {
        try {
            return runStages(stages);
        } finally {
            log();
        }
    }

    private RunReport runStages(Set<Stage> stages) {
        Workspace workspace = context.workspace();
        RetainJob retain = new RetainJob(context);
        retain.finish();
        context.contracts().admit(workspace.datasets(), context.clock().instant());
        List<PullOutcome> pulled =
                stages.contains(Stage.PULL) ? new PullJob(context).run(workspace.datasets()) : List.of();
        ConsentJob consent = new ConsentJob(context, this::key);
        // which also writes down what was decided up to here
        consent.run();
        List<ConformOutcome> conformed = stages.contains(Stage.CONFORM) ? conform(consent.unknown()) : List.of();
        Map<String, HeldBack> held = HeldBack.of(context);
        if (!stages.contains(Stage.COMPUTE) && !stages.contains(Stage.RELEASE)) {
            return new RunReport(pulled, conformed, Map.of(), held, List.of(), Optional.empty());
        }
        Map<String, List<String>> overdue = overdue(retain);
        overdue.putAll(consent.unknown());
        Permitted permitted = permission(EnforcementPoint.COMPUTE, held).refusing(overdue);
        List<ComputeOutcome> computed = stages.contains(Stage.COMPUTE)
                ? new ComputeJob(context, keeping).run(workspace.tables(), permitted)
                : List.of();
        Optional<ReleaseOutcome> released =
                stages.contains(Stage.RELEASE) ? Optional.of(release(held, overdue)) : Optional.empty();
        return new RunReport(pulled, conformed, permitted.denied(), held, computed, released);
    }

    private List<ConformOutcome> conform(Map<String, List<String>> unknown) {
        List<Dataset> known = context.workspace().datasets().stream()
                .filter(dataset -> !unknown.containsKey(dataset.name()))
                .toList();
        List<ConformOutcome> conformed = new ArrayList<>(new ConformJob(context, key()).run(known));
        unknown.forEach((dataset, reasons) -> conformed.add(new ConformOutcome.Refused(dataset, reasons)));
        return conformed;
    }

    private ReleaseOutcome release(Map<String, HeldBack> held, Map<String, List<String>> overdue) {
        ReleaseOutcome outcome = new ReleaseJob(context).run(context.workspace().tables(), () -> {
            refresh();
            Permitted permitted = permission(EnforcementPoint.RELEASE, held).refusing(overdue);
            // What was decided is written down before anything is published by it.
            log();
            return permitted;
        });
        List<String> reasons =
                new ArrayList<>(outcome.left().stream().map(LeftOut::message).toList());
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            reasons.addAll(refused.reasons());
        } else if (outcome instanceof ReleaseOutcome.Released done) {
            reasons.add("Release " + done.id() + " was published.");
        }
        if (!reasons.isEmpty()) {
            context.contracts()
                    .at(EnforcementPoint.RELEASE)
                    .note(
                            "",
                            Optional.empty(),
                            Action.DISTRIBUTE,
                            context.clock().instant(),
                            outcome instanceof ReleaseOutcome.Released,
                            reasons);
        }
        return outcome;
    }

    /** A contract may have been revoked since its data were pulled. */
    private void refresh() {
        if (context.workspace().settings().contractServices().isEmpty()) {
            return;
        }
        try (Progress.Step step = context.progress().step("refresh contracts", 0)) {
            long open = new RefreshJob(context.workspace(), System.getenv(), context.clock())
                    .run(id -> true, true).stream()
                            .map(Refreshed::outcome)
                            .filter(each -> !each.isConfirmed() && each != Refreshed.Outcome.NO_SERVICE)
                            .count();
            step.done(open == 0 ? "" : open + " not confirmed");
        }
    }

    private void log() {
        context.contracts().book().emptyInto(new DecisionLog(context.spark(), context.lake())::append);
    }

    /** What is not configured is not used either. */
    private Map<String, List<String>> overdue(RetainJob retain) {
        Map<String, List<String>> overdue = new LinkedHashMap<>(retain.overdue());
        overdue.keySet().removeIf(each -> context.workspace().dataset(each).isEmpty());
        overdue.forEach((dataset, reasons) -> context.contracts()
                .at(EnforcementPoint.RETENTION)
                .note(dataset, Optional.empty(), Action.ARCHIVE, context.clock().instant(), false, reasons));
        return overdue;
    }

    /** Asked anew each time, of the contracts as they stand then. */
    private Permitted permission(EnforcementPoint point, Map<String, HeldBack> held) {
        Map<String, String> reasons = new LinkedHashMap<>();
        held.forEach((dataset, each) -> reasons.put(dataset, each.reason()));
        List<Dataset> datasets = context.workspace().datasets();
        ContractDesk desk = context.contracts().at(point).again();
        Instant now = context.clock().instant();
        Permitted permitted = Permitted.ask(desk, datasets, ComputeJob.NEEDED, now);
        Map<String, List<String>> tooFine =
                permitted.tooFine(datasets, context.workspace().tables(), Inputs::feeds);
        tooFine.forEach((dataset, why) -> desk.note(
                dataset, Optional.ofNullable(permitted.contracts().get(dataset)), Action.DISTRIBUTE, now, false, why));
        return permitted.refusing(tooFine).without(reasons);
    }

    private PseudonymKey key() {
        boolean inUse = DeltaTables.exists(context.spark(), context.lake().conformed(RunLog.TABLE));
        return keys.fetch(context.workspace().settings().pseudonymKey(), inUse);
    }
}
