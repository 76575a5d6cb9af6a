// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.ClearedRelease;
import org.dases.impact.indicators.disclosure.Gate;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.compute.ConformedRows;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.job.Lanes;
import org.dases.impact.jobs.job.SparkWorkers;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Digest;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.workspace.Thresholds;

/**
 * Sends the cells of all tables through the gate and publishes what it clears, as one release. All tables go through
 * together, since what one prints may give back what another hides.
 */
public final class ReleaseJob {
    private final JobContext context;
    private final PublishedZone zone;
    private final LedgerBook ledger;
    private final Rules rules;
    private final RunRecord records;

    /**
     * A job on a workspace.
     *
     * @param context session, lake, workspace, contracts
     */
    public ReleaseJob(JobContext context) {
        this.context = context;
        this.zone = new PublishedZone(context.spark(), context.lake());
        this.ledger = new LedgerBook(context.spark(), context.lake());
        this.rules = rules(context.workspace().settings().thresholds());
        this.records = new RunRecord(context, rules);
    }

    /**
     * Releases.
     *
     * @param tables all tables of the workspace
     * @param permission asks which datasets may be published now; asked before the gate and again after it
     * @return what came of it
     */
    public ReleaseOutcome run(List<PublishedTable> tables, Supplier<Permitted> permission) {
        List<PublishedZone.Committed> committed = zone.committed();
        PublishedZone.Committed last = PublishedZone.Committed.last(committed);
        Optional<Long> unlisted = records.unlisted(committed);
        if (unlisted.isPresent()) {
            return new ReleaseOutcome.Unledgered(unlisted.get(), ReleaseOutcome.Lack.UNLISTED);
        }
        settle(last.id());
        Map<PublishedTable, CellsInputs> inputs = computed(tables);
        if (inputs.isEmpty()) {
            return new ReleaseOutcome.Nothing();
        }
        Permitted permitted = permission.get();
        List<LeftOut> left = new ArrayList<>(leaveOut(inputs, permitted));
        while (!inputs.isEmpty()) {
            String fingerprint = fingerprint(inputs);
            if (last.fingerprint().equals(fingerprint)) {
                // A run that was killed after its commit left files of the release before.
                export();
                return new ReleaseOutcome.Unchanged(last.id(), left);
            }
            LedgerBook.Reading remembered = ledger.read(committed);
            if (remembered.lacking().isPresent()) {
                return remembered.lacking().get();
            }
            Reviewed reviewed = gate(inputs, permitted, remembered.pages());
            // The gate may take long. What was withdrawn meanwhile goes, and the gate decides on the rest alone.
            permitted = permission.get();
            List<LeftOut> meanwhile = leaveOut(inputs, permitted);
            left.addAll(meanwhile);
            if (meanwhile.isEmpty()) {
                Next next = new Next(last.id() + 1, fingerprint, last.head(), left);
                return reviewed.clearance()
                        .match(
                                granted -> publish(next, inputs, reviewed.tables(), granted),
                                refused -> new ReleaseOutcome.Refused(refused.reasons(), refused.cause()));
            }
        }
        return new ReleaseOutcome.Denied(left);
    }

    /** What a run left that was killed on either side of its commit. */
    private void settle(long last) {
        // The number of what was not committed is used again, perhaps by a release without some of its tables.
        if (records.isLeft(last)) {
            zone.removeAfter(last);
        }
        records.settle(last);
    }

    /** Tables that have cells, and what these were computed from. */
    private Map<PublishedTable, CellsInputs> computed(List<PublishedTable> tables) {
        Map<PublishedTable, CellsInputs> inputs = new LinkedHashMap<>();
        for (PublishedTable table : tables) {
            CellsInputs.read(context.spark(), context.lake().cells(table.id()))
                    .ifPresent(each -> inputs.put(table, each));
        }
        return inputs;
    }

    /** Takes out the tables that rest on a dataset that may not be published. */
    private List<LeftOut> leaveOut(Map<PublishedTable, CellsInputs> inputs, Permitted permitted) {
        List<LeftOut> left = new StillAllowed(context).leftOut(inputs, permitted);
        left.forEach(each -> inputs.keySet().removeIf(table -> table.id().equals(each.table())));
        return left;
    }

    private String fingerprint(Map<PublishedTable, CellsInputs> inputs) {
        List<String> parts = new ArrayList<>();
        inputs.forEach((table, used) -> parts.add(table.id() + "=" + used.fingerprint()));
        parts.add(rules.toString());
        return Digest.of(parts);
    }

    private List<String> tied(Map<PublishedTable, CellsInputs> inputs, Submission submission) {
        try (Progress.Step step = context.progress().step("compare tables", 0)) {
            AxisKinds kinds = new AxisKinds(inputs.keySet());
            List<String> tied = new ArrayList<>(
                    new SeveralParents(kinds, List.copyOf(inputs.keySet()), submission.tables()).find());
            tied.addAll(new TiedTables(new ConformedRows(context), kinds, submission).find(inputs));
            step.done("");
            return tied;
        }
    }

    /**
     * What the gate says.
     *
     * @param tables what it was asked
     * @param clearance its answer
     */
    private record Reviewed(List<CellTable> tables, Clearance clearance) {}

