// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dases.impact.jobs.export.PublishedFixture;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.lake.RunLease;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @TempDir
    Path folder;

    Path lake = Path.of("");
    Path files = Path.of("");

    @BeforeEach
    void writesAWorkspaceThatReleasedTwoTables() {
        Called.with("init", folder.toString());
        lake = folder.resolve(".impact/lake");
        files = lake.resolve("published/export");
        PublishedFixture zone = new PublishedFixture(lake.resolve("published"));
        zone.rows("results", row("_T", 3.5), row("Bio", 2.5));
        zone.rows("usage", row("_T", 40.0));
        zone.commit(1, Map.of("results", 2L, "usage", 1L));
    }

    @Test
    void writesAllTablesInBothFormsBesideThem() throws IOException {
        Called called = Called.with("export", folder.toString(), "--lang", "en");

        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.out())
                .isEqualToIgnoringNewLines("written: " + files.resolve("results.csv") + "written: "
                        + files.resolve("results_excel-fr.csv") + "written: " + files.resolve("usage.csv")
                        + "written: " + files.resolve("usage_excel-fr.csv") + "The files show release 1.");
        assertThat(Files.readAllLines(files.resolve("results.csv")))
                .containsExactly(
                        "release_id,school_year,period_start,course,indicator_id,value,value_low,n_learners,conf_status,"
                                + "frozen_since",
                        "1,2025-2026,,_T,PR-06,3.5,,20,F,",
                        "1,2025-2026,,Bio,PR-06,2.5,,20,F,");
        assertThat(Called.with("export", folder.toString(), "--lang", "fr").out())
                .contains("inchangé : " + files.resolve("usage.csv"), "Les fichiers montrent la diffusion 1.");
    }

    @Test
    void writesTheAskedTableInTheAskedFormToTheAskedFolder() throws IOException {
        Path out = folder.resolve("for/you");

        Called called = Called.with(
                "export",
                folder.toString(),
                "--table",
                "usage",
                "--format",
                "excel-fr",
                "--out",
                out.toString(),
                "--json");

        assertThat(called.code()).as(called.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(called.out());
        assertThat(result.path("release").asLong()).isEqualTo(1);
        assertThat(result.path("files")).hasSize(1);
        assertThat(result.at("/files/0"))
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("table", "usage")
                        .put("format", "excel-fr")
                        .put("path", out.resolve("usage_excel-fr.csv").toString())
                        .put("rows", 1)
                        .put("written", true));
        assertThat(out.toFile().list()).containsExactly("usage_excel-fr.csv");
        assertThat(files).doesNotExist();
    }

    @Test
    void aReleaseIsShownWithItsFiles() throws IOException {
        Called.with("export", folder.toString());
        Files.delete(files.resolve("usage.csv"));

        JsonNode shown = new ObjectMapper()
                .readTree(Called.with("releases", "show", folder.toString(), "--json")
                        .out());

        assertThat(shown.at("/tables/0/table").asText()).isEqualTo("results");
        assertThat(shown.at("/tables/0/export"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        files.resolve("results.csv").toString(),
                        files.resolve("results_excel-fr.csv").toString());
        assertThat(shown.at("/tables/1/export"))
                .extracting(JsonNode::asText)
                .containsExactly(files.resolve("usage_excel-fr.csv").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--table usge", "--table usage --table usge"})
    void anUnknownTableIsToldAndNothingWritten(String options) {
        Called called = Called.with(("export " + folder + " " + options).split(" "));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("no table 'usge'", "did you mean 'usage'?", "Nothing was written");
        assertThat(files).doesNotExist();
    }

    @Test
    void anUnknownFormIsToldWithThoseThereAre() {
        Called called = Called.with("export", folder.toString(), "--format", "csv,excelfr");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .contains("there is no format 'excelfr' (did you mean 'excel-fr'?). There are: csv, excel-fr.")
                .doesNotContain("EXCEL_FR");
        assertThat(files).doesNotExist();
    }

    @Test
    void whereNothingWasReleasedNothingIsExported() {
        Path fresh = folder.resolve("fresh");
        Called.with("init", fresh.toString());

        Called called = Called.with("export", fresh.toString());

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("not a published lake", "impact run");
    }

    @Test
    void aRunOnTheSameLakeComesFirst() {
        RunLease run = RunLease.take(new Lake(lake.toString()), Duration.ZERO, Clock.systemUTC());
        try {
            Called beside = Called.with("export", folder.toString());
            assertThat(beside.code()).isEqualTo(5);
            assertThat(beside.err()).contains("Another run works on this lake");
            assertThat(files).doesNotExist();

            Called elsewhere = Called.with(
                    "export", folder.toString(), "--out", folder.resolve("out").toString());
            assertThat(elsewhere.code()).as(elsewhere.err()).isZero();
        } finally {
            run.close();
        }
    }

    private static @Nullable Object[] row(String course, double value) {
        return new @Nullable Object[] {1L, "2025-2026", null, course, "PR-06", value, null, 20L, "F", null};
    }
}
