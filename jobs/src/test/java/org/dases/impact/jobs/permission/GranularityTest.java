// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.workspace.WorkspaceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GranularityTest {
    private static final String LEVELS = "dimensions: [{id: d, label: {fr: d, en: d}, levels: [%s]}]%nperiods: [%s]%n";

    @TempDir
    private Path folder;

    /** Levels that the contract names, levels and periods of the table, and what of these is too fine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "academie year | {column: academie, source: school.academie} | all, year | ",
                "Academie YEAR | {column: academie, source: school.academie} | all, year | ",
                "academie | {column: academie, source: school.academie} | all | ",
                "academie | {column: academie, source: school.academie} | all, year | year",
                "academie month | {column: academie, source: school.academie} | all, year, month | ",
                "academie month | {column: academie, source: school.academie} | year, week | week",
                "academie day | {column: region, source: school.region_academique} | day | ",
                "region_academique | {column: region, source: school.region_academique}, {column: a, source: school.academie} |"
                        + " all | academie",
                "academie | {column: academie, source: school.school_id} | all | school_id",
                "academie week | {column: academie, source: school.academie} | year, month | year month",
                "academie week | {column: academie, source: school.academie} | all, week | ",
                "academie day | {column: academie, source: school.academie} | year, week | ",
                "course_id | {column: course, source: row.course_id} | all | ",
                "course | {column: course, source: row.course_id} | all | course_id",
                "academie | {column: course, source: row.course_id} | all | course_id",
                "none | {column: course, source: row.course_id} | all, year | course_id year",
                "course_id | {column: c, source: school.commune}, {column: course, source: row.course_id} | all | commune",
                "academie | {column: academie, source: school.school_id, expression: school_id} | all | academie",
                "academie | {column: academie, source: row.school_id} | all | school_id",
                "faculty | {column: faculty, source: row.course_id, expression: 'left(course_id, 1)'} | all | ",
            })
    void findsWhatIsFinerThanTheContractNames(
            String named, String levels, String periods, @org.jspecify.annotations.Nullable String fine)
            throws IOException {
        PublishedTable table = table(LEVELS.formatted(levels, periods));
        assertThat(String.join(" ", new Granularity(Set.of(named.split(" ", -1))).tooFine(table)))
                .isEqualTo(fine == null ? "" : fine);
    }

    @Test
    void saysWhichTableShowsWhatAndWhatIsAllowed() throws IOException {
        PublishedTable table = table(LEVELS.formatted("{column: course, source: row.course_id}", "all"));
        assertThat(new Granularity(Set.of("academie", "year")).objection("lms", table))
                .hasValue(
                        "Dataset lms is left out: its contract limits the detail of published figures to academie, year"
                                + " (granularity), and table success_by_course shows course_id. Make the table coarser, or agree on"
                                + " these levels.");
        assertThat(new Granularity(Set.of("course_id")).objection("lms", table)).isEmpty();
    }

    /** Contradicting permissions leave no level at all. */
    @Test
    void allowsNoDetailWhereNoneIsLeft() throws IOException {
        PublishedTable table = table(LEVELS.formatted("{column: course, source: row.course_id}", "all"));
        assertThat(new Granularity(Set.of()).tooFine(table)).containsExactly("course_id");
    }

    private PublishedTable table(String detail) throws IOException {
        Called.with("init", folder.toString());
        Path file = folder.resolve("tables/success_by_course.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("dimensions:")) + detail);
        return new WorkspaceReader(Map.of())
                .read(folder)
                .match(read -> read.tables().get(0), problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
