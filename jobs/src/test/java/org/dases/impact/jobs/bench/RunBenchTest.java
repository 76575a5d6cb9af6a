// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;

class RunBenchTest {
    @Test
    void cellsAfterAnIncrementAreThoseOfAFullPass() throws IOException {
        TestSpark.session();

        Called called = Called.with("bench", "run", "--events", "1000", "--runs", "1", "--json");

        assertThat(called.code()).as(called.err()).isIn(0, 4);
        List<String> names = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(called.out())) {
            names.add(each.path("name").asText());
            assertThat(each.path("equal").asBoolean()).as(each.toString()).isTrue();
            assertThat(each.path("cells").asInt()).isPositive();
            assertThat(each.path("goal").asDouble()).isEqualTo(10);
        }
        assertThat(names).containsExactly("compute, the last 1 % of events new", "compute, 1 % of events late");
    }

    /** Each run computes three times. */
    @Test
    void lessIsAskedByDefaultThanOfTheCube() {
        assertThat(Called.with("bench", "run", "--help", "--lang", "en").out())
                .contains("default: 1000000.", "default: 2.");
        assertThat(Called.with("bench", "cube", "--help", "--lang", "en").out())
                .contains("default: 5000000.", "default: 8.");
    }
}
