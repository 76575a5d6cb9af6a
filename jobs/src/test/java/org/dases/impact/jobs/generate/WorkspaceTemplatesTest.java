// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTemplatesTest {
    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void write() {
        WorkspaceTemplates.write(folder);
    }

    @Test
    void writesEveryFileOfTheIndex() {
        assertThat(new WrittenFiles(folder)
                        .all().stream()
                                .map(file -> folder.relativize(file).toString().replace('\\', '/')))
                .containsExactlyInAnyOrderElementsOf(WorkspaceTemplates.paths());
    }

    @Test
    void namesInEachDatasetAContractAndAResourceThatThereAre() throws IOException {
        Map<String, String> contracts = new HashMap<>();
        for (Path file : files("contracts")) {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            contracts.put(json.path(json.has("_id") ? "_id" : "@id").asText(), json.toString());
        }
        for (Path file : files("datasets")) {
            JsonNode dataset = new YAMLMapper().readTree(file.toFile());
            String contract = dataset.path("contract").asText();

            assertThat(file.getFileName().toString())
                    .isEqualTo(dataset.path("dataset").asText() + ".yaml");
            assertThat(contracts).containsKey(contract);
            assertThat(contracts.get(contract))
                    .contains(dataset.path("resource").asText());
        }
    }

    @Test
    void holdsEachShapeOfContractAndWhatIsToBeRefused() throws IOException {
        List<JsonNode> contracts = files("contracts").stream()
                .map(file -> {
                    try {
                        return new ObjectMapper().readTree(file.toFile());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(contracts).filteredOn(c -> c.has("dataProvider")).hasSize(5);
        assertThat(contracts).filteredOn(c -> c.has("serviceOfferings")).hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.has("policy") && c.has("assetId"))
                .hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.path("status").asText().equals("revoked"))
                .hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.at("/terminationAndValidity/terminationPeriod")
                        .asText()
                        .startsWith("2025-"))
                .hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.toString().contains("product-improvement"))
                .hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.at("/policy/0/prohibition/0/action").asText().equals("distribute"))
                .hasSize(1);
    }

    private static List<Path> files(String part) {
        return new WrittenFiles(folder)
                .all().stream()
                        .filter(file -> file.startsWith(folder.resolve(part)))
                        .toList();
    }
}
