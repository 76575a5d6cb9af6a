// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.canonical.ConformCounts;
import org.dases.impact.jobs.TestSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Instant NOON = Instant.parse("2025-10-01T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLogOfBeforeCodesWereCountedIsReadAndGoneOnWith() {
        String path = folder.resolve("_runs").toString();
        RunLog log = new RunLog(TestSpark.session(), path);
        log.append(entry("a", 7));
        String old = folder.resolve("old").toString();
        read(path).drop("unknown_codes").write().format("delta").save(old);

        assertThat(codes(old)).containsExactly("a|null");
        RunLog onTop = new RunLog(TestSpark.session(), old);
        assertThat(onTop.last()).containsOnlyKeys("a");
        onTop.append(entry("b", 5));
        assertThat(codes(old)).containsExactlyInAnyOrder("a|null", "b|5");
    }

    private static List<String> codes(String path) {
        return RunLog.standing(read(path)).select("dataset", "unknown_codes").collectAsList().stream()
                .map(row -> row.mkString("|"))
                .toList();
    }

    private static Dataset<Row> read(String path) {
        return TestSpark.session().read().format("delta").load(path);
    }

    private static RunLog.Entry entry(String dataset, long unknownCodes) {
        ConformCounts counts = new ConformCounts(10, new TreeMap<>(), 0, new TreeMap<>(), 0, 0, unknownCodes, 0, 0);
        RunLog.Last last = new RunLog.Last("table", 1, "mapping", "engine", NOON);
        return new RunLog.Entry(dataset, "p", LocalDate.of(2025, 10, 1), "2025-2026", counts, true, last);
    }
}
