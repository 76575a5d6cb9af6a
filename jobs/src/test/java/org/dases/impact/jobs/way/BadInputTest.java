// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code impact run} tells of files and definitions that are wrong: place, reason and fix, never a stack trace.
 */
class BadInputTest {
    @TempDir
    private Path folder;

    /** All in one run: each is told, and none keeps the others from landing. */
    @Test
    void brokenFilesAreToldOrQuarantinedAndTheRestLands() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder);
        // a row with three columns instead of five
        workspace.write("data/north/2.csv", "etudiant;faculte;cours;inscrit_le;resultat\nn900;L;L1\n");
        Files.write(
                folder.resolve("data/south/1.csv"),
                workspace
                        .read("data/south/1.csv")
                        .replace("s000;M;M1", "s000;é;M1")
                        .getBytes(StandardCharsets.ISO_8859_1));
        SmallSpace.addStatements(workspace, "clicks");
        // line 2 of 3 is cut in the middle
        Files.write(
                folder.resolve("data/clicks/cut-line.jsonl.gz"), gzip(click(1) + "\n{\"id\": \"c\n" + click(3) + "\n"));
        byte[] whole = gzip(click(4) + "\n");
        Files.write(folder.resolve("data/clicks/cut-file.jsonl.gz"), Arrays.copyOf(whole, whole.length - 12));

        Called run = workspace.run("--until", "CONFORM");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(5);
        assertThat(run.out())
                .contains("File cut-file.jsonl.gz is cut off", "Put the whole file in its place")
                .contains("File 1.csv, line 2: bytes that are not UTF-8. Set 'encoding'")
                .contains("In quarantine: <10 records of north", "In quarantine: <10 records of clicks");
        assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception", "n900", "c\\n");
        assertThat(workspace
                        .restricted("conformed/_quarantine")
                        .selectExpr("concat(_dataset, ': ', reason)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        "north: 3 columns where there should be 5", "clicks: JSON that ends in the middle");
        assertThat(workspace
                        .restricted("conformed/enrolment")
                        .where("_dataset = 'north'")
                        .count())
                .isEqualTo(SmallSpace.NORTH);
        assertThat(workspace.restricted("conformed/event").count()).isEqualTo(2);
    }

    /** Nothing is lost, but nobody shall take empty tables for an answer. */
    @Test
    void aDatasetOfWhichNoRecordBecomesARowIsTold() {
        TestWorkspace workspace = SmallSpace.in(folder);
        String dataset = workspace.read("datasets/south.yaml");
        workspace.write("datasets/south.yaml", dataset.replace("course_id: cours", "course_id: nullif(cours, cours)"));

        Called run = workspace.run("--until", "CONFORM");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out())
                .contains("No record of south became a row", "datasets/south.yaml")
                .doesNotContain("No record of north");
    }

    @Test
    void anUnknownColumnInAMappingIsToldWithItsPlaceAndWhatWasMeant() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.delete("datasets/south.yaml");
        workspace.write(
                "datasets/north.yaml",
                workspace.read("datasets/north.yaml").replace("course_id: cours", "course_id: courss"));

        Called run = workspace.run("--until", "CONFORM");

        assertThat(run.code()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).contains("datasets/north.yaml:18:7: ", "courss", "did you mean 'cours'?");
        assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void anIndicatorOverAColumnThatDoesNotExistStopsTheRunBeforeDataMove() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write(
                "indicators/own.yaml",
                workspace.read("indicators/own.yaml").replaceFirst("measure: count", "measure: {sum: {of: credit}}"));

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains("indicators/own.yaml:7:", "credit", "did you mean 'credits'?")
                .doesNotContain("\tat ");
        assertThat(workspace.lake().resolve("restricted/landed")).doesNotExist();
    }

    @Test
    void aLakeThatCannotBeMadeIsTold() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("taken", "a file where the folder should be");

        assertNotWritable(workspace, "taken");
    }

    @Test
    void aLakeWithoutWritePermissionIsTold() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder);
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        // The superuser may write in every folder of a disk, but makes none in that of the kernel.
        Path kernel = Path.of("/proc");
        boolean isSuperuser = Files.isWritable(locked);
        Assumptions.assumeTrue(!isSuperuser || Files.isDirectory(kernel), "this user may write everywhere");
        Path forbidden = isSuperuser ? kernel.resolve("impact-lake") : locked;

        assertNotWritable(workspace, forbidden.toString());
    }

    private void assertNotWritable(TestWorkspace workspace, String lake) {
        workspace.write("impact.yaml", workspace.read("impact.yaml").replace("lake: .impact/lake", "lake: " + lake));

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err())
                .contains("The lake cannot be written at " + folder.resolve(lake), "Nothing was changed", "'lake:'")
                .doesNotContain("\tat ");
    }

    private static String click(int number) {
        return "{\"id\": \"click-%d\", \"who\": \"e%d\", \"at\": \"2023-10-0%dT08:00:00Z\"}"
                .formatted(number, number, number);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
