// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "kitten, sitting, 3",
        "flaw, lawn, 2",
        "feild, field, 1",
        "cvs, csv, 1",
        "saturday, sunday, 3",
        "same, same, 0"
    })
    void countsInsertedRemovedChangedAndSwappedLetters(String left, String right, int expected) {
        assertThat(Suggestion.distance(left, right)).isEqualTo(expected);
    }

    @Test
    void findsTheNearestName() {
        assertThat(Suggestion.nearest("learnr", List.of("learner", "learners", "school")))
                .contains("learner");
    }

    @Test
    void paysNoRegardToCase() {
        assertThat(Suggestion.nearest("pr-02", List.of("PR-02", "PR-03"))).contains("PR-02");
    }

    @Test
    void isSilentWhenNothingIsNear() {
        assertThat(Suggestion.nearest("banana", List.of("learner", "school"))).isEmpty();
        assertThat(Suggestion.hint("banana", List.of("learner", "school"))).isEmpty();
    }
}
