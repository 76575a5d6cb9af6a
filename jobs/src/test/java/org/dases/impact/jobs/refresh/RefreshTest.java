// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.refresh.Refreshed.Outcome;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract is used as its service has it, and not longer than the workspace says without having asked. */
final class RefreshTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final String SECRET = "a-very-secret-token";

    @TempDir
    private Path folder;

    private LoopbackService service = new LoopbackService();
    private String contract = "";

    @BeforeEach
    void configure() throws IOException {
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        contract = Files.readString(folder.resolve("contracts/example.json"));
        service.has("urn:contract:example", contract);
        Path settings = folder.resolve("impact.yaml");
        Files.writeString(settings, """

                contract-service:
                  max-age-hours: 24
                  timeout-seconds: 2
                  prometheus-x: {url: "%s", secret: "file:.impact/secret/token"}
                """.formatted(service.url()), java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(folder.resolve(".impact/secret/token"), SECRET + "\n");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCopyThatNobodyConfirmedPermitsNothing() {
        assertThat(denial(NOW)).contains("has not confirmed the copy of this contract yet");
        assertThat(refresh(NOW)).containsExactly(Outcome.UNCHANGED);
        assertThat(denial(NOW)).isEmpty();
        assertThat(service.asked()).containsExactly("/bilaterals/urn%3Acontract%3Aexample Bearer " + SECRET);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "86400, ''", "86401, is too old", "-10, ''", "-11, the clock was set back"})
    void aConfirmedCopyIsGoodForItsTime(long seconds, String expected) throws IOException {
        refresh(NOW);
        service.close();
        String denied = denial(NOW.plusSeconds(seconds));
        assertThat(denied).contains(expected);
        assertThat(denied.isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Test
    void aServiceThatIsAwayChangesNothing() throws IOException {
        refresh(NOW);
        service.close();

        Called called = Called.with("contracts", "refresh", "-w", folder.toString(), "--lang", "en");

        assertThat(called.code()).isEqualTo(5);
        assertThat(called.out())
                .contains("not confirmed  contracts/example.json", "cannot be reached", "used until it is too old")
                .doesNotContain(SECRET, "Exception");
        assertThat(denial(NOW.plus(Duration.ofHours(24)))).isEmpty();
    }

    @Test
    void aChangedContractIsANewVersionAndTheOldOneIsKept() throws IOException {
        refresh(NOW);
        String before = copy().sha256();
        service.has("urn:contract:example", contract.replace("\"status\": \"signed\"", "\"status\": \"revoked\""));

        Called dry = Called.with("contracts", "refresh", "-w", folder.toString(), "--dry-run", "--lang", "en");
        assertThat(dry.out()).contains("changed  contracts/example.json", "now REVOKED", "Nothing was changed.");
        assertThat(copy().sha256()).isEqualTo(before);
        assertThat(denial(NOW)).isEmpty();

        Called done = Called.with("contracts", "refresh", "contracts/example.json", "-w", folder.toString());
        assertThat(done.code()).isZero();
        String after = copy().sha256();
        assertThat(after).isNotEqualTo(before);
        assertThat(versions()).containsExactlyInAnyOrder(before + ".json", after + ".json");
        assertThat(denial(Instant.now().plusSeconds(1))).contains("The contract has been revoked.");
    }

    @Test
    void anotherOrderOfMembersIsNoOtherVersion() throws IOException {
        String before = copy().sha256();
        int from = contract.indexOf("\"status\": \"signed\",");
        assertThat(from).isPositive();
        String moved = contract.replace("\"status\": \"signed\",", "").replaceFirst("\\{", "{\"status\": \"signed\",");
        service.has("urn:contract:example", moved);
        assertThat(refresh(NOW)).containsExactly(Outcome.UNCHANGED);
        assertThat(copy().sha256()).isEqualTo(before);
        assertThat(denial(NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, GONE, 3", "403, NOT_ALLOWED, 2", "418, STATUS, 5"})
    void saysWhatTheServiceAnswered(int status, Outcome outcome, int code) {
        refresh(NOW);
        service.answersWith(status);
        assertThat(Called.with("contracts", "refresh", "-w", folder.toString()).code())
                .isEqualTo(code);
        assertThat(refresh(NOW)).containsExactly(outcome);
        assertThat(denial(NOW).contains("there is no such contract")).isEqualTo(outcome == Outcome.GONE);
        assertThat(denial(NOW).isEmpty()).isEqualTo(outcome != Outcome.GONE);
    }

    @Test
    void takesNothingElseForTheContract() throws IOException {
        service.has("urn:contract:example", contract.replace("urn:contract:example", "urn:contract:other"));
        assertThat(refresh(NOW)).containsExactly(Outcome.ANOTHER);
        service.has("urn:contract:example", "<html>");
        assertThat(refresh(NOW)).containsExactly(Outcome.UNREADABLE);
        assertThat(Files.readString(folder.resolve("contracts/example.json"))).isEqualTo(contract);
        assertThat(denial(NOW)).contains("has not confirmed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "", "[]", "{\"message\": \"no such thing\"}", "{\"_id\": \"urn:contract:example\"}"})
    void anAnswerThatCannotBeReadIsToldAndTheCopyIsGoodForItsTimeOnly(String answer) throws IOException {
        refresh(NOW);
        service.has("urn:contract:example", answer);
        assertThat(refresh(NOW.plus(Duration.ofHours(23)))).containsExactly(Outcome.UNREADABLE);
        Called called = Called.with("contracts", "refresh", "-w", folder.toString(), "--lang", "en");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out())
                .contains("what the contract service gave is no contract", "Check the url", "used until it is too old");
        assertThat(denial(NOW.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(denial(NOW.plus(Duration.ofHours(24)).plusSeconds(1))).contains("is too old");
    }

    /** As Eclipse EDC 0.13.0 answered, shortened. */
    @Test
    void aPolicyThatGetsAnotherNameInEachAnswerIsNoOtherVersion() throws IOException {
        String agreement = """
                {"@type": "ContractAgreement", "@id": "%s", "assetId": "asset-1", "policy": {"@id": "%s", "@type":
                 "odrl:Agreement", "odrl:permission": {"odrl:action": {"@id": "odrl:use"}, "odrl:constraint":
                 {"odrl:leftOperand": {"@id": "edc:inForceDate"}, "odrl:operator": {"@id": "odrl:lteq"},
                 "odrl:rightOperand": "contractAgreement+%dd"}}, "odrl:prohibition": [], "odrl:obligation": [],
                 "odrl:assignee": "consumer", "odrl:assigner": "provider", "odrl:target": {"@id": "asset-1"}},
                 "contractSigningDate": 1795685766, "consumerId": "consumer", "providerId": "provider",
                 "@context": {"@vocab": "https://w3id.org/edc/v0.0.1/ns/", "edc": "https://w3id.org/edc/v0.0.1/ns/",
                 "odrl": "http://www.w3.org/ns/odrl/2/"}}
                """;
        Files.writeString(
                folder.resolve("impact.yaml"),
                "  edc: {url: \"%s\"}\n".formatted(service.url()),
                java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("contracts/edc.json"), agreement.formatted("urn:edc", "5aef21ea", 30));
        service.has("urn:edc", agreement.formatted("urn:edc", "91b6276c", 30));
        assertThat(refreshEdc()).containsExactly(Outcome.UNCHANGED);
        service.has("urn:edc", agreement.formatted("urn:edc", "91b6276c", 90));
        assertThat(refreshEdc()).containsExactly(Outcome.CHANGED);
    }

    private List<Outcome> refreshEdc() {
        return new RefreshJob(workspace(), Map.of(), Clock.fixed(NOW, ZoneOffset.UTC))
                .run("urn:edc"::equals, true).stream().map(Refreshed::outcome).toList();
    }

    @Test
    void aCopyThatSomebodyEditedPermitsNothing() throws IOException {
        refresh(NOW);
        Files.writeString(folder.resolve("contracts/example.json"), contract + "\n");
        assertThat(denial(NOW)).contains("is not the one that the contract service confirmed");
    }

    @Test
    void saysInFrenchThatThereIsNoSecretAndWhereItBelongs() throws IOException {
        Files.delete(folder.resolve(".impact/secret/token"));
        Called called = Called.with("contracts", "refresh", "-w", folder.toString(), "--lang", "fr");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out())
                .contains("non demandé  contracts/example.json", "pas de secret dans file:.impact/secret/token");
        assertThat(service.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "clé-œ"})
    void asksForNothingWithASecretThatNoHeaderCanHold(String secret) throws IOException {
        Files.writeString(folder.resolve(".impact/secret/token"), secret);
        Called called = Called.with("contracts", "refresh", "-w", folder.toString(), "--lang", "en");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out() + called.err())
                .contains("file:.impact/secret/token", "one line of ASCII characters")
                .doesNotContain(secret, "lines", "œ");
        assertThat(service.asked()).isEmpty();
    }

    /** Two that refresh at the same moment do not take the file from each other that is moved into place. */
    @Test
    void replacesAFileWholeWhileOthersDo() throws Exception {
        Path file = folder.resolve("contracts/example.json");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                byte[] bytes = String.valueOf(i % 10).repeat(5000).getBytes(StandardCharsets.UTF_8);
                all.add(threads.submit(() -> {
                    ContractCopies.replace(file, bytes);
                    return true;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        String text = Files.readString(file);
        assertThat(text).hasSize(5000).isEqualTo(text.substring(0, 1).repeat(5000));
        try (Stream<Path> files = Files.list(folder.resolve("contracts"))) {
            assertThat(files).noneMatch(each -> each.toString().endsWith(".new"));
        }
    }

    @Test
    void saysThatNoServiceIsConfigured() throws IOException {
        Path settings = folder.resolve("impact.yaml");
        String text = Files.readString(settings);
        Files.writeString(settings, text.substring(0, text.indexOf("contract-service:")));
        Called called = Called.with("contracts", "refresh", "-w", folder.toString(), "--lang", "en");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("impact.yaml names no contract service", "{url: https://contract.example}}");
        assertThat(denial(NOW)).isEmpty();
    }

    private List<Outcome> refresh(Instant at) {
        return new RefreshJob(workspace(), Map.of(), Clock.fixed(at, ZoneOffset.UTC))
                .run(id -> true, true).stream().map(Refreshed::outcome).toList();
    }

    /** Why the dataset may not be read then; empty when it may. */
    private String denial(Instant at) {
        Workspace workspace = workspace();
        return new ContractDesk(workspace, workspace.contracts(), new OdrlEvaluator())
                .decide(workspace.dataset("example").orElseThrow(), Action.READ, at)
                .match(permit -> "", denial -> String.join(" ", denial.reasons()));
    }

    private Contract copy() {
        return workspace().contracts().find("urn:contract:example").orElseThrow();
    }

    private List<String> versions() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(".impact/contracts"))) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .toList();
        }
    }

    private Workspace workspace() {
        return new WorkspaceReader(Map.of()).read(folder).match(read -> read, problems -> {
            throw new AssertionError(problems.toString());
        });
    }
}
