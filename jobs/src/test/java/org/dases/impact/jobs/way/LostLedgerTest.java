// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody knows any more what an earlier release withheld, nothing is released. */
class LostLedgerTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsReleasedWithoutTheLedgerOfEveryRelease() throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
        SmallSpace.correctL3(workspace, 39);
        assertThat(workspace.run("--until", "COMPUTE").code()).isZero();

        TestWorkspace changed = TestWorkspace.copyOf(workspace.folder(), folder.resolve("changed"));
        DeltaTable.forPath(TestSpark.session(), ledger(changed)).delete("indicator_id = 'STU' and not told");
        assertRefused(changed, "is not the one that release 1 was made with");

        TestWorkspace missing = TestWorkspace.copyOf(workspace.folder(), folder.resolve("missing"));
        Files.move(Path.of(ledger(missing)), folder.resolve("away"));
        assertRefused(missing, "its page of the ledger is missing");

        TestWorkspace old = TestWorkspace.copyOf(workspace.folder(), folder.resolve("old"));
        String releases = old.lake().resolve("published/releases").toString();
        TestSpark.session()
                .read()
                .load(releases)
                .drop("ledger_commitment")
                .write()
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(releases);
        assertRefused(old, "was made before the engine kept a ledger");
    }

    /**
     * The next run would take that release for one that was begun only: number it again, remove its rows, forget it.
     */
    @Test
    void nothingIsReleasedWhereAReleaseWasMadeThatTheListOfReleasesDoesNotHave() throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("listless"));
        SmallSpace.correctL3(workspace, 39);
        assertThat(workspace.run("--until", "COMPUTE").code()).isZero();
        Path releases = workspace.lake().resolve("published/releases");
        Path away = folder.resolve("away-releases");
        Files.move(releases, away);

        Called release = Called.with("release", workspace.folder().toString(), "--lang", "en");

        assertThat(release.code()).as(release.out() + release.err()).isEqualTo(4);
        assertThat(release.out())
                .contains("Release 1 was made", "the list of releases", "nothing was published", "from a backup")
                .doesNotContain("\tat ");
        assertThat(Called.with("release", workspace.folder().toString(), "--lang", "fr")
                        .out())
                .contains("La diffusion 1 a été faite", "rien n'a été publié");
        assertThat(releases).doesNotExist();

        Files.move(away, releases);
        assertThat(workspace.published().releases()).hasSize(1);
        assertThat(Called.with(
                                "releases",
                                "verify",
                                "--workspace",
                                workspace.folder().toString())
                        .code())
                .isZero();
        assertThat(workspace.run().code()).isZero();
        assertThat(workspace.published().releases()).hasSize(2);
    }

    private static String ledger(TestWorkspace workspace) {
        return workspace.lake().resolve("restricted/ledger").toString();
    }

    private static void assertRefused(TestWorkspace workspace, String reason) {
        Called release = Called.with("release", workspace.folder().toString(), "--lang", "en");

        assertThat(release.code()).as(release.out() + release.err()).isEqualTo(4);
        assertThat(release.out()).contains(reason, "nothing was published").doesNotContain("\tat ");
        assertThat(workspace.published().releases()).hasSize(1);
        Called french = Called.with("release", workspace.folder().toString(), "--lang", "fr");
        assertThat(french.out()).contains("rien n'a été publié");
    }
}
