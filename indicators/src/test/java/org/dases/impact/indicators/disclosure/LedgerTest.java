// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final List<Node> AT = List.of(Node.of("a"));

    private static final Ledger.Terms TERMS = new Ledger.Terms(10, false);
    private static final Limits LIMITS = new Limits(20, 5, 3, 85, 2);

    private static Ledger.Figure figure(OptionalLong persons, boolean printed) {
        return Ledger.Figure.ofCount(persons, printed, AT, Aggregated.USERS, TERMS, LIMITS);
    }

    @Test
    void aCountThatWasPrintedIsRememberedWithItsRow() {
        Tally thirty = Tally.figure(30, Contributors.ofLearners(30));
        assertThat(figure(OptionalLong.of(30), true))
                .isEqualTo(new Ledger.Figure(
                        Optional.of(new Ledger.Counts(30, 0, 0)),
                        Ledger.Reach.READERS,
                        Optional.of(ClearedRow.exact(AT, Aggregated.USERS, thirty)),
                        Optional.empty(),
                        OptionalLong.empty(),
                        TERMS,
                        LIMITS));
    }

    @Test
    void aCountThatWasWithheldIsRememberedWithoutARow() {
        assertThat(figure(OptionalLong.of(3), false))
                .isEqualTo(new Ledger.Figure(
                        Optional.of(new Ledger.Counts(3, 0, 0)),
                        Ledger.Reach.NOBODY,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        TERMS,
                        LIMITS));
    }

    @Test
    void aCountThatNobodyKnowsIsRememberedAsUnknown() {
        assertThat(figure(OptionalLong.empty(), false))
                .isEqualTo(new Ledger.Figure(
                        Optional.empty(),
                        Ledger.Reach.NOBODY,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        TERMS,
                        LIMITS));
    }
}
