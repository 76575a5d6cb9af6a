// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not read to its end, or was stopped by the screening, goes no further than the landed zone. */
class UnsoundDataTest {
    /** More than a batch, so that a part is landed when the end turns out to be broken. */
    private static final int LONG = 50_100;

    private static final String HEADER = "etudiant;faculte;cours;inscrit_le;resultat\n";

    @TempDir
    private Path folder;

    @Test
    void aFileThatBreaksAfterItsFirstBatchIsUsedOnlyOnceItIsWhole() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder);
        String rows = IntStream.range(0, LONG)
                .mapToObj("x%05d;X;X1;2023-10-01;reussi\n"::formatted)
                .collect(Collectors.joining());
        Path file = Files.write(
                folder.resolve("data/north/2.csv"),
                (HEADER + rows + "x;é;X1;2023-10-01;reussi\n").getBytes(StandardCharsets.ISO_8859_1));
        FileTime time = Files.getLastModifiedTime(file);

        Called broken = workspace.run();

        assertThat(broken.code()).as(broken.out() + broken.err()).isEqualTo(5);
        assertThat(broken.out()).contains("File 2.csv, line " + (LONG + 2) + ": bytes that are not UTF-8");
        assertThat(north(workspace)).isEqualTo(SmallSpace.NORTH);
        assertThat(workspace.publishedRows()).isEqualTo(SmallSpace.released().publishedRows());

        // Of the same size and time, so that the pull goes on after the first batch, which was landed before the
        // last conforming and yet is new to it.
        workspace.write("data/north/2.csv", HEADER + rows + "x;e;X1;2023-10-01;reussi\n");
        Files.setLastModifiedTime(file, time);
        Called whole = workspace.run("--until", "CONFORM");

        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(north(workspace)).isEqualTo(SmallSpace.NORTH + LONG + 1);
    }

    @Test
    void aDatasetThatTheScreeningStopsIsUsedByNoStageUntilAPullPasses() {
        TestWorkspace workspace = SmallSpace.in(folder);
        assertThat(workspace.run().code()).isZero();
        List<String> sound = workspace.publishedRows();
        assertThat(sound).anyMatch(row -> row.contains("faculty=M"));
        workspace.write(
                "data/south/2.csv", HEADER.replace("resultat", "email") + "s900;M;M1;2023-10-01;camille@example.org\n");

        Called pull = workspace.call("pull");
        assertThat(pull.code()).as(pull.out() + pull.err()).isEqualTo(2);

        for (String stage : List.of("conform", "compute", "release")) {
            Called called = workspace.call(stage);
            assertThat(called.code()).as(stage + called.out() + called.err()).isEqualTo(2);
            assertThat(called.out()).contains("south", "'impact pull'").doesNotContain("camille");
        }
        assertThat(workspace.published().latest().id()).isEqualTo(2);
        // where it is a secret whether there is anybody, a row without a figure stays
        assertThat(workspace.publishedRows())
                .noneMatch(row -> row.contains("faculty=M") && !row.contains("conf_status=C"));

        workspace.delete("data/south/2.csv");
        Called mended = workspace.run();

        assertThat(mended.code()).as(mended.out() + mended.err()).isZero();
        assertThat(workspace.publishedRows()).anyMatch(row -> row.contains("faculty=M"));
    }

    /** As after a run that was killed in the middle of a pull: what it left may be what the screening was to stop. */
    @Test
    void rowsOfWhichNobodyKnowsThatTheirPullEndedAreNotConformed() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder);
        assertThat(workspace.call("pull").code()).isZero();
        Files.deleteIfExists(workspace.lake().resolve("restricted/landed/south/_pull.json"));

        Called conform = workspace.call("conform");

        assertThat(conform.code()).as(conform.out() + conform.err()).isEqualTo(5);
        assertThat(conform.out()).contains("south", "'impact pull'");
        assertThat(workspace.restricted("conformed/enrolment").count()).isEqualTo(SmallSpace.NORTH);

        assertThat(workspace.run("--until", "CONFORM").code()).isZero();
        assertThat(workspace.restricted("conformed/enrolment").count()).isEqualTo(SmallSpace.NORTH + SmallSpace.SOUTH);
    }

    private static long north(TestWorkspace workspace) {
        return workspace
                .restricted("conformed/enrolment")
                .where("_dataset = 'north'")
                .count();
    }
}
