// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workspace keeps rows for three years; all times are those of the contract that {@code impact init} writes. */
class RetentionRulesTest {
    private static final String CONTRACT = "urn:contract:example";
    private static final String US = "https://dases.example/participants/observatoire";
    private static final String PROVIDER = "https://dases.example/participants/edtech-a";
    private static final String RETENTION =
            "{\"leftOperand\": \"retention\", \"operator\": \"lteq\", \"rightOperand\": \"%s\"},"
                    + " {\"leftOperand\": \"minCohortSize\"";
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @TempDir
    private Path folder;

    private String document = "";

    @BeforeEach
    void anExampleWorkspace() throws IOException {
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        document = Files.readString(folder.resolve("contracts/example.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "2034-08-31T23:59:59Z, RETENTION",
        "2026-06-15T12:00:00Z, RETENTION",
        "2026-06-15T11:59:59Z, ENDED",
        "2025-08-31T23:59:59Z, ENDED"
    })
    void theEndOfAContractIsItsLastInstant(String until, Cause expected) throws IOException {
        write(document.replace("2034-08-31T23:59:59Z", until));

        assertThat(causeOf("example")).isEqualTo(expected);
    }

    @Test
    void rowsAreKeptForThreeYearsAfterTheyWerePulled() throws IOException {
        write(document);

        assertThat(verdict("example"))
                .isEqualTo(new Verdict.Due(
                        Cause.RETENTION,
                        Optional.of(Instant.parse("2023-06-15T12:00:00Z")),
                        "Data may be kept for P3Y after they were pulled."));
    }

    @ParameterizedTest
    @CsvSource({"P2Y, 2024-06-15T12:00:00Z", "P5Y, 2023-06-15T12:00:00Z", "P6M, 2025-12-15T13:00:00Z"})
    void ofContractAndWorkspaceTheShorterTimeCountsAlsoAfterTheEnd(String stated, Instant before) throws IOException {
        write(document.replace("{\"leftOperand\": \"minCohortSize\"", RETENTION.formatted(stated))
                .replace("2034-08-31", "2025-08-31"));

        // half a year before a noon in summer, the clock of Paris was one hour behind
        assertThat(verdict("example"))
                .isInstanceOfSatisfying(
                        Verdict.Due.class, due -> assertThat(due.before()).hasValue(before));
    }

    @Test
    void aRevokedContractKeepsNothingWhateverItStates() throws IOException {
        write(document.replace("\"status\": \"signed\"", "\"status\": \"revoked\"")
                .replace("{\"leftOperand\": \"minCohortSize\"", RETENTION.formatted("P9Y")));

        assertThat(verdict("example"))
                .isEqualTo(new Verdict.Due(Cause.REVOKED, Optional.empty(), "The contract has been revoked."));
    }

    @ParameterizedTest
    @CsvSource({PROVIDER + ", provider", US + ", consumer"})
    void aPartyThatTookItsSignatureBackEndsKeeping(String party, String role) throws IOException {
        write(document.replace(
                "\"revokedSignatures\": []",
                "\"revokedSignatures\": [{\"did\": \"%s\", \"party\": \"%s\", \"value\": \"revoked\"}]"
                        .formatted(party, role)));

        assertThat(causeOf("example")).isEqualTo(Cause.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "lteq, 2026-06-15T11:59:59Z, DELETE_BY",
        "lteq, 2026-06-15T12:00:00Z, DELETE_BY",
        "lteq, 2026-06-15, DELETE_BY",
        "lteq, 2026-06-15T23:59:59Z, DELETE_BY",
        "lteq, 2026-06-16T00:00:00Z, RETENTION",
        "lteq, 2026-06-16, RETENTION",
        "lt, 2026-06-16, DELETE_BY",
        "lt, 2026-06-16T00:00:01Z, RETENTION",
        "lt, 2026-06-17, RETENTION",
        "eq, 2026-06-15, DELETE_BY",
    })
    void allMustBeGoneOnTheDayOfADutyToDelete(String operator, String by, Cause expected) throws IOException {
        write(document.replace(
                "\"duty\": []",
                "\"duty\": [{\"action\": \"delete\", \"constraint\": [{\"leftOperand\": \"dateTime\", \"operator\":"
                        + " \"" + operator + "\", \"rightOperand\": \"" + by + "\"}]}]"));

        assertThat(causeOf("example")).isEqualTo(expected);
    }

    @Test
    void aContractThatIsNotInForceYetOrAgainIsNoReasonToDestroy() throws IOException {
        write(document.replace("\"status\": \"signed\"", "\"status\": \"pending\""));

        assertThat(causeOf("example")).isEqualTo(Cause.RETENTION);
    }

    @Test
    void aDatasetThatIsNotConfiguredAnyMoreIsKeptAsTheStrictestRuleOfItsContractSays() throws IOException {
        write(document);
        assertThat(verdict("forgotten")).isEqualTo(new Verdict.Keep());

        write(document.replace("{\"leftOperand\": \"minCohortSize\"", RETENTION.formatted("P1Y")));

        assertThat(verdict("forgotten"))
                .isInstanceOfSatisfying(
                        Verdict.Due.class,
                        due -> assertThat(due.before()).hasValue(Instant.parse("2025-06-15T12:00:00Z")));
    }

    /** A file may be renamed, or a folder half copied: that destroys nothing. */
    @Test
    void aContractThatIsNotThereDestroysNothingUnlessItIsNamedAsGone() throws IOException {
        write(document.replace(CONTRACT, "urn:contract:other"));
        Files.delete(folder.resolve("datasets/example.yaml"));
        assertThat(verdict("forgotten"))
                .isInstanceOfSatisfying(
                        Verdict.Unclear.class,
                        unclear -> assertThat(unclear.reason())
                                .contains("Put the contract back", "'impact retain --gone " + CONTRACT + "'"));
        assertThat(verdict("forgotten", "urn:contract:another")).isInstanceOf(Verdict.Unclear.class);
        assertThat(verdict("forgotten", CONTRACT)).isInstanceOfSatisfying(Verdict.Due.class, due -> {
            assertThat(due.cause()).isEqualTo(Cause.NO_CONTRACT);
            assertThat(due.before()).isEmpty();
        });

        Files.delete(folder.resolve("contracts/example.json"));
        assertThat(verdict("forgotten")).isInstanceOf(Verdict.Unclear.class);
        assertThat(verdict("forgotten", CONTRACT)).isInstanceOf(Verdict.Due.class);
    }

    @Test
    void aContractThatMayBeInAFileThatCannotBeReadIsNotGone() throws IOException {
        write(document.replace(CONTRACT, "urn:contract:other"));
        Files.writeString(folder.resolve("contracts/torn.json"), "{");

        assertThat(verdict("forgotten", CONTRACT)).isInstanceOf(Verdict.Unclear.class);
    }

    @Test
    void aContractThatIsThereIsNotGone() throws IOException {
        write(document);

        assertThat(verdict("example", CONTRACT)).isEqualTo(verdict("example"));
    }

    private void write(String contract) throws IOException {
        Files.writeString(folder.resolve("contracts/example.json"), contract);
    }

    private Cause causeOf(String dataset) {
        Verdict verdict = verdict(dataset);
        assertThat(verdict).isInstanceOf(Verdict.Due.class);
        return ((Verdict.Due) verdict).cause();
    }

    private Verdict verdict(String dataset, String... gone) {
        Workspace workspace = new WorkspaceReader(java.util.Map.of())
                .read(folder)
                .match(read -> read, problems -> {
                    throw new AssertionError(problems.toString());
                });
        return new RetentionRules(workspace, ContractFolder.read(folder.resolve("contracts")), Set.of(gone))
                .of(dataset, CONTRACT, NOW);
    }
}
