// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One indicator in two tables, of which one asks for more: each has what it asks for, whichever comes first. */
class TermsOfTablesTest {
    private static ClearedTable cleared(boolean isFirst, CellTable asked, CellTable other) {
        List<CellTable> tables = new ArrayList<>(List.of(asked, other));
        if (!isFirst) {
            Collections.reverse(tables);
        }
        return GateTest.granted(NestedTables.RULES, tables.toArray(CellTable[]::new)).tables().stream()
                .filter(table -> table.id().equals(asked.id()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * With k = 30 the 12 and the 2 are unsafe. Where the margins and the three hundreds are printed, the six others are
     * 12 + t, 50 − t, 35 − t, 40 + t, 2 − t and 60 + t: none of the two can be more than 14, which is less than 30.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void boundsAreThoseOfTheTable(boolean isFirst) {
        Aggregated square = new Aggregated("row", "column");
        long[][] counts = {{12, 50, 100}, {100, 40, 2}, {35, 100, 60}};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                square.add(counts[row][column], NestedTables.node("r" + row), NestedTables.node("c" + column));
            }
        }
        Aggregated line = new Aggregated("sex").add(250, NestedTables.node("F")).add(249, NestedTables.node("M"));

        ClearedTable table = cleared(
                isFirst,
                square.table("square", Aggregated.count("users", 30)),
                line.table("line", Aggregated.count("users", 10)));

        assertThat(NestedTables.withheld(table, "users"))
                .contains("r0 c0", "r1 c2")
                .hasSizeGreaterThan(6);
    }

    /** 15 of 1 000 records are told from 10 on; with 30 they are somewhere from 0 to 3 %. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bandsAreThoseOfTheTable(boolean isFirst) {
        assertThat(rateOf(cleared(isFirst, shares("t", "level", 30), shares("other", "sex", 10))))
                .isEqualTo("0.0-3.0");
        assertThat(rateOf(cleared(isFirst, shares("t", "level", 10), shares("other", "sex", 30))))
                .isEqualTo("1.5");
    }

    private static CellTable shares(String id, String axis, int k) {
        Series share = new Series(
                "share", "event", Form.RATE, ContributorKind.RECORD, k, false, true, "percent", "1", Optional.empty());
        return new NestedTables(id, List.of(new Axis(axis, true)), share)
                .row("T", "515:2000")
                .row(axis + "-a", "15:1000")
                .row(axis + "-b", "500:1000")
                .table();
    }

    private static String rateOf(ClearedTable table) {
        return table.rows().stream()
                .filter(row ->
                        !row.at().get(0).isTotal() && row.at().get(0).code().endsWith("-a"))
                .map(row -> row.value() == null ? row.valueLow() + "-" + row.valueHigh() : row.value() + "")
                .findFirst()
                .orElse("none");
    }
}
