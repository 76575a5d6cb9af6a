// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateEventsTest {
    @TempDir
    Path folder = Path.of("");

    /** 8 000 events: 1 000 learners in 10 schools. */
    @Test
    void writesTheTablesAndSaysSo() throws IOException {
        String out = folder.resolve("fr").toString();
        Called called = Called.with("generate", "--events", "8000", "--out", out, "--json");

        assertThat(called.code()).as(called.err()).isZero();
        JsonNode told = new ObjectMapper().readTree(called.out());
        assertThat(told.at("/records/event").asLong()).isEqualTo(8_000);
        assertThat(told.path("learners").asInt()).isEqualTo(1_000);
        assertThat(told.path("schools").asInt()).isEqualTo(10);
        assertThat(folder.resolve("fr/event/2025-09.parquet")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "en, --events 999, from 1000 to 100000000",
        "fr, --events 100000001, va de 1000 à 100000000",
        "en, --events 8000 --learners 5, --learners do not go together",
        "fr, --events 8000 --schools 5, --schools ne vont pas ensemble",
        "en, --events many, many",
    })
    void badNumbersAreTold(String language, String options, String told) {
        String command = "generate --lang " + language + " --out " + folder + " " + options;
        Called called = Called.with(command.split(" ", -1));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(told).doesNotContain("Exception");
    }

    @Test
    void tablesThatAreThereAreNotMixed() throws IOException {
        Files.createDirectories(folder.resolve("learner"));
        Called called = Called.with("generate", "--events", "8000", "--out", folder.toString(), "--lang", "fr");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("existe déjà", "--out");
        assertThat(folder.resolve("event")).doesNotExist();
    }
}
