// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.jobs.decisions.SampleDecisions.decided;

import java.util.ArrayList;
import java.util.List;
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
}
