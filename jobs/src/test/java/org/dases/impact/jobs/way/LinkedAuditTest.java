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
 * The attacker puts tables together: {@code results} has faculties, courses and results, {@code courses} has courses
 * without their faculties, and how many passed; {@code places} has faculties and courses. Courses L1, S2 and M2 have 3,
 * 8 and 6 students.
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
        workspace.write("tables/places.yaml", """
                table: places
                title: {fr: Lieux, en: Places}
                audience: {fr: tests, en: tests}
                indicators: [ENR]
                dimensions:
                  - id: course
                    label: {fr: Cours, en: Course}
                    levels:
                      - {column: faculty, source: row.solution_id}
                      - {column: course, source: row.course_id}
                periods: [all]
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
        tell("courses", "course = 'S2'", 8);

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out())
                .contains("several tables together", "results: ENR {course=S2, faculty=S, period=}")
                .doesNotContain("courses: ");
    }

    /** Tables that do not agree are about others, so that the one tells nothing of the other. */
    @Test
    void tablesThatDoNotAgreeAreNotPutTogether() {
        tell("courses", "course = 'S2'", 8);
        update("courses", "indicator_id = 'ENR' and period_kind = 'all' and course = '_T'", "value = value + 1");

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }

    /** What an earlier release told of S2 is not what is there now. */
    @Test
    void whatTheOtherTableShowsAgainIsNotTaken() {
        tell("courses", "course = 'S2'", 8);
        update("courses", "indicator_id = 'ENR' and course = 'S2'", "frozen_since = date'2026-01-01'");

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }

    /** X and Y are courses of two faculties. */
    @Test
    void codesThatStandInSeveralPlacesAreFoundByWhatIsAboveThem() {
        for (String table : List.of("results", "places")) {
            update(table, "course in ('L1', 'M2')", "course = 'X'");
            update(table, "course in ('L2-24', 'M1-24')", "course = 'Y'");
        }
        tell("places", "faculty = 'L' and course = 'X'", 3);

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out()).contains("results: ENR {course=X, faculty=L, period=}");
    }

    /**
     * 1000 learners of L1, which only one table tells, are more than there are. The other two tell of S2 all the same.
     */
    @Test
    void oneTableThatContradictsDoesNotHideWhatTwoOthersTell() {
        tell("places", "course = 'L1'", 1000);
        tell("courses", "course = 'S2'", 8);

        Called audit = audit("results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out()).contains("results: ENR {course=S2, faculty=S, period=}");
    }

    /** 40 of S passed, and by the other table 5 of S2 and 22 of S3: 13 of S1, of which only a band is printed. */
    @Test
    void thoseAboveTheLineOfARateFollowFromTheOtherTable() {
        tellRates(180);

        Called audit = audit("success");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out()).contains("success: PR-02 {course=S1, faculty=S, period=}");
    }

    /** As many passed of another number in all: these are others. */
    @Test
    void ratesOfOthersAreNotPutTogether() {
        tellRates(181);

        Called audit = audit("success");

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }

    private void tell(String table, String where, int learners) {
        update(
                table,
                "indicator_id = 'ENR' and period_kind = 'all' and " + where,
                "conf_status = 'F', value = " + learners);
    }

    private void tellRates(int all) {
        String rate = "indicator_id = 'PR-02' and period_kind = 'all' and ";
        update("success", rate + "course = 'S1'", "conf_status = 'F', value_low = 60, denominator = 17");
        update("success", rate + "faculty = 'S' and course = '_T'", told(40, 58));
        update("success", rate + "faculty = '_T'", told(100, 180));
        update("courses", rate + "course = 'S2'", told(5, 8));
        update("courses", rate + "course = 'S3'", told(22, 33));
        update("courses", rate + "course = '_T'", told(100, all));
    }

    private static String told(int some, int all) {
        return "conf_status = 'F', value = %s, numerator = %d, denominator = %d"
                .formatted(100.0 * some / all, some, all);
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
