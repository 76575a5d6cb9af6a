// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured is right; how fast it is depends on the machine and is no matter of a test. */
class CubeBenchTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() {
        TestSpark.session();
    }

    /** Four comparisons, each of all cells; exit code 4 only because a small case is no race. */
    @Test
    void everyCellEqualsDuckDbs() throws IOException {
        Called called = Called.with("bench", "cube", "--events", "10000", "--runs", "1", "--json");

        assertThat(called.code()).as(called.err()).isIn(0, 4);
        JsonNode made = new ObjectMapper().readTree(called.out());
        Set<String> names = new HashSet<>();
        Set<Integer> cells = new HashSet<>();
        for (JsonNode each : made) {
            names.add(each.path("name").asText() + ": " + each.path("peer").asText());
            cells.add(each.path("cells").asInt());
            assertThat(each.path("equal").asBoolean()).as(each.toString()).isTrue();
            assertThat(each.path("ratio").asDouble())
                    .isCloseTo(
                            each.path("peer_s").asDouble() / each.path("ours_s").asDouble(), withinPercentage(0.001));
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "facts in memory: DuckDB, GROUP BY CUBE",
                        "facts in Parquet: DuckDB, GROUP BY CUBE",
                        "events in Parquet: DuckDB, GROUP BY CUBE",
                        "events in Parquet: DuckDB, deduplicate, then add");
        assertThat(cells).hasSize(1).allMatch(number -> number > 1_000);
    }

    /** 10 000 events, against DuckDB's sums; and Spark SQL on the events of a tenth. */
    @Test
    void whatIsAskedForInsteadIsEqualToo() throws IOException {
        Called called =
                Called.with("bench", "cube", "--events", "1000", "--runs", "1", "--spark-sql", "--growth", "--json");

        assertThat(called.code()).as(called.err()).isIn(0, 4);
        JsonNode made = new ObjectMapper().readTree(called.out());
        assertThat(made).hasSize(2);
        JsonNode growth = made.get(0);
        assertThat(growth.path("name").asText() + ": " + growth.path("peer").asText())
                .isEqualTo("events in Parquet, ten times as many: ours, 1000 events");
        assertThat(growth.path("goal").asDouble()).isEqualTo(1.0 / 11);
        assertThat(growth.path("equal").asBoolean()).as(growth.toString()).isTrue();
        JsonNode sql = made.get(1);
        assertThat(sql.path("peer").asText()).isEqualTo("Spark SQL, CUBE of a tenth, its time ten times");
        assertThat(sql.path("goal").asDouble()).isEqualTo(50);
        assertThat(sql.path("equal").asBoolean()).as(sql.toString()).isTrue();
        assertThat(sql.path("cells").asInt())
                .as("cells of a tenth")
                .isBetween(100, growth.path("cells").asInt() - 1);
    }

    @Test
    void whatIsNotEqualOrTooSlowIsNotMet() {
        Duration one = Duration.ofSeconds(1);
        assertThat(List.of(
                        new Comparison("a", "b", one, one.multipliedBy(4), 4, 1, true).isMet(),
                        new Comparison("a", "b", one, one.multipliedBy(4), 4, 1, false).isMet(),
                        new Comparison("a", "b", one, one.multipliedBy(3), 4, 1, true).isMet()))
                .containsExactly(true, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "en, --runs 0, must be at least 1",
        "fr, --runs 0, au moins 1",
        "en, --events 5, from 1000",
        "en, --growth --events 10000001, at most 10000000",
        "fr, --growth --events 10000001, au plus 10000000",
        "en, --data FOLDER, school is not there",
        "fr, --data FOLDER, n'existe pas",
    })
    void badInputIsTold(String language, String options, String told) {
        String command = "bench cube --lang " + language + " " + options.replace("FOLDER", folder.toString());
        Called called = Called.with(command.split(" ", -1));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(told).doesNotContain("Exception");
    }
}
