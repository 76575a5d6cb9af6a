// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.NestedTables;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.junit.jupiter.api.Test;

/** What is remembered of a series from an earlier release. */
class RememberedTest {
    private static final Series USERS = NestedTables.count("i", "event");

    /** That another table listed a cell for an indicator that this one does not have says nothing of its own. */
    @Test
    void isOfCellsThatWereListedForTheTable() {
        List<Node> at = List.of(Node.of("a"));
        Ledger.Figure figure =
                Ledger.Figure.ofCount(OptionalLong.of(30), true, at, USERS, Ledger.Terms.UNKNOWN, Limits.NONE);
        List<Ledger.Entry> entries = List.of(
                new Ledger.Entry(at, false, Map.of("i", figure, "j", figure)),
                new Ledger.Entry(List.of(Node.of("other")), false, Map.of("j", figure)));
        Guard guard = new Guard(
                List.of(new EarlierRelease("1", Instant.EPOCH, new Ledger(List.of(new Ledger.Table("t", entries))))),
                new PrimaryRules(NestedTables.RULES));
        CellTable table = new NestedTables("t", List.of(new Axis("axis", true)), USERS)
                .row("a", "30")
                .table();
        Member member = new Member(table, new Lattice(table), table.series(), 0, 0);
        assertThat(guard.figures(member, USERS).map(EarlierFigures::figures))
                .containsExactly(Map.of(at, Optional.of(figure)));
    }
}
