// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerRowsTest {
    private static final List<Node> AT = List.of(Node.of("a"));
    private static final Series USERS = new Series(
            "users", "event", Form.COUNT, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());

    private static final Limits LIMITS = new Limits(20, 5, 3, 85, 2);

    private static Ledger.Figure read(Ledger.Terms terms, boolean isOwn) {
        return read(Ledger.Figure.ofCount(OptionalLong.of(30), true, AT, USERS, terms, LIMITS), isOwn);
    }

    private static Ledger.Figure read(Ledger.Figure figure, boolean isOwn) {
        Row row = LedgerRows.figure(
                1, Instant.parse("2026-09-01T00:00:00Z"), "t", "a", false, "users", figure, List.of("d"), List.of());
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return LedgerRows.figure(new GenericRowWithSchema(values, LedgerRows.COLUMNS), AT, USERS, isOwn);
    }

    @Test
    void whatHeldForAFigureIsRead() {
        Ledger.Terms terms = new Ledger.Terms(15, true);
        assertThat(read(terms, true))
                .isEqualTo(Ledger.Figure.ofCount(OptionalLong.of(30), true, AT, USERS, terms, LIMITS));
        assertThat(read(new Ledger.Terms(10, false), true).terms()).isEqualTo(new Ledger.Terms(10, false));
    }

    @ParameterizedTest
    @EnumSource(Ledger.Reach.class)
    void whoCouldKnowAFigureIsRead(Ledger.Reach reach) {
        Ledger.Figure figure = Ledger.Figure.ofCount(
                        OptionalLong.of(30), false, AT, USERS, new Ledger.Terms(10, false), LIMITS)
                .knownTo(reach);
        assertThat(read(figure, true)).isEqualTo(figure);
    }

    @Test
    void whatHeldInOneTableDoesNotHoldInAnother() {
        Ledger.Figure others = read(new Ledger.Terms(15, true), false);
        assertThat(others.terms()).isEqualTo(Ledger.Terms.UNKNOWN);
        assertThat(others.limits())
                .as("a row may be shown again in another table")
                .isEqualTo(LIMITS);
    }
}
