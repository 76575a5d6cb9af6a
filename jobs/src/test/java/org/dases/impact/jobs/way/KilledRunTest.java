// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.PublishedLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One workspace whose run is killed with SIGKILL in each stage in turn. What each kill leaves is run to its end on a
 * copy and must publish what a run publishes that was left alone. Besides, no two runs write at once.
 */
class KilledRunTest {
    @TempDir
    private Path folder;

    private List<String> undisturbed = List.of();

    @Test
    void isRunAgainAndPublishesWhatAnUndisturbedRunPublishes() throws Exception {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("killed"));
        undisturbed = SmallSpace.released().publishedRows();
        assertThat(undisturbed)
                .anyMatch(row -> row.contains("conf_status=F"))
                .anyMatch(row -> row.contains("conf_status=C"));

        kill(workspace, "pull south", "restricted/landed/south");
        assertThat(Called.with("contracts", "log", workspace.folder().toString(), "--lang", "en")
                        .out())
                .as("what was decided before anything was read")
                .contains("E1  permits  south  use", "E2  permits  north  read", "E2  permits  south  read");
        assertDone(finish(TestWorkspace.copyOf(workspace.folder(), folder.resolve("pull"))));

        kill(workspace, "conform south", "restricted/conformed/enrolment/_delta_log/%020d.json".formatted(1));
        assertDone(finish(TestWorkspace.copyOf(workspace.folder(), folder.resolve("conform"))));

        kill(workspace, "compute success", "restricted/cells/results/_delta_log/%020d.json".formatted(0));
        TestWorkspace computing = TestWorkspace.copyOf(workspace.folder(), folder.resolve("compute"));
        assertOnlyOnePublishes(computing);
        assertDone(computing);

        assertAWaitingRunGoesOnWhereAKilledOneStopped(workspace);
        assertDone(workspace);
    }

    private static void kill(TestWorkspace workspace, String step, String file) throws IOException {
        try (ChildRun run = ChildRun.of(workspace)) {
            run.reach(step);
            run.killOnce(workspace.lake().resolve(file));
        }
        assertThat(PublishedLake.isAt(workspace.lake().resolve("published")))
                .as("a release after a kill in '%s'", step)
                .isFalse();
    }

    private static TestWorkspace finish(TestWorkspace workspace) {
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return workspace;
    }

    private void assertDone(TestWorkspace workspace) {
        assertThat(workspace.published().releases()).hasSize(1);
        assertThat(workspace.publishedRows()).isEqualTo(undisturbed);
        // the page of an attempt that was killed does not count and is replaced
        assertThat(workspace.restricted("ledger").where("table_id is null").count())
                .isEqualTo(1);
        assertThat(workspace
                        .restricted("landed/north")
                        .where("_kind = 'record'")
                        .count())
                .isEqualTo(SmallSpace.NORTH);
        assertThat(workspace
                        .restricted("landed/south")
                        .where("_kind = 'record'")
                        .count())
                .isEqualTo(SmallSpace.SOUTH);
        assertThat(workspace.restricted("conformed/enrolment").count()).isEqualTo(SmallSpace.NORTH + SmallSpace.SOUTH);
    }

    /** Both wait for the lake; whoever gets it second finds that nothing is new. */
    private static void assertOnlyOnePublishes(TestWorkspace workspace) {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Called>> runs = Stream.of(1, 2)
                    .map(i -> CompletableFuture.supplyAsync(() -> workspace.run("--wait", "600"), two))
                    .toList();
            List<Called> called = runs.stream().map(CompletableFuture::join).toList();

            assertThat(called).allMatch(run -> run.code() == 0);
            assertThat(called.stream().map(Called::out))
                    .satisfiesOnlyOnce(out -> assertThat(out).contains("Release 1 is published"))
                    .satisfiesOnlyOnce(out -> assertThat(out).contains("Nothing new: release 1"));
        } finally {
            two.shutdown();
        }
    }

    private static void assertAWaitingRunGoesOnWhereAKilledOneStopped(TestWorkspace workspace) throws IOException {
        try (ChildRun run = ChildRun.of(workspace)) {
            run.reach("start Spark");
            Called second = workspace.run();
            assertThat(second.code()).isEqualTo(5);
            assertThat(second.err())
                    .contains("Another run works on this lake", "Nothing was changed", "--wait")
                    .doesNotContain("\tat ");

            CompletableFuture<Called> waiting = CompletableFuture.supplyAsync(() -> workspace.run("--wait", "600"));
            run.reach("publish release 1");
            // version 0 makes the table with its constraints, 1 holds its rows; the release is not committed
            run.killOnce(workspace.lake().resolve("published/results/_delta_log/%020d.json".formatted(1)));

            Called third = waiting.join();
            assertThat(third.code()).as(third.out() + third.err()).isZero();
            assertThat(third.out()).contains("Release 1 is published");
        }
    }
}
