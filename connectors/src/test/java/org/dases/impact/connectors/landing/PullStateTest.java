// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.file.Workspace.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dases.impact.connectors.file.Workspace;
import org.dases.impact.connectors.landing.PullState.Standing;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.PullRequest;
import org.dases.impact.connectors.source.SignedContract;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later stages may use of a landed dataset. */
class PullStateTest {
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
    void aPullThatDiedIsNotSoundUntilOneEnds() throws IOException {
        assertThat(state().standing()).isEqualTo(Standing.NONE);
        workspace.write("a.csv", "x\n1\n2\n3\n");

        die();
        assertThat(state().standing()).isEqualTo(Standing.BEGUN);
        assertThat(state().isSound()).isFalse();

        Lake.report(lake.land(request));
        assertThat(state().standing()).isEqualTo(Standing.ENDED);
        assertThat(state().isSound()).isTrue();
        assertThat(state().unread()).isEmpty();
    }

    @Test
    void theRowsThatAKilledPullLeftGoWhenTheNextOneIsStopped() throws IOException {
        workspace.write("a.csv", "x\n1\n");
        Lake.report(lake.land(request));
        workspace.write("b.csv", "x\n2\n3\ncamille@example.org\n");
        die();
        assertThat(lake.values("traces", "x")).containsExactly("1", "2", "3");

        assertThat(lake.land(request)).isInstanceOf(LandingOutcome.Stopped.class);

        assertThat(state().standing()).isEqualTo(Standing.STOPPED);
        assertThat(lake.values("traces", "x")).containsExactly("1");
        workspace.write("b.csv", "x\n4\n");
        Lake.report(lake.land(request));
        assertThat(state().isSound()).isTrue();
        assertThat(lake.values("traces", "x")).containsExactly("1", "4");
    }

    @Test
    void aFileThatIsNotReadToItsEndIsNamedAlsoWhereItsEarlierRowsAreStillThere() throws IOException {
        workspace.write("a.csv", "x\n1\n");
        workspace.write("b.csv", "x\n2\n");
        Lake.report(lake.land(request));
        workspace.write("a.csv", "x\n3\n4\n5\n");
        workspace.write("b.csv", "x\n6\n7\n");

        // the first batch of a is landed; b is not begun, but its source has replaced what is landed of it
        lake.land(request, broken(2), SignedContract.lease(Lake.CLOCK), ScreeningRules.strict());

        assertThat(state().isSound()).isTrue();
        assertThat(state().unread()).containsExactly("a.csv", "b.csv");
        assertThat(lake.values("traces", "x")).containsExactly("2", "3", "4");
        Lake.report(lake.land(request));
        assertThat(state().unread()).isEmpty();
    }

    @Test
    void rowsWithoutAReadableWordOnTheirPullAreNotSound() throws IOException {
        workspace.write("a.csv", "x\n1\n");
        Lake.report(lake.land(request));
        Path mark = folder.resolve("lake/traces/_pull.json");
        Files.delete(folder.resolve("lake/traces/._pull.json.crc"));
        Files.writeString(mark, "{\"standing\": \"END");
        assertThat(state().standing()).isEqualTo(Standing.UNKNOWN);

        Lake.report(lake.land(request));
        assertThat(state().standing()).isEqualTo(Standing.ENDED);
    }

    private PullState state() {
        return PullState.of(lake.spark(), lake.root().toString(), "traces");
    }

    private void die() {
        FaultyConnector dies = new FaultyConnector(batch -> {
            if (batch == 2) {
                throw new IllegalStateException("died");
            }
        });
        assertThatThrownBy(() -> lake.land(request, dies, SignedContract.lease(Lake.CLOCK), ScreeningRules.strict()))
                .hasMessage("died");
    }

    private static FaultyConnector broken(int from) {
        return new FaultyConnector(batch -> {
            if (batch >= from) {
                throw new SourceException(Fault.TRANSIENT, "connection refused", null);
            }
        });
    }
}
