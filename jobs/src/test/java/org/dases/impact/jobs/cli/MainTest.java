// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void helpListsCommandsAndExitCodes() {
        Called help = Called.with("--help", "--lang", "en");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("init", "check", "contracts", "indicators", "generate")
                .contains("0    done", "2    configuration", "3    a contract refuses", "70   a defect of the program");
    }

    @Test
    void helpIsInFrenchForWhoAsks() {
        assertThat(Called.with("check", "--help", "--lang=fr").out())
                .contains("Vérifier tous les fichiers", "Codes de retour :", "un contrat refuse")
                .doesNotContain("Check all files");
    }

    @Test
    void aMistypedCommandIsToldWithWhatWasMeant() {
        Called called = Called.with("chekc", "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("'chekc'", "Did you mean: check", "impact --help");
    }

    @Test
    void aMistypedOptionIsToldWithWhatWasMeant() {
        Called called = Called.with("check", "--jsn", "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("--jsn", "Did you mean: --json?", "impact check --help");
    }

    @Test
    void aLanguageThatIsNotThereIsTold() {
        for (Called called : List.of(Called.with("check", "--lang", "de"), Called.with("--lang=de", "check"))) {
            assertThat(called.code()).isEqualTo(2);
            assertThat(called.err()).contains("--lang", "[FR, EN]", "'de'");
        }
    }

    @Test
    void whatInitWritesCheckAccepts() {
        Called init = Called.with("init", workspace(), "--lang", "en");
        Called check = Called.with("check", workspace(), "--lang", "en");

        assertThat(init.code()).isZero();
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out())
                .isEqualToIgnoringNewLines(
                        workspace() + ": nothing wrong. Datasets: 1, tables: 1, contracts: 1, of which refused: 0.");
    }

    @Test
    void initOverwritesNothing() throws IOException {
        Path file = folder.resolve("workspace/contracts/example.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");

        Called init = Called.with("init", workspace(), "--lang", "en");

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains("Nothing was written", "contracts/example.json");
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(folder.resolve("workspace/impact.yaml")).doesNotExist();
    }

    @Test
    void aFailureIsJsonForMachinesToo() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();
        for (Called called : List.of(
                Called.with("run", nowhere, "--json"),
                Called.with("releases", "list", nowhere, "--json"),
                Called.with("run", "--untill", "pull", "--json"))) {
            JsonNode told = new ObjectMapper().readTree(called.out());

            assertThat(told.path("exit_code").asInt()).isEqualTo(2);
            assertThat(told.at("/errors/0").asText())
                    .isNotEmpty()
                    .isEqualTo(called.err().lines().findFirst().orElse(""));
        }
    }

    @Test
    void checkTellsMachinesTheSame() throws IOException {
        Called.with("init", workspace());
        Path file = folder.resolve("workspace/impact.yaml");
        Files.writeString(file, Files.readString(file).replace("learners: 10 ", "learners: 3 "));

        Called check = Called.with("check", "-w", workspace(), "--json");
        JsonNode result = new ObjectMapper().readTree(check.out());

        assertThat(check.code()).isEqualTo(2);
        assertThat(result.path("valid").asBoolean(true)).isFalse();
        assertThat(result.at("/problems/0/file").asText()).isEqualTo("impact.yaml");
        assertThat(result.at("/problems/0/line").asInt()).isEqualTo(29);
        assertThat(result.at("/problems/0/column").asInt()).isEqualTo(13);
        assertThat(result.path("problems")).hasSize(1);
    }

    @Test
    void checkTellsWhyAContractIsRefusedAndDoesNotFailForIt() throws IOException {
        Called.with("init", workspace());
        Path file = folder.resolve("workspace/contracts/example.json");
        Files.writeString(file, Files.readString(file).replace("\"status\": \"signed\"", "\"status\": \"revoked\""));

        Called check = Called.with("check", workspace(), "--lang", "en");

        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("contracts/example.json is refused: ", "revoked", "of which refused: 1");
    }

    @Test
    void checkFailsForAContractThatCannotBeRead() throws IOException {
        Called.with("init", workspace());
        Files.writeString(folder.resolve("workspace/contracts/example.json"), "{\"_id\": ");

        Called check = Called.with("check", workspace(), "--lang", "en");

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out()).contains("contracts/example.json:1:", "1 problem.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "contracts list", "indicators list -w", "export"})
    void aFolderThatIsNoWorkspaceGivesTwoAndNoStackTrace(String command) {
        String[] words = (command + " " + workspace()).split(" ");

        Called called = Called.with(words);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out() + called.err())
                .contains(workspace(), "impact init DIR")
                .doesNotContain("Exception", "\tat ");
    }

    /** The configuration of whatever logs first holds to the end, and Spark's own quotes values of records. */
    @Test
    void logsAreConfiguredBeforeAnythingIsRead() {
        String before = System.clearProperty("log4j2.configurationFile");
        try {
            Called.with("--version");
            assertThat(System.getProperty("log4j2.configurationFile"))
                    .isEqualTo("classpath:org/dases/impact/jobs/cli/log4j2.properties");
        } finally {
            if (before == null) {
                System.clearProperty("log4j2.configurationFile");
            } else {
                System.setProperty("log4j2.configurationFile", before);
            }
        }
    }

    @Test
    void indicatorsAreListedForMachines() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(Called.with("indicators", "list", "--json").out());
        assertThat(list.get("indicators")).hasSizeGreaterThan(40);
        JsonNode territory = list.get("dimensions").get(0);
        assertThat(territory.get("id").asText()).isEqualTo("territory");
        assertThat(territory.get("label").get("fr").asText()).isNotBlank();
        assertThat(territory.get("levels")).extracting(JsonNode::asText).contains("academie", "departement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench --help", "bench run --help", "bench run --help --lang fr"})
    void helpIsWhole(String command) {
        Called help = Called.with(command.split(" "));
        assertThat(help.out()).contains("1 %");
        assertThat(help.out() + help.err()).doesNotContain("WARN");
    }

    @Test
    void contractsAreListedAndExplained() {
        Called.with("init", workspace());

        Called list = Called.with("contracts", "list", workspace(), "--lang", "en");
        assertThat(list.out()).contains("holds", "contracts/example.json", "urn:contract:example", "PTX_BILATERAL");

        Called explain = Called.with("contracts", "explain", "urn:contract:example", "-w", workspace(), "--lang", "en");
        assertThat(explain.code()).isZero();
        assertThat(explain.out())
                .contains("minimum-cohort-size: 10", "pseudonym-domain: fr-edu", "single-provider-release: true")
                .contains("permits  example  read", "permits  example  distribute")
                .doesNotContain("denies");

        Called unknown = Called.with("contracts", "explain", "urn:contract:exampel", "-w", workspace());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'urn:contract:example'?");
    }

    @Test
    void indicatorsAreShownOutsideOfAWorkspaceToo() {
        assertThat(Called.with("indicators", "list", "--lang", "fr").out()).contains("PR-02", "Taux d'achèvement");
        assertThat(Called.with("indicators", "show", "PR-02", "--lang", "en").out())
                .contains("Completion rate", "over: enrolment");
        assertThat(Called.with("indicators", "list", "--lang", "en").out())
                .containsPattern("(?m)^IM-02 .*Effect size  \\(declared only\\)$")
                .containsPattern("(?m)^PR-04 .*Attempts to success$")
                .containsPattern("(?m)^PR-02 .*Completion rate$");
        assertThat(Called.with("indicators", "show", "AD-03", "--json").out())
                .contains("\"formula\" : \"Σ assigned / Σ ordered\"", "\"publishable\" : true");
        assertThat(Called.with("indicators", "docs").out()).startsWith("# Indicators · Indicateurs");
        Called unknown = Called.with("indicators", "show", "PR-2");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'PR-02'?");
    }

    private String workspace() {
        return folder.resolve("workspace").toString();
    }
}
