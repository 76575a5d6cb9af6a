// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attacker puts two tables together: {@code results} has faculties, courses and results, {@code courses} has
 * courses without their faculties, and how many passed. Courses L1, S2 and M2 have 3, 8 and 6 students.
 */
class LinkedAuditTest {
    @TempDir
    private static Path released;

    @TempDir
    private Path folder;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeAll
    static void release() {
        TestWorkspace workspace = SmallSpace.in(released);
        workspace.write("tables/courses.yaml", """
                table: courses
                title: {fr: Cours, en: Courses}
                audience: {fr: tests, en: tests}
                indicators: [ENR, PR-02]
                dimensions:
                  - id: course
                    label: {fr: Cours, en: Course}
                    levels:
                      - {column: course, source: row.course_id}
                periods: [all, year]
                """);
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
    }

    @BeforeEach
    void copy() {
        workspace = TestWorkspace.copyOf(released, folder.resolve("space"));
    }

    @Test
    void nothingIsFoundInARelease() {
        Called audit = audit();

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }

    /** With 8 students of S2 told by the other table, 9 are left for L1 and M2 together. */
    @Test
    void whatTheOtherTableTellsIsFound() {
        update(
                "courses",
                "indicator_id = 'ENR' and period_kind = 'all' and course = 'S2'",
                "conf_status = 'F', value = 8");

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out())
                .contains("several tables together", "results: ENR {course=S2, faculty=S, period=}")
                .doesNotContain("courses: ");
    }

    /** Tables that do not agree are about others, so that the one tells nothing of the other. */
    @Test
    void tablesThatDoNotAgreeAreNotPutTogether() {
        update(
                "courses",
                "indicator_id = 'ENR' and period_kind = 'all' and course = 'S2'",
                "conf_status = 'F', value = 8");
        update("courses", "indicator_id = 'ENR' and period_kind = 'all' and course = '_T'", "value = value + 1");

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }

    private void update(String table, String where, String set) {
        String path = workspace.lake().resolve("published/" + table).toString();
        for (String constraint : List.of("at_least_k", "confidential_has_no_number")) {
            TestSpark.session().sql("alter table delta.`" + path + "` drop constraint if exists " + constraint);
        }
        TestSpark.session().sql("update delta.`" + path + "` set " + set + " where " + where);
    }

    private Called audit(String... more) {
        List<String> args = new ArrayList<>(List.of("audit"));
        args.addAll(List.of(more));
        args.addAll(List.of("-w", workspace.folder().toString(), "--lang", "en"));
        return Called.with(args.toArray(String[]::new));
    }
}
