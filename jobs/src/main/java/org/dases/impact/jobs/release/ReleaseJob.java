// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.CellTable;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.ClearedRelease;
import org.dases.impact.indicators.disclosure.Gate;
import org.dases.impact.indicators.disclosure.Rules;
import org.dases.impact.indicators.disclosure.Series;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.indicators.disclosure.Zeros;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.export.Export;
import org.dases.impact.jobs.job.EngineVersion;
import org.dases.impact.jobs.job.JobContext;
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
        Optional<PublishedZone.Committed> last = zone.last();
        records.settle(last.map(PublishedZone.Committed::id).orElse(0L));
        Map<PublishedTable, CellsInputs> inputs = new LinkedHashMap<>();
        for (PublishedTable table : tables) {
            CellsInputs.read(context.spark(), context.lake().cells(table.id()))
                    .ifPresent(each -> inputs.put(table, each));
        }
        if (inputs.isEmpty()) {
            return new ReleaseOutcome.Nothing();
        }
        Permitted permitted = permission.get();
        List<LeftOut> left = new ArrayList<>(leaveOut(inputs, permitted));
        while (!inputs.isEmpty()) {
            String fingerprint = fingerprint(inputs);
            if (last.isPresent() && last.get().fingerprint().equals(fingerprint)) {
                // A run that was killed after its commit left files of the release before.
                export();
                return new ReleaseOutcome.Unchanged(last.get().id(), left);
            }
            Clearance clearance = gate(inputs, permitted);
            // The gate may take long. What was withdrawn meanwhile goes, and the gate decides on the rest alone.
            permitted = permission.get();
            List<LeftOut> meanwhile = leaveOut(inputs, permitted);
            left.addAll(meanwhile);
            if (meanwhile.isEmpty()) {
                long id = last.map(PublishedZone.Committed::id).orElse(0L) + 1;
                return clearance.match(
                        granted -> publish(id, fingerprint, inputs, granted.release(), left),
                        refused -> new ReleaseOutcome.Refused(refused.reasons(), refused.cause()));
            }
        }
        return new ReleaseOutcome.Denied(left);
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

    private Clearance gate(Map<PublishedTable, CellsInputs> inputs, Permitted permitted) {
        try (Progress.Step step = context.progress().step("gate", 0)) {
            Clearance clearance = new Gate().review(submission(inputs, permitted));
            step.done("");
            return clearance;
        }
    }

    private ReleaseOutcome publish(
            long id,
            String fingerprint,
            Map<PublishedTable, CellsInputs> inputs,
            ClearedRelease cleared,
            List<LeftOut> left) {
        PublishedZone.ReleaseHead head =
                new PublishedZone.ReleaseHead(context.clock().instant(), fingerprint, EngineVersion.text());
        try (Progress.Step step = context.progress()
                .step("publish release " + id, cleared.tables().size())) {
            Map<String, PublishedTable> byId = new LinkedHashMap<>();
            inputs.keySet().forEach(table -> byId.put(table.id(), table));
            records.prepare(id, head, inputs, cleared);
            zone.publish(id, cleared, byId, context.workspace().settings().schoolYearStart(), rules.learners(), head);
            records.settle(id);
            step.done("");
        }
        export();
        return new ReleaseOutcome.Released(
                id,
                cleared.tables().stream()
                        .map(table -> new ReleaseOutcome.TableFigures(table.id(), table.published(), table.withheld()))
                        .toList(),
                left);
    }

    /** Read back from the committed tables, so that no file can hold what was not cleared. */
    private void export() {
        try (Progress.Step step = context.progress().step("export", 0)) {
            Export.beside(context.lake().publishedFolder()).heal();
            step.done("");
        }
    }

    private Submission submission(Map<PublishedTable, CellsInputs> inputs, Permitted permitted) {
        List<CellTable> tables = new ArrayList<>();
        inputs.forEach((table, used) -> {
            SeriesOf seriesOf = new SeriesOf(
                    table,
                    permitted,
                    used.contracts().keySet(),
                    context.workspace().datasets());
            Dataset<Row> cells = DeltaTables.read(
                            context.spark(), context.lake().cells(table.id()))
                    .orElseThrow();
            Map<String, String> methods = methods(cells);
            List<Series> series = table.indicators().stream()
                    .map(each -> seriesOf.of(each, methods.getOrDefault(each.id(), each.version())))
                    .toList();
            Periods periods =
                    new Periods(table.periods(), context.workspace().settings().schoolYearStart());
            tables.add(new CellsReader(table, series, periods).read(cells));
        });
        return new Submission(tables, rules);
    }

    private static Map<String, String> methods(Dataset<Row> cells) {
        Map<String, String> methods = new LinkedHashMap<>();
        cells.select("indicator_id", "method_version")
                .distinct()
                .collectAsList()
                .forEach(row -> methods.put(row.getString(0), row.getString(1)));
        return methods;
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
