// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import io.delta.tables.DeltaTable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.lake.Eraser;
import org.jspecify.annotations.Nullable;

/** Random traces of two datasets in a conformed zone, where rows come late, change and go. */
final class SampleEvents {
    static final CubeSettings SETTINGS =
            new CubeSettings(Duration.ofMinutes(30), ZoneId.of("Europe/Paris"), MonthDay.of(9, 1));
    private static final Text NAME = new Text("x", "x");
    static final PublishedTable TABLE = table(List.of(
            indicator("ROWS", "event", new Measure.Rows(), Optional.of("minutes < 50")),
            indicator("SUM", "event", new Measure.Sum("minutes"), Optional.empty()),
            indicator("SHARE", "event", new Measure.Rate("minutes >= 30", "true"), Optional.empty()),
            indicator(
                    "UNIQUE", "event", new Measure.Distinct(List.of("learner_pid", "resource_id")), Optional.empty())));

    /** Over what is made of the traces: sessions, which one late trace may join, and the calendar of each trace. */
    static final PublishedTable SESSIONS = table(List.of(
            indicator("SESSIONS", "session", new Measure.Rows(), Optional.empty()),
            indicator("ACTIONS", "session", new Measure.Sum("actions"), Optional.empty()),
            indicator("LONG", "session", new Measure.Rate("active_s > 600", "true"), Optional.empty()),
            indicator("SHARE", "activity", new Measure.Rate("school_time", "true"), Optional.empty())));

    private static final StructType EVENT = StructType.fromDDL("_dataset STRING, event_id STRING, learner_pid STRING, "
            + "uai STRING, provider_id STRING, solution_id STRING, resource_id STRING, local_date DATE, minutes DOUBLE, "
            + "ts TIMESTAMP, action STRING, role STRING, school_year STRING, duration_s DOUBLE");
    private static final StructType LEARNER = StructType.fromDDL(
            "_dataset STRING, learner_pid STRING, uai STRING, " + "level STRING, valid_from DATE, valid_to DATE");
    private static final StructType SCHOOL =
            StructType.fromDDL("_dataset STRING, uai STRING, academie STRING, school_year STRING");

    private final String folder;
    private final Random random;
    private final List<String> datasets = List.of("d0", "d1");
    private int written;

    SampleEvents(String folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    private static PublishedTable table(List<Indicator> indicators) {
        return new PublishedTable(
                "t",
                NAME,
                indicators,
                List.of(
                        dimension("academie", "school.academie"),
                        dimension("level", "learner.level"),
                        dimension("solution", "row.solution_id")),
                List.of(PeriodKind.ALL, PeriodKind.MONTH),
                OptionalInt.empty(),
                NAME);
    }

    private static Indicator indicator(String id, String over, Measure measure, Optional<String> where) {
        return new Indicator(
                id, NAME, NAME, Unit.COUNT, over, ContributorKind.LEARNER, where, measure, false, 0, "1.0.0", "x");
    }

    private static Dimension dimension(String id, String source) {
        return new Dimension(id, NAME, List.of(new Level(id, source)));
    }

    void write() {
        save("event", EVENT, some(300), "overwrite");
        List<Row> learners = new ArrayList<>();
        List<Row> schools = new ArrayList<>();
        for (String dataset : datasets) {
            for (int i = 0; i < 20; i++) {
                learners.add(RowFactory.create(dataset, "L" + i, "U" + i % 5, i % 2 == 0 ? "6e" : "5e", null, null));
            }
            for (int i = 0; i < 4; i++) {
                schools.add(RowFactory.create(dataset, "U" + i, "A" + i % 3, "2025-2026"));
            }
        }
        save("learner", LEARNER, learners, "overwrite");
        save("school", SCHOOL, schools, "overwrite");
    }

    /** Some rows come, on old days too; some change; some go; what is left of a dataset may be written anew. */
    void change() {
        save("event", EVENT, some(5), "append");
        DeltaTable events = DeltaTable.forPath(TestSpark.session(), folder + "event");
        int number = random.nextInt(250);
        events.delete("event_id in ('e" + number + "', 'e" + (number + 7) + "')");
        String minutes = "'e" + (number + 20) + "'";
        String day = "'e" + (number + 21) + "'";
        String place = "'e" + (number + 22) + "'";
        events.updateExpr(
                "event_id in (" + String.join(", ", minutes, day, place) + ")",
                Map.of(
                        "minutes", "if(event_id = " + minutes + ", coalesce(minutes, 0) + 1, minutes)",
                        "local_date", "date_add(local_date, if(event_id = " + day + ", 40, 0))",
                        "uai", "if(event_id = " + place + ", provider_id, uai)",
                        "provider_id", "if(event_id = " + place + ", uai, provider_id)"));
        List<Row> same = events.toDF().where("_dataset = 'd1'").collectAsList();
        TestSpark.session()
                .createDataFrame(same, EVENT)
                .write()
                .format("delta")
                .mode("overwrite")
                .option("replaceWhere", "_dataset = 'd1'")
                .save(folder + "event");
    }

    /** Takes all rows of a dataset out of every file. */
    void erase(String dataset, Eraser eraser) {
        eraser.delete(folder + "event", functions.col("_dataset").equalTo(dataset));
        eraser.sweep(folder + "event");
    }

    void moveLearners() {
        DeltaTable.forPath(TestSpark.session(), folder + "learner")
                .updateExpr("learner_pid in ('L1', 'L2')", Map.of("uai", "'U3'", "level", "'4e'"));
    }

    CanonicalData data(Set<String> permitted) {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        for (String name : List.of("event", "learner", "school")) {
            tables.put(
                    name,
                    TestSpark.session()
                            .read()
                            .format("delta")
                            .load(folder + name)
                            .where(functions.col("_dataset").isin(permitted.toArray())));
        }
        return new CanonicalData(tables);
    }

    private List<Row> some(int number) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int learner = random.nextInt(25);
            LocalDate day = LocalDate.of(2025, 9, 1).plusDays((learner * 4L + random.nextInt(12)) % 100);
            LocalDateTime time = day.atTime(22, 0).plusMinutes(random.nextInt(240));
            rows.add(RowFactory.create(
                    datasets.get(random.nextInt(2)),
                    "e" + written++,
                    "L" + learner,
                    unless(6, "U" + learner % 5),
                    unless(12, "P" + random.nextInt(3)),
                    unless(12, "S" + random.nextInt(3)),
                    unless(12, "R" + random.nextInt(5)),
                    unless(20, Date.valueOf(day)),
                    unless(15, (double) random.nextInt(60)),
                    unless(20, Timestamp.from(time.toInstant(ZoneOffset.UTC))),
                    "VIEW",
                    null,
                    null,
                    unless(2, (double) random.nextInt(900))));
        }
        return rows;
    }

    private @Nullable Object unless(int once, Object value) {
        return random.nextInt(once) == 0 ? null : value;
    }

    private void save(String table, StructType type, List<Row> rows, String mode) {
        TestSpark.session()
                .createDataFrame(rows, type)
                .write()
                .format("delta")
                .partitionBy("_dataset")
                .mode(mode)
                .save(folder + table);
    }
}
