// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faculties in one table and courses in another, with no dimension that has both: faculty L less the courses of it that
 * are published would be the three students of L1.
 */
class TiedTablesTest {
    private static final String COURSES = SmallSpace.byFaculty("success", "STU")
            .replace("{column: faculty, source: row.solution_id}", "{column: course, source: row.course_id}")
            .replace("id: where", "id: lesson");

    @TempDir
    private Path folder;

    @Test
    void tablesWhoseCodesLieInOneAnotherAreNotPublishedSideBySide() {
        TestWorkspace workspace = refused(COURSES);

        workspace.write(
                "tables/success.yaml",
                COURSES.replace(
                        "- {column: course", "- {column: faculty, source: row.solution_id}\n      - {column: course"));
        Called mended = workspace.run();
        assertThat(mended.code()).as(mended.out() + mended.err()).isZero();
        assertThat(workspace.published().latest().tableIds()).containsExactlyInAnyOrder("results", "success");
    }

    /** One name for both dimensions does not make courses of faculties. */
    @Test
    void norAreThoseWhoseDimensionsHaveOneName() {
        refused(COURSES.replace("id: lesson", "id: where"));
    }

    /** Where that table is beside one of faculties, nothing is published. */
    private TestWorkspace refused(String courses) {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("tables/results.yaml", SmallSpace.byFaculty("results", "STU"));
        workspace.write("tables/success.yaml", courses);

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out())
                .contains(
                        "The gate refused; nothing was published",
                        "Table results shows 'faculty' and table success shows 'course' of the same people",
                        "Put both columns into one table");
        assertThat(workspace.lake().resolve("published/releases")).doesNotExist();
        return workspace;
    }

    /**
     * Of faculty L, 24, 41 and 21 students are in courses of its own, 15 in one that M has too: more than the k of now,
     * and fewer than the 60 that the first release held to, which goes on to hold.
     */
    @Test
    void whatTablesLeaveIsFewByTheKOfAnEarlierReleaseToo() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("impact.yaml", workspace.read("impact.yaml").replaceFirst("learners: 10", "learners: 60"));
        workspace.write(
                "data/north/1.csv",
                workspace
                                .read("data/north/1.csv")
                                .lines()
                                .filter(row -> !row.contains(";L1;"))
                                .collect(Collectors.joining("\n", "", "\n"))
                        + SmallSpace.course("n", "L", "both", 2023, 15)
                        + SmallSpace.course("n", "M", "both", 2023, 20)
                        + SmallSpace.course("n", "S", "both", 2023, 20));
        workspace.write("tables/results.yaml", SmallSpace.byFaculty("results", "STU"));
        workspace.delete("tables/success.yaml");
        assertThat(workspace.run().code()).isZero();
        workspace.write("impact.yaml", workspace.read("impact.yaml").replaceFirst("learners: 60", "learners: 10"));
        workspace.write("tables/success.yaml", COURSES);

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out()).contains("Table results shows 'faculty' and table success shows 'course'");
    }
}
