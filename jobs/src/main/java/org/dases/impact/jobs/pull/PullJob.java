// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dases.impact.connectors.landing.DatasetPull;
import org.dases.impact.connectors.landing.Landing;
import org.dases.impact.connectors.landing.LandingOutcome;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.Permit;
import org.dases.impact.connectors.screening.Allowed;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SourceConnector;
import org.dases.impact.connectors.source.SourceConnectors;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.job.Lanes;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.permission.Renewals;
import org.dases.impact.jobs.workspace.Dataset;

/** Pulls the datasets that contracts allow. One dataset's trouble does not keep the others from being pulled. */
public final class PullJob {
    private static final int BATCH_RECORDS = 50_000;

    private final JobContext context;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     */
    public PullJob(JobContext context) {
        this.context = context;
    }

    /**
     * Pulls.
     *
     * @param datasets what to pull
     * @return an outcome a dataset, in their order
     */
    public List<PullOutcome> run(List<Dataset> datasets) {
        Map<String, Decision> decided = new LinkedHashMap<>();
        datasets.forEach(dataset -> decided.put(dataset.name(), permission(dataset)));
        // What was decided is written down before anything is read by it.
        log();
        return Lanes.on(context.spark())
                .each(
                        datasets,
                        dataset -> Objects.requireNonNull(decided.get(dataset.name()))
                                .match(
                                        permit -> pull(dataset, permit),
                                        denial -> new PullOutcome.Refused(dataset.name(), denial.reasons())));
    }

    /** What may not be counted goes into no figure, so that there is no reason to have it. */
    private Decision permission(Dataset dataset) {
        Instant now = context.clock().instant();
        Decision reading = desk(EnforcementPoint.PULL).decide(dataset, Action.READ, now);
        return reading.match(
                permit -> desk(EnforcementPoint.PULL)
                        .decide(dataset, Action.AGGREGATE, now)
                        .match(aggregate -> permit, denial -> denial),
                denial -> denial);
    }

    private void log() {
        context.contracts().book().emptyInto(new DecisionLog(context.spark(), context.lake())::append);
    }

    private ContractDesk desk(EnforcementPoint point) {
        return context.contracts().at(point);
    }

    private PullOutcome pull(Dataset dataset, Permit permit) {
        try (Progress.Step step = context.progress().step("pull " + dataset.name(), 0);
                Renewals renewals = context.contracts().renewals(dataset)) {
            Screened screened = new Screened(context.contracts(), dataset.name(), permit.contract(), context.clock());
            PullOutcome outcome = land(dataset, Lease.under(permit, renewals, context.clock()), screened, step);
            screened.ended();
            if (outcome instanceof PullOutcome.Incomplete incomplete && incomplete.isContractLost()) {
                log();
            }
            if (outcome instanceof PullOutcome.Landed landed) {
                step.done(Told.of(
                        landed.report(),
                        new Discreet(context.workspace().settings().thresholds().learners())));
            }
            return outcome;
        } catch (SourceException e) {
            return e.fault() == SourceException.Fault.CONTRACT_LOST
                    ? new PullOutcome.Refused(dataset.name(), List.of(String.valueOf(e.getMessage())))
                    : new PullOutcome.Unavailable(dataset.name(), String.valueOf(e.getMessage()));
        }
    }

    private PullOutcome land(Dataset dataset, Lease lease, Screened screened, Progress.Step step) {
        Landing landing = new Landing(
                context.spark(),
                context.lake().landed(),
                context.clock(),
                new SliceProgress(
                        step, context.workspace().settings().thresholds().learners(), screened));
        LandingOutcome outcome = landing.land(new DatasetPull(
                new PullRequest(
                        dataset.name(), dataset.options(), context.workspace().folder(), BATCH_RECORDS),
                connector(dataset),
                lease,
                screening(dataset)));
        return outcome(dataset.name(), outcome);
    }

    private static PullOutcome outcome(String dataset, LandingOutcome outcome) {
        if (outcome instanceof LandingOutcome.Stopped stopped) {
            return new PullOutcome.Stopped(dataset, stopped.findings());
        }
        if (outcome instanceof LandingOutcome.Incomplete incomplete) {
            return new PullOutcome.Incomplete(dataset, incomplete.report(), incomplete.faults());
        }
        return new PullOutcome.Landed(dataset, ((LandingOutcome.Landed) outcome).report());
    }

    private static SourceConnector connector(Dataset dataset) {
        return SourceConnectors.installed()
                .of(dataset.connector())
                .orElseThrow(
                        () -> new IllegalStateException("connector '" + dataset.connector() + "' passed the check"));
    }

    private static ScreeningRules screening(Dataset dataset) {
        return new ScreeningRules(dataset.allowed().stream()
                .map(allowed -> new Allowed(allowed.column(), allowed.because(), allowed.kinds()))
                .toList());
    }
}
