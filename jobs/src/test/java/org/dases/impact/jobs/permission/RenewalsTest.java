// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.connectors.policy.Permit;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.decisions.Decided;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pull goes on only while its contract is the one that it began under; with its first batch it is a use. */
final class RenewalsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Path contract = Path.of("");

    @BeforeEach
    void make() {
        assertThat(Called.with("init", folder.toString()).code()).isZero();
        contract = folder.resolve("contracts/example.json");
    }

    @Test
    void goesOnWhileNothingChanges() {
        pull(lease -> {
            Lease renewed = lease.renew().renew();
            assertThat(renewed.permit().contract().id()).isEqualTo("urn:contract:example");
        });
        assertThat(uses()).isEqualTo(1);
    }

    @Test
    void endsWhenTheContractIsRevokedWhileItReads() {
        pull(lease -> {
            Lease renewed = lease.renew();
            change(text -> text.replace("\"status\": \"signed\"", "\"status\": \"revoked\""));
            assertThatThrownBy(renewed::renew)
                    .hasMessageContaining("no longer permits reading: The contract has changed since the pull began.");
        });
    }

    @Test
    void endsWhenTheContractIsGone() {
        pull(lease -> {
            Lease renewed = lease.renew();
            change(text -> "{");
            assertThatThrownBy(renewed::renew).hasMessageContaining("not in the folder contracts any more");
        });
    }

    /** Both were permitted while there was one use left; what counts is who reads first. */
    @Test
    void givesTheLastUseToOneOfTwoPulls() {
        change(text -> text.replace(
                "{\"leftOperand\": \"minCohortSize\"",
                "{\"leftOperand\": \"count\", \"operator\": \"lteq\", \"rightOperand\": 1}, {\"leftOperand\":"
                        + " \"minCohortSize\""));
        pull(first -> pull(second -> {
            Lease reading = second.renew();
            assertThatThrownBy(first::renew).hasMessageContaining("'count lteq 1' does not hold for count 2");
            assertThat(reading.renew().permit().request().resource())
                    .isEqualTo("https://edtech-a.example/resources/results");
        }));
        assertThat(uses()).isEqualTo(1);
    }

    private void pull(Consumer<Lease> reading) {
        Workspace workspace = workspace();
        ContractDesk desk = new ContractDesk(workspace, workspace.contracts(), new OdrlEvaluator());
        Dataset dataset = workspace.dataset("example").orElseThrow();
        Permit permit = desk.decide(dataset, Action.READ, CLOCK.instant()).match(permitted -> permitted, denial -> {
            throw new AssertionError(denial.toString());
        });
        try (Renewals renewals = desk.renewals(dataset)) {
            reading.accept(Lease.under(permit, renewals, CLOCK));
        }
        desk.book()
                .emptyInto(decided ->
                        assertThat(decided).extracting(Decided::dataset).containsOnly("example"));
    }

    private int uses() {
        Workspace workspace = workspace();
        return new UseBook(new org.dases.impact.jobs.lake.Lake(workspace.lake()))
                .used(
                        workspace.contracts().find("urn:contract:example").orElseThrow(),
                        "https://edtech-a.example/resources/results")
                .orElseThrow();
    }

    private void change(UnaryOperator<String> change) {
        try {
            Files.writeString(contract, change.apply(Files.readString(contract)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Workspace workspace() {
        return new WorkspaceReader(Map.of()).read(folder).match(read -> read, problems -> {
            throw new AssertionError(problems.toString());
        });
    }
}
