// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.jobs.decisions.Decided;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.observe.Progress;

/**
 * Purges rows that their contracts do not allow to keep any more from the landed and the conformed zone, drops the
 * cells that rest on them, and marks the releases. What is gone is gone from every file, those of older versions
 * included.
 */
public final class RetainJob {
    private final JobContext context;
    private final ContractFolder contracts;
    private final Set<String> gone;
    private final RetentionRules rules;
    private final RestrictedRows rows;
    private final LandedShare share;
    private final Purges purges;
    private final Discreet counts;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace
     */
    public RetainJob(JobContext context) {
        this(context, Set.of());
    }

    /**
     * A job that also purges what landed under contracts whose files are gone for good.
     *
     * @param context session, lake, workspace
     * @param gone identifiers of these contracts; see {@link #mistakes}
     */
    public RetainJob(JobContext context, Set<String> gone) {
        this.context = context;
        this.gone = new TreeSet<>(gone);
        this.contracts = ContractFolder.read(context.workspace().folder().resolve("contracts"));
        this.rules = new RetentionRules(context.workspace(), contracts, gone);
        this.rows = new RestrictedRows(context.spark(), context.lake());
        this.share = new LandedShare(context.spark(), context.lake(), rows);
        this.purges = new Purges(context, rows);
        this.counts = new Discreet(context.workspace().settings().thresholds().learners());
    }

