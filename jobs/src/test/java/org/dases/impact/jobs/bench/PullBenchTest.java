// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.generate.StatementsFile;
import org.dases.impact.jobs.observe.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured is right; how fast it is depends on the machine and is no matter of a test. */
class PullBenchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() {
        TestSpark.session();
    }

    /** The file that the command makes, read here line by line. */
    @Test
    void allThatAreDifferentLand() throws IOException {
        Path file = folder.resolve("same.jsonl");
        StatementsFile.write(2025, 5_000, file, Progress.SILENT);
        List<String> lines = Files.readAllLines(file);
        Set<String> ids = new TreeSet<>();
        for (String line : lines) {
            ids.add(JSON.readTree(line).path("id").asText());
        }

        JsonNode made = measured("--events", "5000");

        assertThat(lines).hasSizeBetween(4_000, 6_000);
        assertThat(ids).as("some come twice").hasSizeLessThan(lines.size());
        assertThat(made.path("cells").asInt()).isEqualTo(ids.size());
        assertThat(made.path("name").asText()).isEqualTo("xAPI landing");
        assertThat(made.path("peer").asText()).isEqualTo("DuckDB, read_json");
        assertThat(made.path("goal").asDouble()).isEqualTo(1.0 / 3);
    }

    /** Three ids: one twice, one in capitals; a line that is cut and one without an id count for nobody. */
    @Test
    void aFileOfTheCallersIsTaken() throws IOException {
        Path file = folder.resolve("mine.jsonl");
        Files.writeString(
                file,
                statement("a1", "played") + statement("a2", "paused") + statement("a1", "played")
                        + statement("B3", "played") + "{\"id\": \"a4\", \"verb\n"
                        + "{\"verb\": {\"id\": \"urn:played\"}, \"object\": {\"id\": \"urn:x\"}}\n");

        assertThat(measured("--data", file.toString()).path("cells").asInt()).isEqualTo(3);
    }

    private static String statement(String id, String verb) {
        return "{\"id\": \"" + id + "\", \"verb\": {\"id\": \"urn:" + verb + "\"}, \"object\": {\"id\": \"urn:x\"}}\n";
    }

    private static JsonNode measured(String option, String value) throws IOException {
        Called called = Called.with("bench", "pull", "--runs", "1", option, value, "--json");

        assertThat(called.code()).as(called.err()).isIn(0, 4);
        JsonNode made = JSON.readTree(called.out());
        assertThat(made).hasSize(1);
        assertThat(made.get(0).path("equal").asBoolean()).as(made.toString()).isTrue();
        return made.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "en, --runs 0, must be at least 1",
        "en, --events 0, from 1000 to 10000000",
        "fr, --events 0, entre 1000 et 10000000",
        "en, --data FOLDER/none.jsonl, is no file",
        "fr, --data FOLDER, pas un fichier",
        "en, --data FOLDER/empty.jsonl, No line of the file",
        "fr, --data FOLDER/cut.jsonl, Aucune ligne du fichier",
        "en, --data FOLDER/mail.jsonl, e-mail",
    })
    void badInputIsTold(String language, String options, String told) throws IOException {
        Files.writeString(folder.resolve("empty.jsonl"), "");
        Files.writeString(folder.resolve("cut.jsonl"), "{\"id\": \n");
        Files.writeString(folder.resolve("mail.jsonl"), "{\"id\": \"a\", \"actor\": {\"mbox\": \"mailto:a@b.fr\"}}\n");
        String command = "bench pull --lang " + language + " " + options.replace("FOLDER", folder.toString());
        Called called = Called.with(command.split(" ", -1));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(told).doesNotContain("Exception").doesNotContain("a@b.fr");
    }
}
