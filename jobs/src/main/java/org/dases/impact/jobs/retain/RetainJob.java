// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final RetentionRules rules;
    private final RestrictedRows rows;
    private final Purges purges;
    private final Discreet counts;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace
     */
    public RetainJob(JobContext context) {
        this.context = context;
        this.contracts = ContractFolder.read(context.workspace().folder().resolve("contracts"));
        this.rules = new RetentionRules(context.workspace(), contracts);
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
        List<Purged> purged = new ArrayList<>();
        purges.begun().values().forEach(purged::addAll);
        List<String> unclear = new ArrayList<>();
        purged.addAll(due(unclear));
        List<Purged> distinct = purged.stream().distinct().toList();
        return new RetainReport(
                distinct,
                unclear,
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
        new DecisionLog(context.spark(), context.lake())
                .append(context.contracts().book().take());
        RetainReport now =
                due.isEmpty() ? RetainReport.NOTHING : purges.begin(due, erasure -> due.forEach(erasure::purge));
        return before.and(new RetainReport(now.purged(), unclear, now.cells(), now.releases()));
    }

    /**
     * Brings purges to their end that were killed; the caller holds the lake's lease.
     *
     * @return what they purged; nothing when there were none
     */
    public RetainReport finish() {
        new Eraser(context.spark(), context.lake()).emptyTrash();
        RetainReport report = RetainReport.NOTHING;
        for (Map.Entry<String, List<Purged>> each : purges.begun().entrySet()) {
            report = report.and(purges.carryOut(
                    each.getKey(), each.getValue(), erasure -> each.getValue().forEach(erasure::purge)));
        }
        return report;
    }

    /**
     * Datasets of which rows are due to be purged. Until they are nothing of these datasets may be used.
     *
     * @return dataset to the reason and what to do
     */
    public Map<String, List<String>> overdue() {
        Instant now = context.clock().instant();
        Map<String, List<String>> overdue = new LinkedHashMap<>();
        for (Holding holding : rows.pulled()) {
            Verdict verdict = rules.of(holding.dataset(), holding.contract(), now);
            if (verdict instanceof Verdict.Due due && isThere(holding, due)) {
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
        List<Purged> purged = new ArrayList<>();
        try (Progress.Step step = context.progress().step("look for rows to purge", 0)) {
            for (Holding holding : rows.holdings()) {
                Verdict verdict = rules.of(holding.dataset(), holding.contract(), now);
                Optional<Purged> gone = verdict instanceof Verdict.Due due ? purged(holding, due) : Optional.empty();
                note(holding, verdict, gone, now);
                if (gone.isPresent()) {
                    purged.add(gone.get());
                } else if (verdict instanceof Verdict.Unclear open) {
                    unclear.add(open.reason());
                }
            }
            step.done("");
        }
        return purged;
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
