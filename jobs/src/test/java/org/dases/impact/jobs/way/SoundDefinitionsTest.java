// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would give somebody away, or make no sense, is told by {@code impact check}, with its place. */
class SoundDefinitionsTest {
    @TempDir
    private Path folder;

    /** Faculties in one table and courses in another: a reader knows which course is whose. */
    @Test
    void levelsOfOneHierarchyApartAreTold() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("tables/faculties.yaml", SmallSpace.byFaculty("faculties", "ENR"));
        assertThat(check().code()).isZero();
        workspace.write(
                "tables/courses.yaml",
                SmallSpace.byFaculty("courses", "ENR")
                        .replace("column: faculty, source: row.solution_id", "column: course, source: row.course_id"));

        Called check = check();

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out() + check.err())
                .contains("courses.yaml:", "The table shows 'course' and table 'faculties' shows 'faculty'")
                .contains("Put 'faculty' above 'course'");
    }

    /** Who enrolled in one year only is as many in all: the years of one table tell what the other withholds of all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[all]; [year]; [all, year]; by 'year' and table 'results' the same people by 'all'; Add all to the periods",
                "[month]; [week]; [month]; by 'week' and table 'results' the same people by 'month'; Show weeks or months",
            })
    void periodsApartAreTold(String one, String other, String mended, String problem, String fix) {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("tables/results.yaml", withPeriods("results", one));
        workspace.write("tables/success.yaml", withPeriods("success", other));

        Called check = check();

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("success.yaml:", problem, fix);

        workspace.write("tables/success.yaml", withPeriods("success", mended));
        assertThat(check().code()).isZero();
    }

    private static String withPeriods(String name, String periods) {
        return SmallSpace.byFaculty(name, "ENR").replace("[all, year]", periods);
    }

    @Test
    void pseudonymsAsCodesAreTold() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write(
                "tables/persons.yaml",
                SmallSpace.byFaculty("persons", "ENR")
                        .replace("column: faculty, source: row.solution_id", "column: who, source: row.learner_pid"));

        Called check = check();

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("persons.yaml:", "the pseudonym of a person");
    }

    @ParameterizedTest
    @CsvSource({"learners", "denominator", "side"})
    void thresholdsThatNoNumberCanHoldAreTold(String name) {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write(
                "impact.yaml",
                workspace.read("impact.yaml").replaceAll("(?m)^(\\s+" + name + "): \\d+", "$1: 4294967301"));

        Called check = check();

        assertThat(check.code()).isEqualTo(2);
        assertThat(check.out() + check.err()).contains("impact.yaml:", name, "1000000");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Called init = Called.with("init", file.resolve("space").toString(), "--lang", "en");

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains("cannot be written to", "Name a folder");
    }

    private Called check() {
        return Called.with("check", folder.toString(), "--lang", "en");
    }
}
