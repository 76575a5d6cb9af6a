// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dases.impact.notebooks.LakeException;
import org.dases.impact.notebooks.PublishedLake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final int SEPTEMBER = (int) LocalDate.of(2025, 9, 1).toEpochDay();

    @TempDir
    Path published;

    PublishedFixture zone = new PublishedFixture(Path.of(""));
    Path files = Path.of("");

    @BeforeEach
    void publishesTheFirstRelease() {
        zone = new PublishedFixture(published);
        files = published.resolve("export");
        zone.rows("usage", free(1, "_T", 40.0, 40L));
        zone.commit(1, Map.of("usage", 1L));
    }

    @Test
    void writesWhatTheReleaseHoldsInAnOrderOfItsOwn() throws IOException {
        long moment = 1_760_515_200_000_000L; // 2025-10-15T08:00:00Z
        zone.rows(
                "usage",
                free(2, "Maths, TC", 62.25, 812L),
                new @Nullable Object[] {2L, "2025-2026", SEPTEMBER, "=cmd", "PR-02", null, 0.98, 401L, "F", moment},
                secret(2, "Bio \"bis\""),
                new @Nullable Object[] {2L, "_T", null, "_T", "PR-02", 0.1 + 0.2, null, 12_345L, "F", null},
                free(2, "_T", 1_240.0, 1_240L));
        zone.commit(2, Map.of("usage", 5L));

        Export.beside(published).heal();

        assertThat(Files.readString(files.resolve("usage.csv"))).isEqualTo("""
                        release_id,school_year,period_start,course,indicator_id,value,value_low,n_learners,conf_status,frozen_since
                        2,_T,,_T,PR-02,0.30000000000000004,,12345,F,
                        2,2025-2026,2025-09-01,_T,PR-02,1240,,1240,F,
                        2,2025-2026,2025-09-01,'=cmd,PR-02,,0.98,401,F,2025-10-15T08:00:00Z
                        2,2025-2026,2025-09-01,"Bio ""bis""\",PR-02,,,,C,
                        2,2025-2026,2025-09-01,"Maths, TC",PR-02,62.25,,812,F,
                        """.replace("\n", "\r\n"));
        assertThat(Files.readString(files.resolve("usage_excel-fr.csv")))
                .isEqualTo("\uFEFF" + """
                        release_id;school_year;period_start;course;indicator_id;value;value_low;n_learners;conf_status;frozen_since
                        2;_T;;_T;PR-02;0,30000000000000004;;12345;F;
                        2;2025-2026;2025-09-01;_T;PR-02;1240;;1240;F;
                        2;2025-2026;2025-09-01;'=cmd;PR-02;;0,98;401;F;2025-10-15T08:00:00Z
                        2;2025-2026;2025-09-01;"Bio ""bis""\";PR-02;;;;C;
                        2;2025-2026;2025-09-01;Maths, TC;PR-02;62,25;;812;F;
                        """.replace("\n", "\r\n"));
    }

    @Test
    void writesNoNumberOfASecretRowNorAnyOtherOfItsTable() {
        zone.rows("usage", new @Nullable Object[] {2L, "2025-2026", SEPTEMBER, "Bio", "PR-02", null, null, 4L, "C", null
        });
        zone.commit(2, Map.of("usage", 1L));

        assertThatThrownBy(() -> Export.beside(published).heal())
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.fault()).isEqualTo(LakeException.Fault.DAMAGED));

        assertThat(files).isEmptyDirectory();
    }

    @Test
    void aRunThatWasKilledBetweenCommitAndExportIsHealed() throws IOException {
        Export.beside(published).heal();
        zone.rows("usage", free(2, "_T", 50.0, 50L));
        zone.commit(2, Map.of("usage", 1L));
        Files.writeString(files.resolve("usage.csv.0000.part"), "release_id,sch");
        assertThat(second("usage.csv")).startsWith("1,");

        assertThat(Export.beside(published).heal()).allMatch(ExportedFile::written);

        assertThat(second("usage.csv")).isEqualTo("2,2025-2026,2025-09-01,_T,PR-02,50,,50,F,");
        assertThat(second("usage_excel-fr.csv")).isEqualTo("2;2025-2026;2025-09-01;_T;PR-02;50;;50;F;");
        assertThat(names()).containsExactly("usage.csv", "usage_excel-fr.csv");
    }

    @Test
    void aRunThatWasKilledBeforeItsCommitIsNotShown() throws IOException {
        zone.rows("usage", free(2, "_T", 50.0, 50L));

        Export.beside(published).heal();

        assertThat(second("usage.csv")).isEqualTo("1,2025-2026,2025-09-01,_T,PR-02,40,,40,F,");
        assertThat(Files.readAllLines(files.resolve("usage.csv"))).hasSize(2);
    }

    @Test
    void aMissingOrChangedFileIsWrittenAgainAndTheRestLeftAlone() throws IOException {
        zone.rows("results", free(2, "_T", 3.5, 20L));
        zone.rows("usage", free(2, "_T", 50.0, 50L));
        zone.commit(2, Map.of("results", 1L, "usage", 1L));
        Export.beside(published).heal();
        String whole = Files.readString(files.resolve("usage.csv"));
        FileTime before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(files.resolve("results_excel-fr.csv"), before);
        Files.delete(files.resolve("results.csv"));
        Files.writeString(files.resolve("usage.csv"), whole.substring(0, whole.length() - 9));

        List<ExportedFile> healed = Export.beside(published).heal();

        assertThat(healed)
                .containsExactly(
                        new ExportedFile("results", ExportFormat.CSV, files.resolve("results.csv"), 1, true),
                        new ExportedFile(
                                "results", ExportFormat.EXCEL_FR, files.resolve("results_excel-fr.csv"), 1, false),
                        new ExportedFile("usage", ExportFormat.CSV, files.resolve("usage.csv"), 1, true),
                        new ExportedFile(
                                "usage", ExportFormat.EXCEL_FR, files.resolve("usage_excel-fr.csv"), 1, false));
        assertThat(second("results.csv")).isEqualTo("2,2025-2026,2025-09-01,_T,PR-02,3.5,,20,F,");
        assertThat(files.resolve("usage.csv")).hasContent(whole);
        assertThat(Files.getLastModifiedTime(files.resolve("results_excel-fr.csv")))
                .isEqualTo(before);
    }

    @Test
    void aTableThatTheLastReleaseNoLongerHasGoesAndFilesOfOthersStay() throws IOException {
        Export.beside(published).heal();
        Files.writeString(files.resolve("notes.csv"), "mine");
        zone.rows("results", free(2, "_T", 3.5, 20L));
        zone.commit(2, Map.of("results", 1L));

        Export.beside(published).heal();

        assertThat(names()).containsExactly("notes.csv", "results.csv", "results_excel-fr.csv");
    }

    @Test
    void whatCannotBeWrittenIsToldAndLeavesNoPart() throws IOException {
        Files.createDirectories(files.resolve("usage.csv/in the way"));

        assertThatThrownBy(() -> Export.beside(published).heal())
                .isInstanceOf(ExportException.class)
                .hasMessageContainingAll("release 1", files.toString(), "published and whole", "impact export");

        assertThat(names()).containsExactly("usage.csv");
    }

    @Test
    void aTableWhoseNameLeadsOutOfTheFolderIsRefused() {
        zone.commit(1, "../usage", "usage", 1);

        assertThatThrownBy(() -> Export.beside(published).heal())
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("'../usage', which is no name of a file");

        assertThat(published.resolve("usage.csv")).doesNotExist();
    }

    @Test
    void onlyFilesOfThatVeryReleaseShowIt() {
        Export.beside(published).heal();
        zone.rows("usage", free(10, "_T", 50.0, 50L));
        zone.commit(10, Map.of("usage", 1L));
        PublishedLake lake = PublishedLake.at(published);

        assertThat(Export.showing(published, 1, lake.release(1).tables().get(0)))
                .containsExactly(files.resolve("usage.csv"), files.resolve("usage_excel-fr.csv"));
        assertThat(Export.showing(published, 10, lake.release(10).tables().get(0)))
                .isEmpty();
    }

    private String second(String file) throws IOException {
        return Files.readAllLines(files.resolve(file)).get(1);
    }

    private List<String> names() throws IOException {
        try (var list = Files.list(files)) {
            return list.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static @Nullable Object[] free(long release, String course, double value, long learners) {
        return new @Nullable Object[] {
            release, "2025-2026", SEPTEMBER, course, "PR-02", value, null, learners, "F", null
        };
    }

    private static @Nullable Object[] secret(long release, String course) {
        return new @Nullable Object[] {release, "2025-2026", SEPTEMBER, course, "PR-02", null, null, null, "C", null};
    }
}
