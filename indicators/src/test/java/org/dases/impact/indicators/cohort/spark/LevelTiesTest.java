// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dases.impact.indicators.cohort.spark.LevelTies.Pair;
import org.dases.impact.indicators.definition.Level;
import org.junit.jupiter.api.Test;

/** Three courses, each of one solution; sexes in all of them; schools that lie in sectors. */
class LevelTiesTest {
    private static final Level COURSE = new Level("course", "row.course_id");
    private static final Level SOLUTION = new Level("solution", "row.solution_id");
    private static final Level SEX = new Level("sex", "learner.sex");
    private static final Level SECTOR = new Level("sector", "school.sector");
    private static final Level SCHOOL = new Level("school", "row.uai");
    private static final Level ELSEWHERE = new Level("active", "row.active");

    private static Pair pair(Level one, Level other) {
        return new Pair(new LevelTies.Shown(one, 1, 1), new LevelTies.Shown(other, 1, 1));
    }

    private static LevelTies ties() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "enrolment",
                        "learner_pid uai solution_id course_id school_year",
                        List.of("a", "U1", "S1", "C1", "2025-2026"),
                        List.of("b", "U2", "S1", "C2", "2025-2026"),
                        List.of("b", "U2", "S1", "C1", "2025-2026"),
                        List.of("c", "U1", "S2", "C3", "2025-2026"),
                        List.of("d", "U2", "S2", "C3", "2025-2026"),
                        List.of("e", "U1", "S1", "C2", "2025-2026"))
                .with(
                        "learner",
                        "learner_pid sex",
                        List.of("a", "F"),
                        List.of("b", "M"),
                        List.of("c", "F"),
                        List.of("d", "M"),
                        List.of("e", "F"))
                .with("school", "uai sector", List.of("U1", "PUBLIC"), List.of("U2", "PRIVE"));
        return new LevelTies(fixture.data(), CubeFixture.SETTINGS);
    }

    @Test
    void levelsWhoseCodesMakeUpOneAnotherAreTied() {
        List<Pair> pairs = List.of(
                pair(COURSE, SEX),
                pair(SOLUTION, COURSE),
                pair(SECTOR, COURSE),
                pair(SECTOR, SCHOOL),
                pair(SOLUTION, SEX));

        assertThat(ties().among("enrolment", pairs)).containsExactly(pair(SOLUTION, COURSE), pair(SECTOR, SCHOOL));
    }

    /** A column that only derived tables have does not keep the others from being compared. */
    @Test
    void whatTheRowsDoNotHaveIsNotComparedAndTheOthersAre() {
        List<Pair> pairs = List.of(pair(ELSEWHERE, COURSE), pair(SOLUTION, COURSE));

        assertThat(ties().among("enrolment", pairs)).containsExactly(pair(SOLUTION, COURSE));
        assertThat(ties().among("event", pairs)).isEmpty();
        assertThat(ties().among("enrolment", List.of(pair(ELSEWHERE, COURSE)))).isEmpty();
    }
}
