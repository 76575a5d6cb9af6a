// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.GapOf;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/** Writes out the rows of one table as its patterns allow. */
final class Printing {
    private final CellTable table;
    private final Lattice lattice;
    private final PrimaryRules rules;
    private final Map<String, PatternRows> patterns;
    private final Map<List<Node>, Integer> places = new HashMap<>();

    Printing(CellTable table, Lattice lattice, PrimaryRules rules, Map<String, PatternRows> patterns) {
        this.table = table;
        this.lattice = lattice;
        this.rules = rules;
        this.patterns = patterns;
        table.cohorts().forEach(cohort -> places.put(cohort.at(), places.size()));
    }

    ClearedTable print() {
        List<ClearedRow> rows = new ArrayList<>();
        long[] cells = new long[table.cohorts().size()];
        long[] withheld = new long[cells.length];
        for (int c = 0; c < cells.length; c++) {
            for (Series series : table.series()) {
                Optional<ClearedRow> row = row(c, series);
                row.ifPresent(rows::add);
                boolean isWithheld = row.filter(r -> r.status() == ConfStatus.C).isPresent();
                lattice.forEachTop(c, top -> {
                    cells[top] += row.isPresent() ? 1 : 0;
                    withheld[top] += isWithheld ? 1 : 0;
                });
            }
        }
        for (Series series : table.series()) {
            for (int c = 0; c < cells.length && series.form() == Form.WITHHELD_SHARE; c++) {
                if (cells[c] > 0) {
                    rows.add(share(c, series, withheld[c], cells[c]));
                }
            }
        }
        return new ClearedTable(table.id(), table.axes(), rows);
    }

    private Optional<ClearedRow> row(int cohort, Series series) {
        return switch (series.form()) {
            case WITHHELD_SHARE -> Optional.empty();
            case GAP -> series.gap().flatMap(gap -> gap(cohort, series, gap));
            case COUNT, SUM, RATE, MEAN, RATIO, QUANTILE, EFFECT -> measured(cohort, series);
        };
    }

    private Optional<ClearedRow> measured(int cohort, Series series) {
        List<Node> at = table.cohorts().get(cohort).at();
        PatternRows own = own(series);
        int cell = firstCell(series) + cohort;
        Tally tally = tally(cohort, series.indicatorId());
        if (tally == null && !own.pattern().withheld().get(cell)) {
            return Optional.empty();
        }
        if (tally == null || own.isWithheld(cell, series)) {
            return Optional.of(ClearedRow.withheld(at, series));
        }
        RatePattern rate = own.pattern().rates().get(series.indicatorId());
        Optional<ClearedRow> row = rate != null && rate.onesided().get(cell)
                ? rules.band(series, tally).map(band -> ClearedRow.banded(at, series, tally, band))
                : Optional.of(ClearedRow.exact(at, series, tally));
        return row.map(
                full -> own.isUnnumbered(cell, series) ? full.unnumbered().withoutInterval() : full);
    }

    /**
     * A gap says as much as the second of its cells once the first is known: both must be printed exactly. An effect
     * may be withheld for having few on a side; so that this tells of nobody, both must also say how many they are.
     */
    private Optional<ClearedRow> gap(int cohort, Series series, GapOf gap) {
        List<Node> at = table.cohorts().get(cohort).at();
        Tally tally = tally(cohort, series.indicatorId());
        boolean areNumbered = areExact(at, gap, true);
        boolean isFree = areNumbered || (!gap.isEffect() && areExact(at, gap, false));
        if (tally == null) {
            return Optional.empty();
        }
        isFree &= !rules.isEffectOfFew(series, tally);
        // Its learners are those of a cohort of the compared indicator, whose row may not say how many they are.
        ClearedRow row = isFree ? ClearedRow.exact(at, series, tally).unnumbered() : ClearedRow.withheld(at, series);
        // Its interval is made of theirs, which rows that do not say how many they are do not have.
        return Optional.of(areNumbered ? row : row.withoutInterval());
    }

    private boolean areExact(List<Node> at, GapOf gap, boolean isNumbered) {
        return isExact(at, gap, gap.advantaged(), isNumbered) && isExact(at, gap, gap.disadvantaged(), isNumbered);
    }

    private boolean isExact(List<Node> at, GapOf gap, String code, boolean isNumbered) {
        List<Node> side = new ArrayList<>();
        for (int axis = 0; axis < at.size(); axis++) {
            boolean isCompared = table.axes().get(axis).name().equals(gap.axis());
            side.add(isCompared ? at.get(axis).child(code) : at.get(axis));
        }
        Integer cohort = places.get(side);
        return cohort != null
                && table.series().stream()
                        .filter(series -> series.indicatorId().equals(gap.indicatorId()))
                        .flatMap(series -> row(cohort, series).stream())
                        .anyMatch(row -> row.value() != null && (!isNumbered || row.learners() != null));
    }

    private ClearedRow share(int cohort, Series series, long withheld, long cells) {
        Tally tally = new Tally(
                100.0 * withheld / cells,
                (double) withheld,
                (double) cells,
                null,
                null,
                Contributors.ofLearners(0),
                null);
        return ClearedRow.exact(table.cohorts().get(cohort).at(), series, tally);
    }

    private @Nullable Tally tally(int cohort, String indicator) {
        return table.cohorts().get(cohort).tallies().get(indicator);
    }

    private PatternRows own(Series series) {
        return Objects.requireNonNull(patterns.get(series.group()));
    }

    private int firstCell(Series series) {
        return own(series).pattern().population().members().stream()
                .filter(member -> member.lattice() == lattice)
                .findFirst()
                .orElseThrow()
                .firstCell();
    }
}
