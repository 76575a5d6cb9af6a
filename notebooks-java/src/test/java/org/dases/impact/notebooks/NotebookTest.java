// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
    private static final Path NOTEBOOK = Path.of("notebooks", "premiers-pas.ipynb");
    private static final Path EXECUTED = Path.of("target", "notebooks", "premiers-pas.ipynb");

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    static JsonNode stored;
    static JsonNode executed;

    @BeforeAll
    static void runsTheNotebookOverTheExampleLake() throws IOException {
        ExampleLake.write(folder);
        stored = JSON.readTree(NOTEBOOK.toFile());
        executed = run(folder);
        Files.createDirectories(EXECUTED.getParent());
        Files.writeString(EXECUTED, JSON.writer(printer()).writeValueAsString(executed) + "\n");
    }

    @Test
    void givesItsStoredOutputs() {
        assertThat(executed)
                .as("outputs; if the change is meant, look at " + EXECUTED + " and keep it")
                .isEqualTo(stored);
    }

    @Test
    void showsTheFiguresOfTheExampleLake() {
        List<String> texts = texts(executed);
        assertThat(texts).hasSize(4);
        assertThat(texts.get(0).lines())
                .containsExactly(
                        "1  2025-09-15T08:00:00Z  usage_by_territory        5 lignes/rows, 3 publiées/published, 2 secret",
                        "2  2025-10-15T08:00:00Z  quality_by_provider       2 lignes/rows, 2 publiées/published, 0 secret",
                        "2  2025-10-15T08:00:00Z  usage_by_territory        22 lignes/rows, 16 publiées/published, 6 secret");
        assertThat(texts.get(1).lines().toList().get(1))
                .isEqualTo("2024-2025    _T                 _T        _T      AD-02         1\u202f005   F");
        assertThat(texts.get(2)).startsWith("<svg").contains("Île-de-France", "812", "secret");
        assertThat(texts.get(3).lines())
                .containsExactly(
                        "Bretagne : secret / secret — value OptionalDouble.empty",
                        "Corse : secret / secret — value OptionalDouble.empty",
                        "Île-de-France : 812 / 812",
                        "Normandie : 401 / 401");
    }

    @Test
    void saysWhichCellFailsAndWhy() {
        assertThatThrownBy(() -> run(folder.resolve("elsewhere")))
                .hasMessageStartingWith("cell 1")
                .hasMessageContaining("is not a published lake: there is no such folder");
    }

    private static JsonNode run(Path lake) {
        System.setProperty(PublishedLake.PLACE, lake.toString());
        try {
            return new NotebookRunner().run(stored);
        } finally {
            System.clearProperty(PublishedLake.PLACE);
        }
    }

    private static List<String> texts(JsonNode notebook) {
        List<String> texts = new ArrayList<>();
        for (JsonNode output : notebook.findValues("outputs")) {
            for (JsonNode one : output) {
                JsonNode lines =
                        one.has("text") ? one.path("text") : one.path("data").path("image/svg+xml");
                StringBuilder text = new StringBuilder();
                lines.forEach(line -> text.append(line.asText()));
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /** As Jupyter writes notebooks: one blank of indent, one line for each element. */
    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indent = new DefaultIndenter(" ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators).withObjectIndenter(indent);
        printer.indentArraysWith(indent);
        return printer;
    }
}
