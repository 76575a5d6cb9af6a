// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.ConformerTest.OUTCOME;
import static org.dases.impact.indicators.canonical.spark.ConformerTest.outcomes;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.reasons;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times that cannot be read, and those at which nothing can have happened. */
class ConformedTimesTest {
    @Test
    void anUnreadableTimestampIsToldFromAMissingOne() {
        Landed landed = outcomes().row("a", "yesterday", "1").row("b", " ", "1").row("c", null, "1");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(reasons(conformed))
                    .containsExactly(
                            "1|outcome|outcome.ts: value cannot be read as TIMESTAMP",
                            "2|outcome|outcome.ts: required value is missing",
                            "3|outcome|outcome.ts: required value is missing");
        }
    }

    /** b is of 1025 and not of 2025; d is a second too late. When 1950 begins, the session's time zone decides. */
    @Test
    void whatCannotHaveHappenedIsQuarantined() {
        Landed landed = outcomes()
                .row("a", "1950-01-02T00:00:00Z", "1")
                .row("b", "1025-12-02T02:00:01Z", "1")
                .row("c", "2025-12-02T02:00:00Z", "1")
                .row("d", "2025-12-02T02:00:01Z", "1");
        try (Conformed conformed = conform(landed, OUTCOME)) {
            assertThat(conformed.counts().rows()).containsExactly(Map.entry("outcome", 2L));
            assertThat(reasons(conformed))
                    .containsExactly(
                            "2|outcome|outcome.ts: lies before 1950-01-01",
                            "4|outcome|outcome.ts: lies in the future of the pull");
        }
    }
}