    private Reviewed gate(
            Map<PublishedTable, CellsInputs> inputs, Permitted permitted, List<LedgerBook.Page> remembered) {
        List<CellTable> tables = tables(inputs, permitted);
        Set<String> used = new HashSet<>();
        datasets(inputs).values().forEach(used::addAll);
        List<EarlierRelease> earlier = new EarlierReleases(tables, places(inputs.keySet()), used).of(remembered);
        Submission submission = new Submission(tables, rules, earlier);
        List<String> tied = tied(inputs, submission);
        if (!tied.isEmpty()) {
            return new Reviewed(tables, new Clearance.Refused(tied, Optional.empty()));
        }
        try (Progress.Step step = context.progress().step("gate", 0)) {
            List<String> persons = CodesOfPersons.in(tables);
            if (!persons.isEmpty()) {
                return new Reviewed(tables, new Clearance.Refused(persons, Optional.empty()));
            }
            Clearance clearance = Gate.on(new SparkWorkers(context.spark())).review(submission);
            step.done("");
            return new Reviewed(tables, clearance);
        }
    }

    /**
     * The release that is to be made.
     *
     * @param id its number
     * @param fingerprint hash of what it is made from
     * @param previous head of the ledger of the release before
     * @param left tables that are not in it although they were computed
     */
    private record Next(long id, String fingerprint, String previous, List<LeftOut> left) {}

    private ReleaseOutcome publish(
            Next next, Map<PublishedTable, CellsInputs> inputs, List<CellTable> tables, Clearance.Granted granted) {
        long id = next.id();
        ClearedRelease cleared = granted.release();
        // as exact as a table can say it
        Instant at = context.clock().instant().truncatedTo(ChronoUnit.MICROS);
        PublishedZone.ReleaseHead head = new PublishedZone.ReleaseHead(at, next.fingerprint(), EngineVersion.text());
        try (Progress.Step step = context.progress()
                .step("publish release " + id, cleared.tables().size())) {
            Map<String, PublishedTable> byId = new LinkedHashMap<>();
            inputs.keySet().forEach(table -> byId.put(table.id(), table));
            records.prepare(id, head, inputs, cleared);
            Map<String, Iterable<Row>> rows = PublishedZone.rows(
                    id, cleared, byId, context.workspace().settings().schoolYearStart());
            Map<String, String> hashes = new LinkedHashMap<>();
            byId.forEach((table, asked) ->
                    hashes.put(table, TableHash.of(PublishedColumns.of(asked), rows.getOrDefault(table, List.of()))));
            // What is to be remembered comes before what is to be seen.
            String commitment = ledger.write(id, at, granted, places(inputs.keySet()), datasets(inputs));
            Map<String, Object> policy = new Policy(rules).of(tables, byId, granted.kept());
            CertificateFile.Seal seal = new CertificateFile(context.lake().publishedFolder())
                    .write(id, head, policy, cleared, hashes, commitment, next.previous());
            zone.publish(id, cleared, byId, rows, rules.learners(), head, seal);
            records.settle(id);
            step.done("");
        }
        export();
        return new ReleaseOutcome.Released(
                id,
                cleared.tables().stream()
                        .map(table -> new ReleaseOutcome.TableFigures(table.id(), table.published(), table.withheld()))
                        .toList(),
                granted.kept(),
                next.left());
    }

    /** Read back from the committed tables, so that no file can hold what was not cleared. */
    private void export() {
        try (Progress.Step step = context.progress().step("export", 0)) {
            Export.beside(context.lake().publishedFolder()).heal();
            step.done("");
        }
    }

    /** Datasets that each table rests on. */
    private static Map<String, Set<String>> datasets(Map<PublishedTable, CellsInputs> inputs) {
        Map<String, Set<String>> datasets = new LinkedHashMap<>();
        inputs.forEach(
                (table, used) -> datasets.put(table.id(), used.contracts().keySet()));
        return datasets;
    }

    private Map<String, LedgerPlace> places(Collection<PublishedTable> tables) {
        Map<String, LedgerPlace> places = new LinkedHashMap<>();
        tables.forEach(table -> places.put(table.id(), new LedgerPlace(table, periods(table))));
        return places;
    }

    private Periods periods(PublishedTable table) {
        return new Periods(table.periods(), context.workspace().settings().schoolYearStart());
    }

    private List<CellTable> tables(Map<PublishedTable, CellsInputs> inputs, Permitted permitted) {
        AxisKinds kinds = new AxisKinds(inputs.keySet());
        return Lanes.on(context.spark()).each(List.copyOf(inputs.keySet()), table -> {
            SeriesOf seriesOf = new SeriesOf(
                    table,
                    permitted,
                    Objects.requireNonNull(inputs.get(table)).contracts().keySet(),
                    context.workspace().datasets());
            Dataset<Row> cells = DeltaTables.read(
                            context.spark(), context.lake().cells(table.id()))
                    .orElseThrow();
            return new CellsReader(table, seriesOf, periods(table), kinds).read(cells);
        });
    }

    private static Rules rules(Thresholds thresholds) {
        return new Rules(
                thresholds.learners(),
                thresholds.denominator(),
                thresholds.side(),
                thresholds.schools(),
                thresholds.largestSchoolPercent(),
                thresholds.providers(),
                thresholds.publishZeros() ? Zeros.PUBLISH : Zeros.WITHHOLD);
    }
}
