// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.csv;
import static org.dases.impact.indicators.canonical.spark.Conforming.rows;

import java.util.List;
import org.dases.impact.indicators.canonical.Mapping;
import org.junit.jupiter.api.Test;

/** The days on which things happened, on the clocks of the schools. */
class SchoolDayTest {
    private static final Mapping ENROLMENT =
            csv("enrolment", "learner_pid", "pseudonym(who)", "course_id", "'c'", "uai", "uai", "registered_at", "at");

    /** The new school year begins at 20:00 Z in La Réunion, at 22:00 Z in Paris, and at 4:00 Z in Guadeloupe. */
    @Test
    void theSchoolYearTurnsAtMidnightOfTheSchoolOverseas() {
        Landed landed = Landed.csv("who", "uai", "at")
                .row("a", "9740006F", "2025-08-31T19:59:59Z")
                .row("b", "9740006F", "2025-08-31T20:00:00Z")
                .row("c", "0750001A", "2025-08-31T21:59:59Z")
                .row("d", "0750001A", "2025-08-31T22:00:00Z")
                .row("e", "9710001A", "2025-09-01T03:59:59Z")
                .row("f", "9710001A", "2025-09-01T04:00:00Z");
        try (Conformed conformed = conform(landed, ENROLMENT)) {
            assertThat(rows(conformed, "enrolment", "uai", "registered_at", "local_date", "school_year"))
                    .containsExactly(
                            "0750001A|2025-08-31 21:59:59.0|2025-08-31|2024-2025",
                            "0750001A|2025-08-31 22:00:00.0|2025-09-01|2025-2026",
                            "9710001A|2025-09-01 03:59:59.0|2025-08-31|2024-2025",
                            "9710001A|2025-09-01 04:00:00.0|2025-09-01|2025-2026",
                            "9740006F|2025-08-31 19:59:59.0|2025-08-31|2024-2025",
                            "9740006F|2025-08-31 20:00:00.0|2025-09-01|2025-2026");
        }
    }

    /** Midnight of Paris is 18:00 of the day before in Guadeloupe; a day without a time is that day all the same. */
    @Test
    void aDayWithoutATimeIsThatDayEverywhere() {
        Landed landed = Landed.csv("who", "uai", "at").row("a", "9710001A", "2025-09-01");
        Mapping asDate = csv(
                "enrolment",
                "learner_pid",
                "pseudonym(who)",
                "course_id",
                "'c'",
                "uai",
                "uai",
                "registered_at",
                "try_to_date(at)");
        for (Mapping mapping : List.of(ENROLMENT, asDate)) {
            try (Conformed conformed = conform(landed, mapping)) {
                assertThat(rows(conformed, "enrolment", "local_date", "school_year"))
                        .containsExactly("2025-09-01|2025-2026");
            }
        }
    }
}
