// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.canonical.CanonicalTables;
import org.dases.impact.indicators.canonical.Territories;
import org.dases.impact.indicators.canonical.TerritoryLevel;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.observe.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalTablesTest {
    private static final int EVENTS = 40_000;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void write() {
        NationalTables.write(new EventsRequest(11, EVENTS, folder), Progress.SILENT);
    }

    private static Dataset<Row> table(String name) {
        return TestSpark.session().read().parquet(folder.resolve(name).toString());
    }

    /** 40 000 events: 5 000 learners, 50 schools. */
    @Test
    void writesExactlyAsManyEventsAsAskedFor() {
        assertThat(table("event").count()).isEqualTo(EVENTS);
        assertThat(table("event").select("event_id").distinct().count()).isEqualTo(EVENTS);
        assertThat(table("learner").select("learner_pid").distinct().count()).isEqualTo(5_000);
        assertThat(table("school").count()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "learner", "school"})
    void columnsAreThoseOfTheCanonicalModel(String name) {
        List<String> written = List.of(table(name).schema().fields()).stream()
                .map(field -> field.name() + " " + field.dataType().sql())
                .toList();
        List<String> canonical = CanonicalTables.get(name).allColumns().entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue().sql())
                .toList();
        assertThat(written).isEqualTo(canonical);
    }

    /** As conforming writes them: a département by its code, what it lies in by its name. */
    @Test
    void territoriesAreInTheFormThatTheCodeListsKeep() {
        table("school")
                .select("departement", "academie", "region_academique")
                .collectAsList()
                .forEach(school -> {
                    assertThat(Territories.parents(TerritoryLevel.DEPARTEMENT))
                            .containsEntry(school.getString(0), school.getString(1));
                    assertThat(Territories.parents(TerritoryLevel.ACADEMIE))
                            .containsEntry(school.getString(1), school.getString(2));
                });
    }

    /** Every event's learner is on the lists and in the school that the lists name on that day. */
    @Test
    void eventsHappenInTheSchoolOfTheLists() {
        Dataset<Row> events = table("event").as("e");
        Dataset<Row> fitting = events.join(table("learner").as("l"), "learner_pid")
                .where("e.uai = l.uai and e.local_date >= l.valid_from"
                        + " and (l.valid_to is null or e.local_date <= l.valid_to)");
        assertThat(fitting.count()).isEqualTo(EVENTS);
        assertThat(events.join(table("school"), "uai").count()).isEqualTo(EVENTS);
        assertThat(table("learner").where("valid_to is not null").count()).isPositive();
    }

    /** In UTC + 2 in summer and + 1 in winter the day of the school is that of the instant, give or take one. */
    @Test
    void daysAreThoseOfTheSchoolYear() {
        assertThat(table("event")
                        .where(
                                "local_date < '2025-09-01' or local_date > '2026-07-03' or abs(datediff(ts, local_date)) > 1")
                        .count())
                .isZero();
    }

    /** Zipf: among a hundred, ten solutions have more than half of all events. */
    @Test
    void fewSolutionsHaveMostOfTheEvents() {
        Dataset<Row> largest = table("event")
                .groupBy("solution_id")
                .count()
                .orderBy(org.apache.spark.sql.functions.desc("count"))
                .limit(10);
        assertThat(largest.agg(org.apache.spark.sql.functions.sum("count"))
                        .first()
                        .getLong(0))
                .isGreaterThan(EVENTS / 2);
    }

    @Test
    void theSameSeedWritesTheSameAndAnotherSomethingElse(@TempDir Path again, @TempDir Path other) {
        NationalTables.write(new EventsRequest(11, EVENTS, again), Progress.SILENT);
        NationalTables.write(new EventsRequest(12, EVENTS, other), Progress.SILENT);
        for (String name : List.of("event/2025-09.parquet", "learner/all.parquet", "school/all.parquet")) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
            assertThat(other.resolve(name)).exists();
        }
        assertThat(table("event")
                        .select("learner_pid")
                        .intersect(TestSpark.session()
                                .read()
                                .parquet(other.resolve("event").toString())
                                .select("learner_pid"))
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 999, 100_000_001})
    void otherNumbersAreRefused(long events) {
        assertThatThrownBy(() -> new EventsRequest(1, events, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1000 to 100000000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 100_000_000})
    void sizesStayThoseOfFrance(long events) {
        EventsRequest request = new EventsRequest(1, events, folder);
        assertThat(request.schools()).isBetween(1, 11_000);
        assertThat(request.learners()).isBetween(request.schools(), 5_600_000);
    }
}
