// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dases.impact.notebooks.DeltaFixture.Cells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lakes that are not there yet, and lakes that nobody should trust. */
class BrokenLakeTest {
    private static final String AT = "2025-10-15T08:00:00Z";

    @TempDir
    Path folder;

    @Test
    void saysThatAFolderIsMissing() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> PublishedLake.at(none))
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.fault()).isEqualTo(LakeException.Fault.NOT_A_LAKE))
                .hasMessage("'" + none + "' is not a published lake: there is no such folder; give the folder"
                        + " 'published' of a lake, for instance .impact/lake/published, and run 'impact run' first");
    }

    @Test
    void pointsToThePublishedZoneBelowALake() {
        Path published = folder.resolve("published");
        ExampleLake.write(published);
        assertThatThrownBy(() -> PublishedLake.at(folder))
                .hasMessage("'" + folder + "' is not a published lake: it has no table 'releases'; did you mean '"
                        + published + "'?");
    }

    @Test
    void saysThatNothingHasBeenReleased() {
        new ExampleLake(folder).releases().append(List.of());
        PublishedLake lake = PublishedLake.at(folder);
        assertThat(lake.releases()).isEmpty();
        assertThatThrownBy(() -> lake.table("usage_by_territory"))
                .hasMessage("nothing has been released in '" + folder
                        + "' yet; run 'impact run', which ends with a release");
        assertThatThrownBy(() -> lake.release(1)).hasMessageStartingWith("nothing has been released");
    }

    /** Spark writes a checksum beside each commit. */
    @Test
    void saysThatTheLastCommitsAreMissing() throws IOException {
        new ExampleLake(folder).releases().append(List.of());
        Files.writeString(
                folder.resolve("releases/_delta_log/%020d.crc".formatted(7)),
                "{\"tableSizeBytes\":0,\"numFiles\":0,\"numMetadata\":1,\"numProtocol\":1}");
        assertThatThrownBy(() -> PublishedLake.at(folder).releases())
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.fault()).isEqualTo(LakeException.Fault.DAMAGED))
                .hasMessageStartingWith(
                        "cannot read '" + folder.resolve("releases") + "': it is not a readable Delta table");
    }

    @Test
    void asksForThePlaceWhenTheEnvironmentNamesNone() {
        System.setProperty(PublishedLake.PLACE, " ");
        try {
            assertThatThrownBy(PublishedLake::fromEnvironment)
                    .hasMessageContaining("IMPACT_PUBLISHED is not set; set it to the folder 'published'");
        } finally {
            System.clearProperty(PublishedLake.PLACE);
        }
    }

    @Test
    void refusesAWithheldRowThatComesWithANumber() {
        @Nullable Object[] smallCohort = {null, null, null, 4L};
        Cells forged = ExampleLake.row(
                1, ExampleLake.YEAR, null, List.of("Corse", "_T", "_T"), "AD-02", "COUNT", smallCohort, "C");
        assertThatThrownBy(() -> lakeOf(forged, 1).table(ExampleLake.USAGE))
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.fault()).isEqualTo(LakeException.Fault.DAMAGED))
                .hasMessage(
                        "cannot read '" + folder.resolve(ExampleLake.USAGE) + "': a withheld row has a number in column"
                                + " 'n_learners'; restore the folder or release again with 'impact run'");
    }

    @Test
    void readsAnUnknownConfidentialityAsWithheld() {
        @Nullable Object[] number = {12.0, null, null, null};
        Cells unknown =
                ExampleLake.row(1, ExampleLake.YEAR, null, List.of("Corse", "_T", "_T"), "AD-02", "COUNT", number, "N");
        assertThatThrownBy(() -> lakeOf(unknown, 1).table(ExampleLake.USAGE))
                .hasMessageContaining("a withheld row has a number in column 'value'");
    }

    @Test
    void refusesATableThatLostOrGainedRows() {
        Cells row = ExampleLake.cell(1, ExampleLake.YEAR, List.of("_T", "_T", "_T"), "AD-02", "COUNT", 1240, 1240);
        assertThatThrownBy(() -> lakeOf(row, 2).table(ExampleLake.USAGE))
                .hasMessageContaining("release 1 recorded 2 rows of it, but it has 1");
    }

    @Test
    void doesNotFollowAPathOutOfThePublishedZone() {
        ExampleLake lake = new ExampleLake(folder.resolve("published"));
        lake.releases().append(List.of(new Cells(List.of(1L, 0L, "cells", "../cells", 1L, 1L, 0L, "f", "0.1.0"))));
        assertThatThrownBy(() -> PublishedLake.at(folder.resolve("published")).releases())
                .hasMessageContaining("a release names the path '../cells', which leads out of the lake");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhichTableHasAMissingOrCutFile(boolean missing) throws IOException {
        ExampleLake.write(folder);
        Path table = folder.resolve(ExampleLake.USAGE);
        for (Path file : parquetFiles(table)) {
            if (missing) {
                Files.delete(file);
            } else {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            }
        }
        assertThatThrownBy(() -> PublishedLake.at(folder).table(ExampleLake.USAGE))
                .hasMessage("cannot read '" + table + "': a file that its log lists is missing or broken; restore the"
                        + " folder or release again with 'impact run'");
    }

    @Test
    void opensNoFileOfAnotherRelease() throws IOException {
        ExampleLake.write(folder);
        Path table = folder.resolve(ExampleLake.USAGE);
        String commit = Files.readString(table.resolve("_delta_log").resolve("00000000000000000000.json"));
        List<Path> ofReleaseOne = parquetFiles(table).stream()
                .filter(file -> commit.contains(file.getFileName().toString()))
                .toList();
        assertThat(ofReleaseOne).hasSize(1);
        Files.delete(ofReleaseOne.get(0));
        assertThat(PublishedLake.at(folder).table(ExampleLake.USAGE, 2).rows()).hasSize(22);
        assertThatThrownBy(() -> PublishedLake.at(folder).table(ExampleLake.USAGE, 1))
                .hasMessageContaining("is missing or broken");
    }

    @Test
    void readsATableWithACheckConstraint() throws IOException {
        ExampleLake.write(folder);
        Path log = folder.resolve(ExampleLake.USAGE).resolve("_delta_log").resolve("00000000000000000000.json");
        String first = Files.readString(log);
        String constrained = first.replaceFirst(
                        "\\{\"protocol\":.*\\}\\}", "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":3}}")
                .replaceFirst(
                        "\"configuration\":\\{[^}]*\\}",
                        "\"configuration\":{\"delta.constraints.at_least_k\":\"n_learners >= 10\"}");
        assertThat(constrained).contains("\"minWriterVersion\":3", "at_least_k");
        Files.writeString(log, constrained);
        Files.deleteIfExists(log.resolveSibling(".00000000000000000000.json.crc"));
        Files.deleteIfExists(log.resolveSibling("00000000000000000000.crc"));
        assertThat(PublishedLake.at(folder).table(ExampleLake.USAGE).rows()).hasSize(22);
    }

    private PublishedLake lakeOf(Cells row, long recorded) {
        ExampleLake lake = new ExampleLake(folder);
        lake.table(ExampleLake.USAGE, "region_academique", "academie", "sector").append(List.of(row));
        lake.releases().append(List.of(ExampleLake.entry(1, AT, ExampleLake.USAGE, recorded, 1, 0)));
        return PublishedLake.at(folder);
    }

    private static List<Path> parquetFiles(Path table) throws IOException {
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }
}
