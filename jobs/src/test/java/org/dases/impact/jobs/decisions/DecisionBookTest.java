// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DecisionBookTest {
    @Test
    void keepsWhatCouldNotBeWritten() {
        DecisionBook book = new DecisionBook();
        book.note(decided("a"));
        assertThatThrownBy(() -> book.emptyInto(decisions -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        book.note(decided("b"));
        List<Decided> written = new ArrayList<>();

        book.emptyInto(written::addAll);

        assertThat(written).containsExactly(decided("a"), decided("b"));
        book.emptyInto(written::addAll);
        assertThat(written).hasSize(2);
    }

    private static Decided decided(String reason) {
        return new Decided(
                Instant.parse("2026-06-15T12:00:00Z"),
                EnforcementPoint.PULL.code(),
                "north",
                "urn:contract:north",
                "0".repeat(64),
                "read",
                new TreeSet<>(List.of("impact-measurement")),
                false,
                List.of(reason));
    }
}