    /**
     * What is wrong with the contracts that were named as gone.
     *
     * @return a sentence each, with what to do; empty when nothing is
     */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> known = gone.isEmpty() ? Set.of() : landedUnder();
        for (String contract : gone) {
            if (contracts.find(contract).isPresent()) {
                mistakes.add("--gone " + contract + ": the contract is in the folder contracts. Leave the option out;"
                        + " the contract itself says how long its rows may be kept.");
            } else if (!known.contains(contract)) {
                mistakes.add("--gone " + contract + ": no row landed under this contract. Correct the identifier;"
                        + " 'impact retain --dry-run' names the contracts that are not there.");
            }
        }
        return mistakes;
    }

    /** Those included of which a purge that was killed may have left nothing. */
    private Set<String> landedUnder() {
        Set<String> landed = new TreeSet<>();
        rows.holdings().forEach(each -> landed.add(each.contract()));
        purges.begun().values().forEach(begun -> begun.forEach(each -> landed.add(each.contract())));
        return landed;
    }

    /**
     * What would be purged now. Changes nothing.
     *
     * @return what {@link #run} would do
     */
    public RetainReport plan() {
        List<Purged> purged = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        for (List<Purged> begun : purges.begun().values()) {
            Map<String, String> held = share.undividable(begun);
            unclear.addAll(held.values());
            begun.stream().filter(each -> !held.containsKey(each.dataset())).forEach(purged::add);
        }
        purged.addAll(due(unclear));
        List<Purged> distinct = purged.stream().distinct().toList();
        return new RetainReport(
                distinct,
                unclear.stream().distinct().toList(),
                distinct.isEmpty() ? List.of() : rows.cellsOn(Purges.datasets(distinct)),
                purges.releases(distinct));
    }

    /**
     * Purges; the caller holds the lake's lease. What a killed purge left undone comes first.
     *
     * @return what was purged
     */
    public RetainReport run() {
        RetainReport before = finish();
        List<String> unclear = new ArrayList<>();
        List<Purged> due = due(unclear);
        // What was decided is written down before anything is destroyed by it.
        context.contracts().book().emptyInto(new DecisionLog(context.spark(), context.lake())::append);
        RetainReport now = due.isEmpty() ? RetainReport.NOTHING : purges.begin(due, erasure -> erasure.purge(due));
        return before.and(new RetainReport(now.purged(), unclear, now.cells(), now.releases()));
    }

    /**
     * Brings purges to their end that were killed; the caller holds the lake's lease.
     *
     * @return what they purged; nothing when there were none. Of what must wait for a sound pull it tells that
     */
    public RetainReport finish() {
        new Eraser(context.spark(), context.lake()).emptyTrash();
        RetainReport report = RetainReport.NOTHING;
        for (Map.Entry<String, List<Purged>> each : purges.begun().entrySet()) {
            List<String> held = List.copyOf(share.undividable(each.getValue()).values());
            report = report.and(
                    held.isEmpty()
                            ? purges.carryOut(each.getKey(), each.getValue(), erasure -> erasure.purge(each.getValue()))
                            : new RetainReport(List.of(), held, List.of(), List.of()));
        }
        return report;
    }

    /**
     * Datasets of which rows are due to be purged, or of which nobody can tell. Until that is settled nothing of these
     * datasets may be used.
     *
     * @return dataset to the reason and what to do
     */
    public Map<String, List<String>> overdue() {
        Instant now = context.clock().instant();
        Map<String, List<String>> overdue = new LinkedHashMap<>();
        for (Holding holding : rows.pulled()) {
            Verdict verdict = rules.of(holding.dataset(), holding.contract(), now);
            if (verdict instanceof Verdict.Unclear open) {
                overdue.computeIfAbsent(holding.dataset(), dataset -> new ArrayList<>())
                        .add(open.reason());
            } else if (verdict instanceof Verdict.Due due && isThere(holding, due)) {
                overdue.computeIfAbsent(holding.dataset(), dataset -> new ArrayList<>())
                        .add(due.reason() + " Of dataset " + holding.dataset() + " rows are kept that landed under"
                                + " the contract " + holding.contract() + " and must go. Nothing of it is used until"
                                + " 'impact retain' has purged them.");
            }
        }
        return overdue;
    }

    private boolean isThere(Holding holding, Verdict.Due due) {
        return due.before().isEmpty()
                || rows.anyLanded(holding.dataset(), RestrictedRows.landedUnder(holding.contract(), due.before()));
    }

    private List<Purged> due(List<String> unclear) {
        Instant now = context.clock().instant();
        Map<Holding, Verdict> verdicts = new LinkedHashMap<>();
        Map<Holding, Purged> found = new LinkedHashMap<>();
        try (Progress.Step step = context.progress().step("look for rows to purge", 0)) {
            for (Holding holding : rows.holdings()) {
                Verdict verdict = rules.of(holding.dataset(), holding.contract(), now);
                verdicts.put(holding, verdict);
                if (verdict instanceof Verdict.Due due) {
                    purged(holding, due).ifPresent(each -> found.put(holding, each));
                }
            }
            share.undividable(found.values()).forEach((dataset, reason) -> {
                found.keySet().stream()
                        .filter(holding -> holding.dataset().equals(dataset))
                        .forEach(holding -> verdicts.put(holding, new Verdict.Unclear(reason)));
                found.keySet().removeIf(holding -> holding.dataset().equals(dataset));
            });
            step.done("");
        }
        verdicts.forEach((holding, verdict) -> {
            note(holding, verdict, Optional.ofNullable(found.get(holding)), now);
            if (verdict instanceof Verdict.Unclear open && !unclear.contains(open.reason())) {
                unclear.add(open.reason());
            }
        });
        return List.copyOf(found.values());
    }

    private void note(Holding holding, Verdict verdict, Optional<Purged> gone, Instant now) {
        List<String> reasons = gone.map(each -> List.of(each.reason()))
                .orElseGet(() -> verdict instanceof Verdict.Unclear open ? List.of(open.reason()) : List.of());
        Optional<Contract> contract = contracts.find(holding.contract());
        context.contracts()
                .book()
                .note(new Decided(
                        now,
                        EnforcementPoint.RETENTION.code(),
                        holding.dataset(),
                        holding.contract(),
                        contract.map(Contract::sha256)
                                .orElseGet(() -> holding.versions().last()),
                        "archive",
                        new TreeSet<>(context.workspace().settings().purposes()),
                        gone.isEmpty() && !(verdict instanceof Verdict.Unclear),
                        reasons));
    }

    private Optional<Purged> purged(Holding holding, Verdict.Due due) {
        String dataset = holding.dataset();
        long landed = rows.countLanded(dataset, RestrictedRows.landedUnder(holding.contract(), due.before()));
        long conformed = rows.countConformed(RestrictedRows.conformedUnder(dataset, holding.contract(), due.before()));
        // Where all goes, also what only says how far was read goes.
        return due.before().isPresent() && landed == 0 && conformed == 0
                ? Optional.empty()
                : Optional.of(new Purged(
                        dataset,
                        holding.contract(),
                        holding.versions(),
                        due.cause(),
                        due.before(),
                        due.reason(),
                        counts.text(landed),
                        counts.text(conformed)));
    }
}
