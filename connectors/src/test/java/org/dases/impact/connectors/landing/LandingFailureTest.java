// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.file.Workspace.options;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.connectors.file.Workspace;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.connectors.screening.IdentifierKind;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.Lease;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SettableClock;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFailureTest {
    private static final List<String> TEN = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Lake lake;
    private PullRequest request;

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(folder);
        lake = new Lake(folder.resolve("lake"));
        request = workspace.request(options("*.csv", "csv"), 2);
    }

    @Test
    void goesOnWhereItDiedAtEachBatchInTurnWithNothingLostOrTwice() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 6));
        workspace.write("b.csv", "x\n" + lines(6, 10));
        for (int i = 1; i <= 4; i++) {
            FaultyConnector dies = new FaultyConnector(batch -> {
                if (batch == 2) {
                    throw new IllegalStateException("died");
                }
            });
            assertThatThrownBy(() -> land(dies)).hasMessage("died");
            assertThat(lake.values("traces", "x")).containsExactlyElementsOf(TEN.subList(0, 2 * i));
        }
        Lake.report(lake.land(request));
        assertThat(lake.values("traces", "x")).containsExactlyElementsOf(TEN);
    }

    @Test
    void triesAgainFromTheLastBatchWhenTheSourceFailsInAPassingWay() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 10));
        FaultyConnector flaky = new FaultyConnector(batch -> {
            if (batch % 2 == 0) {
                throw new SourceException(Fault.TRANSIENT, "connection reset", null);
            }
        });
        List<String> waits = new ArrayList<>();
        Lake.report(lake.landing(new LandingProgress() {
                    @Override
                    public void committed(String dataset, String slice, long records, long rejected) {
                        waits.add(slice + " " + records);
                    }

                    @Override
                    public void waiting(String dataset, String reason, Duration pause) {
                        waits.add(reason);
                    }
                })
                .land(pull(flaky, SignedContract.lease(Lake.CLOCK))));

        assertThat(lake.values("traces", "x")).containsExactlyElementsOf(TEN);
        assertThat(waits)
                .startsWith("a.csv 2", "connection reset", "a.csv 4", "connection reset")
                .endsWith("a.csv 10");
    }

    @Test
    void givesUpWhenItDoesNotPassAndKeepsWhatWasRead() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 3));
        workspace.write("b.csv", "x\n" + lines(3, 4));
        FaultyConnector down = new FaultyConnector(batch -> {
            if (batch >= 2) {
                throw new SourceException(Fault.TRANSIENT, "connection refused", null);
            }
        });

        assertThat(land(down)).isInstanceOfSatisfying(LandingOutcome.Incomplete.class, incomplete -> {
            assertThat(incomplete.faults())
                    .containsExactly(new SliceFault("a.csv", Fault.TRANSIENT, "connection refused"));
            assertThat(incomplete.contractLost()).isFalse();
            assertThat(incomplete.report().records()).isEqualTo(2);
        });
        assertThat(lake.values("traces", "x")).containsExactly("0", "1");
    }

    @Test
    void dropsTheUncommittedBatchWhenTheContractEndsInTheMiddle() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 10));
        SettableClock clock = new SettableClock(Lake.NOW);
        Lease lease = SignedContract.lease(clock, Lake.NOW.plus(Duration.ofMinutes(3)));
        // Batch 3 is still read under the contract, and then its commit comes too late.
        FaultyConnector slow = new FaultyConnector(batch -> clock.advance(Duration.ofSeconds(61)));

        assertThat(lake.land(request, slow, lease, ScreeningRules.strict()))
                .isInstanceOfSatisfying(LandingOutcome.Incomplete.class, incomplete -> {
                    assertThat(incomplete.contractLost()).isTrue();
                    assertThat(incomplete.faults().get(0).message()).contains("no longer permits reading");
                });
        assertThat(lake.values("traces", "x")).containsExactly("0", "1", "2", "3");
        Lake.report(lake.land(request));
        assertThat(lake.values("traces", "x")).containsExactlyElementsOf(TEN);
    }

    @Test
    void leavesTheLakeAsItWasWhenTheScreeningStopsLateInAPull() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 2));
        Lake.report(lake.land(request));
        workspace.write("a.csv", "x\n" + lines(7, 9));
        workspace.write("b.csv", "x\n5\n6\n7\ncamille@example.org\n");

        LandingOutcome outcome = lake.land(request);
        assertThat(outcome)
                .isEqualTo(new LandingOutcome.Stopped(
                        "traces", List.of(new Finding("x", IdentifierKind.EMAIL, Finding.Evidence.VALUES))));
        assertThat(outcome.toString()).doesNotContain("camille");
        assertThat(lake.values("traces", "x")).containsExactly("0", "1");

        workspace.write("b.csv", "x\n5\n");
        Lake.report(lake.land(request));
        assertThat(lake.values("traces", "x")).containsExactly("5", "7", "8");
    }

    @Test
    void landsNothingOfANewDatasetThatTheScreeningStops() throws IOException {
        workspace.write("a.csv", "x\n1\n2\n3\ncamille@example.org\n");
        workspace.write("b.csv", "id,email\n1,\n");

        assertThat(lake.land(request)).isInstanceOf(LandingOutcome.Stopped.class);
        assertThat(lake.table("traces").count()).isZero();

        Lake fresh = new Lake(folder.resolve("fresh"));
        LandingOutcome outcome = fresh.land(workspace.request(options("b.csv", "csv")));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        LandingOutcome.Stopped.class,
                        stopped -> assertThat(stopped.message())
                                .isEqualTo(
                                        "Dataset traces was not landed: column 'email' holds e-mail addresses, as its name"
                                                + " says. Ask the provider to leave it out; or, if it identifies nobody, allow it with"
                                                + " its reason in datasets/traces.yaml: screening: {allow: [{column: 'email', because:"
                                                + " …}]}."));
        assertThat(fresh.version("traces")).isEqualTo(LandedTable.ABSENT);
    }

    @Test
    void theMessageAllowsTheKindsOfTheValuesThatStopped() {
        LandingOutcome.Stopped stopped = new LandingOutcome.Stopped(
                "rooms",
                List.of(
                        new Finding("salle", IdentifierKind.PHONE, Finding.Evidence.VALUES),
                        new Finding("salle", IdentifierKind.FREE_TEXT, Finding.Evidence.VALUES),
                        new Finding("mail", IdentifierKind.EMAIL, Finding.Evidence.VALUES)));

        assertThat(stopped.message()).endsWith("{allow: [{column: 'salle', because: …, kinds: [phone]}]}.");
    }

    @Test
    void neverLandsTwiceWhenTwoPullsRunAtOnce() throws IOException {
        workspace.write("a.csv", "x\n" + lines(0, 4));
        FaultyConnector overtaken = new FaultyConnector(batch -> {
            if (batch == 1) {
                lake.land(request);
            }
        });

        assertThatThrownBy(() -> land(overtaken))
                .isInstanceOf(LandingException.class)
                .hasMessageContaining("Another pull has landed rows of dataset traces");
        assertThat(lake.values("traces", "x")).containsExactly("0", "1", "2", "3");
    }

    private LandingOutcome land(FaultyConnector connector) {
        return lake.landing(LandingProgress.SILENT).land(pull(connector, SignedContract.lease(Lake.CLOCK)));
    }

    private DatasetPull pull(FaultyConnector connector, Lease lease) {
        return new DatasetPull(request, connector, lease, ScreeningRules.strict());
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
