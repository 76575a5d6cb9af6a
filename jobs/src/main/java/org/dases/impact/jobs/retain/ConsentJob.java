// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.workspace.Dataset;

/**
 * Purges the rows of learners who took their consent back, wherever rows of their dataset lie. Their list is read anew
 * each time; identifiers go into no record, log or plan of it.
 */
public final class ConsentJob {
    private final JobContext context;
    private final Supplier<PseudonymKey> key;
    private final RestrictedRows rows;
    private final Purges purges;
    private final Discreet counts;
    private final Map<String, List<String>> unknown = new LinkedHashMap<>();

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     * @param key secret of the pseudonyms, asked for only where somebody took a consent back
     */
    public ConsentJob(JobContext context, Supplier<PseudonymKey> key) {
        this.context = context;
        this.key = key;
        this.rows = new RestrictedRows(context.spark(), context.lake());
        this.purges = new Purges(context, rows);
        this.counts = new Discreet(context.workspace().settings().thresholds().learners());
    }

    /**
     * What would be purged now. Changes nothing.
     *
     * @return what {@link #run} would do
     */
    public RetainReport plan() {
        List<Purged> purged = new ArrayList<>(found().values());
        return report(new RetainReport(
                purged,
                List.of(),
                purged.isEmpty() ? List.of() : rows.cellsOn(Purges.datasets(purged)),
                purges.releases(purged)));
    }

    /**
     * Purges; the caller holds the lake's lease.
     *
     * @return what was purged
     */
    public RetainReport run() {
        Map<Withdrawal, Purged> found = found();
        context.contracts().book().emptyInto(new DecisionLog(context.spark(), context.lake())::append);
        if (found.isEmpty()) {
            return report(RetainReport.NOTHING);
        }
        List<Purged> purged = List.copyOf(found.values());
        return report(purges.begin(purged, erasure -> found.keySet().forEach(erasure::withdrawn)));
    }

    /**
     * Datasets of which nobody knows who consents, found by {@link #run}.
     *
     * @return dataset to the reason and what to do; none of them may be used
     */
    public Map<String, List<String>> unknown() {
        return Map.copyOf(unknown);
    }

    private RetainReport report(RetainReport done) {
        List<String> unclear = unknown.values().stream().flatMap(List::stream).toList();
        return new RetainReport(done.purged(), unclear, done.cells(), done.releases());
    }

    private Map<Withdrawal, Purged> found() {
        unknown.clear();
        Map<Withdrawal, Purged> found = new LinkedHashMap<>();
        for (Dataset dataset : context.workspace().datasets()) {
            withdrawal(dataset).ifPresent(each -> {
                long landed = each.countLanded();
                long conformed = each.countConformed(rows);
                if (landed + conformed > 0) {
                    Purged purged = purged(dataset, landed, conformed);
                    found.put(each, purged);
                    context.contracts()
                            .at(EnforcementPoint.RETENTION)
                            .note(
                                    dataset.name(),
                                    context.workspace().contracts().find(dataset.contract()),
                                    Action.ARCHIVE,
                                    context.clock().instant(),
                                    false,
                                    List.of(purged.reason()));
                }
            });
        }
        return found;
    }

    private Optional<Withdrawal> withdrawal(Dataset dataset) {
        if (dataset.withdrawals().isEmpty()) {
            return Optional.empty();
        }
        WithdrawnIds listed = WithdrawnIds.read(
                context.spark(),
                context.workspace().folder(),
                dataset.name(),
                dataset.withdrawals().get());
        Optional<List<String>> expressions = PersonExpressions.of(dataset);
        WithdrawnIds known = expressions.isPresent()
                ? listed
                : WithdrawnIds.unknown(
                        dataset.name(), "its mapping makes pseudonyms of persons otherwise than by pseudonym(…) alone");
        known.problem().ifPresent(why -> unknown.put(dataset.name(), List.of(why)));
        return known.ids().isEmpty()
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        context.spark(),
                        context.lake(),
                        dataset.name(),
                        expressions.orElse(List.of()),
                        known.ids(),
                        context.contracts().pseudonymDomain(dataset),
                        key.get()));
    }

    private Purged purged(Dataset dataset, long landed, long conformed) {
        TreeSet<String> versions = new TreeSet<>();
        context.workspace().contracts().find(dataset.contract()).ifPresent(each -> versions.add(each.sha256()));
        return new Purged(
                dataset.name(),
                dataset.contract(),
                versions,
                Cause.WITHDRAWN,
                Optional.empty(),
                "Learners took their consent back.",
                counts.text(landed),
                counts.text(conformed));
    }
}
