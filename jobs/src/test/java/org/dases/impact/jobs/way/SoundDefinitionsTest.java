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
