// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.jobs.decisions.Decided;
import org.dases.impact.jobs.decisions.DecisionLog;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.observe.Discreet;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.release.RestingTable;
import org.dases.impact.jobs.release.RestingTables;

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
    private final PurgeBook book;
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
        this.book = new PurgeBook(context.spark(), context.lake());
        this.counts = new Discreet(context.workspace().settings().thresholds().learners());
    }

    /**
     * What would be purged now. Changes nothing.
     *
     * @return what {@link #run} would do
     */
    public RetainReport plan() {
        List<Purged> purged = new ArrayList<>();
        book.begun().values().forEach(purged::addAll);
        List<String> unclear = new ArrayList<>();
        purged.addAll(due(unclear));
        List<Purged> distinct = purged.stream().distinct().toList();
        return new RetainReport(distinct, unclear, rows.cellsOn(datasets(distinct)), releases(distinct));
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
        new DecisionLog(context.spark(), context.lake())
                .append(context.contracts().book().take());
        RetainReport now = due.isEmpty() ? new RetainReport(List.of(), unclear, List.of(), List.of()) : begin(due);
        List<Purged> purged = new ArrayList<>(before.purged());
        purged.addAll(now.purged());
        List<String> cells = new ArrayList<>(before.cells());
        cells.addAll(now.cells());
        List<RestingTable> releases = new ArrayList<>(before.releases());
        releases.addAll(now.releases());
        return new RetainReport(
                purged,
                unclear,
                cells.stream().distinct().toList(),
                releases.stream().distinct().toList());
    }

    /**
     * Brings purges to their end that were killed; the caller holds the lake's lease.
     *
     * @return what they purged; nothing when there were none
     */
    public RetainReport finish() {
        new Eraser(context.spark(), context.lake()).emptyTrash();
        List<Purged> purged = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<RestingTable> releases = new ArrayList<>();
        book.begun().forEach((purge, each) -> {
            RetainReport report = erase(purge, each);
            purged.addAll(report.purged());
            cells.addAll(report.cells());
            releases.addAll(report.releases());
        });
        return new RetainReport(purged, List.of(), cells, releases);
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

    private RetainReport begin(List<Purged> due) {
        String purge = UUID.randomUUID().toString();
        book.begin(purge, context.clock().instant(), due);
        return erase(purge, due);
    }

    private RetainReport erase(String purge, List<Purged> purged) {
        SortedSet<String> datasets = datasets(purged);
        try (Progress.Step step = context.progress().step("purge " + String.join(", ", datasets), 0)) {
            List<String> cells = rows.cellsOn(datasets);
            List<RestingTable> releases = releases(purged);
            Erasure erasure = new Erasure(context.spark(), context.lake(), rows);
            erasure.cells(cells);
            purged.forEach(each -> erasure.rows(each.dataset(), each.contract(), each.before()));
            erasure.sweep(datasets);
            book.end(purge, context.clock().instant(), purged, releases);
            step.done("");
            return new RetainReport(purged, List.of(), cells, releases);
        }
    }

    private static SortedSet<String> datasets(List<Purged> purged) {
        SortedSet<String> datasets = new TreeSet<>();
        purged.forEach(each -> datasets.add(each.dataset()));
        return datasets;
    }

    private List<RestingTable> releases(List<Purged> purged) {
        return purged.isEmpty() ? List.of() : RestingTables.of(context.spark(), context.lake(), datasets(purged));
    }
}
