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

class LintCommandTest {
    private static final String WINDOW = """
            {"permission": [{"target": "urn:x", "action": "use", "constraint": [
              {"leftOperand": "dateTime", "operator": "lt", "rightOperand": "2026-01-01"},
              {"leftOperand": "dateTime", "operator": "gt", "rightOperand": "2026-12-31"}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void endsWithThreeForARuleThatCanNeverHold() throws IOException {
        Called called = Called.with("contracts", "lint", "--policy", written(WINDOW), "--lang", "en");

        assertThat(called.code()).isEqualTo(3);
        assertThat(called.out())
                .contains(folder + "/policy.json:3:")
                .contains("error conditions-impossible: The permission 1 of the policy can never hold")
                .contains("Findings: 1, of which errors, because of which a rule or contract permits nothing: 1.");
    }

    @Test
    void endsWithZeroForWarnings() throws IOException {
        Called called =
                Called.with("contracts", "lint", "--policy", written(WINDOW.replace("\"lt\"", "\"gte\"")), "--json");

        assertThat(called.code()).isZero();
        JsonNode findings = new ObjectMapper().readTree(called.out());
        assertThat(findings).hasSize(1);
        assertThat(findings.at("/0/rule").asText()).isEqualTo("operator-alias");
        assertThat(findings.at("/0/severity").asText()).isEqualTo("warning");
        assertThat(findings.at("/0/line").asInt()).isEqualTo(2);
        assertThat(findings.at("/0/fix").asText()).contains("'gteq'");
    }

    @Test
    void endsWithTwoForAFileThatCannotBeRead() throws IOException {
        Called called = Called.with("contracts", "lint", "--policy", written("{"), "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("policy.json:1:", "not valid JSON").doesNotContain("Exception");
    }

    @Test
    void findsNothingInANewWorkspaceAndShowsItsContract() throws IOException {
        String workspace = folder.resolve("workspace").toString();
        Called.with("init", workspace);

        Called lint = Called.with("contracts", "lint", workspace, "--lang", "en");
        assertThat(lint.code()).as(lint.out()).isZero();

        Called show = Called.with("contracts", "show", "urn:contract:example", "-w", workspace, "--lang", "en");
        assertThat(show.code()).isZero();
        assertThat(show.out())
                .contains("contracts/example.json  urn:contract:example", "kind: PTX_BILATERAL", "signed: true")
                .contains("rule: permission 1 of policy 1");

        Called json = Called.with("contracts", "show", "contracts/example.json", "-w", workspace, "--json");
        JsonNode read = new ObjectMapper().readTree(json.out());
        assertThat(read.path("members")).hasSize(2);
        assertThat(read.at("/rules/0/rule").asText()).isEqualTo("permission 1 of policy 1");
    }

    @Test
    void tellsWhatIsWrongInAWorkspace() throws IOException {
        String workspace = folder.resolve("workspace").toString();
        Called.with("init", workspace);
        Path file = folder.resolve("workspace/contracts/example.json");
        Files.writeString(file, Files.readString(file).replace("\"status\": \"signed\"", "\"status\": \"pending\""));

        Called lint = Called.with("contracts", "lint", workspace, "--lang", "en");

        assertThat(lint.code()).isEqualTo(3);
        assertThat(lint.out())
                .contains("contracts/example.json:1:1: error status-not-signed: The contract is PENDING.");
    }

    private String written(String policy) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), policy).toString();
    }
}
