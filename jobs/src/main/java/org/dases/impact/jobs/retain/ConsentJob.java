// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.WithdrawalList;

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
    private final ConsentBook remembered;
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
        this.remembered = new ConsentBook(context.lake());
        this.counts = new Discreet(context.workspace().settings().thresholds().learners());
    }

    /**
     * What would be purged now. Changes nothing.
     *
     * @return what {@link #run} would do
     */
    public RetainReport plan() {
        List<Purged> purged = new ArrayList<>(found(false).values());
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
        Map<Withdrawal, Purged> found = found(true);
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

    private Map<Withdrawal, Purged> found(boolean remember) {
        unknown.clear();
        Map<Withdrawal, Purged> found = new LinkedHashMap<>();
        for (Consented each : consented(remember)) {
            withdrawal(each).ifPresent(withdrawal -> {
                long landed = withdrawal.countLanded();
                long conformed = withdrawal.countConformed(rows);
                if (landed + conformed > 0) {
                    Purged purged = purged(each, landed, conformed);
                    found.put(withdrawal, purged);
                    note(each.dataset(), purged);
                }
            });
        }
        return found;
    }

    private void note(String dataset, Purged purged) {
        context.contracts()
                .at(EnforcementPoint.RETENTION)
                .note(
                        dataset,
                        context.workspace().contracts().find(purged.contract()),
                        Action.ARCHIVE,
                        context.clock().instant(),
                        false,
                        List.of(purged.reason()));
    }

    /** Of configured datasets what their files say and what was used before; of the others what is remembered. */
    private List<Consented> consented(boolean remember) {
        List<Consented> all = new ArrayList<>();
        for (Dataset dataset : context.workspace().datasets()) {
            Optional<Consented> before = remembered.of(dataset.name());
            Optional<Consented> now = dataset.withdrawals()
                    .map(list -> said(dataset, list))
                    .map(each -> before.map(each::and).orElse(each));
            if (remember && !now.equals(before)) {
                now.ifPresent(remembered::write);
            }
            now.or(() -> before.filter(each -> isNeeded(each, remember))).ifPresent(all::add);
        }
        remembered.all().stream()
                .filter(each -> context.workspace().dataset(each.dataset()).isEmpty())
                .filter(each -> isNeeded(each, remember))
                .forEach(all::add);
        return all;
    }

    /** What is remembered alone is forgotten with the last row: nobody keeps the list of a dataset that is gone. */
    private boolean isNeeded(Consented before, boolean remember) {
        boolean needed = rows.holds(before.dataset());
        if (!needed && remember) {
            remembered.forget(before);
        }
        return needed;
    }

    private Consented said(Dataset dataset, WithdrawalList list) {
        Optional<List<String>> expressions = PersonExpressions.of(dataset);
        if (expressions.isEmpty()) {
            unknown.put(
                    dataset.name(),
                    WithdrawnIds.unknown(
                                    dataset.name(),
                                    "its mapping makes pseudonyms of persons otherwise than by pseudonym(…) alone")
                            .problem()
                            .stream()
                            .toList());
        }
        return new Consented(
                dataset.name(),
                dataset.contract(),
                list,
                new TreeSet<>(expressions.orElse(List.of())),
                new TreeSet<>(Set.of(context.contracts().pseudonymDomain(dataset))));
    }

    private Optional<Withdrawal> withdrawal(Consented consented) {
        WithdrawnIds known =
                WithdrawnIds.read(context.spark(), context.workspace().folder(), consented.dataset(), consented.list());
        known.problem().ifPresent(why -> unknown.put(consented.dataset(), List.of(why)));
        return known.ids().isEmpty() || unknown.containsKey(consented.dataset())
                ? Optional.empty()
                : Optional.of(new Withdrawal(context.spark(), context.lake(), consented, known.ids(), key.get()));
    }

    private Purged purged(Consented consented, long landed, long conformed) {
        TreeSet<String> versions = new TreeSet<>();
        context.workspace().contracts().find(consented.contract()).ifPresent(each -> versions.add(each.sha256()));
        return new Purged(
                consented.dataset(),
                consented.contract(),
                versions,
                Cause.WITHDRAWN,
                Optional.empty(),
                "Learners took their consent back.",
                counts.text(landed),
                counts.text(conformed));
    }
}
