// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one task. They are collected in memory up to a limit and handed on then, so that memory does not grow
 * with the cube; the same cell may therefore be handed on several times.
 */
final class PartialCells implements Iterator<Row> {
    private static final int LIMIT = 200_000;

    private final WalkPlan plan;
    private final Iterator<Row> rows;
    private final CellSpace space;
    private Map<Partial.Key, Partial> partials = new HashMap<>();
    private Iterator<Map.Entry<Partial.Key, Partial>> ready = Collections.emptyIterator();
    private @Nullable Row ahead;

    PartialCells(WalkPlan plan, Iterator<Row> rows) {
        this.plan = plan;
        this.rows = rows;
        this.space = new CellSpace(plan);
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && ahead != null) {
            partials = new HashMap<>();
            while (ahead != null && partials.size() < LIMIT) {
                readContributor(ahead);
            }
            ready = partials.entrySet().iterator();
        }
        return ready.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further cell");
        }
        Map.Entry<Partial.Key, Partial> entry = ready.next();
        return space.row(entry.getKey(), entry.getValue());
    }

    private void readContributor(Row first) {
        Map<Place, @Nullable Tally[]> atoms = new HashMap<>();
        String contributor = first.getString(WalkPlan.CONTRIBUTOR);
        Row row = first;
        while (row != null && Objects.equals(row.getString(WalkPlan.CONTRIBUTOR), contributor)) {
            addRow(
                    row,
                    atoms.computeIfAbsent(
                            space.place(row),
                            place -> new Tally[plan.countings().size()]));
            row = rows.hasNext() ? rows.next() : null;
        }
        ahead = row;
        space.roll(atoms).forEach(this::addCell);
    }

    private void addRow(Row row, @Nullable Tally[] tallies) {
        for (int i = 0; i < tallies.length; i++) {
            int at = plan.firstIndicator() + i * WalkPlan.PER_INDICATOR;
            if (row.getBoolean(at)) {
                Tally tally = tallies[i];
                if (tally == null) {
                    tally = new Tally(plan.rules().get(i));
                    tallies[i] = tally;
                }
                tally.add(
                        row.getString(WalkPlan.SCHOOL),
                        row.getString(WalkPlan.PROVIDER),
                        row.getLong(at + 1),
                        row.getLong(at + 2),
                        row.getString(at + 3));
            }
        }
    }

    private void addCell(Place cell, @Nullable Tally[] tallies) {
        for (int i = 0; i < tallies.length; i++) {
            Tally tally = tallies[i];
            if (tally != null) {
                addTally(cell, i, tally);
            }
        }
    }

    private void addTally(Place cell, int indicator, Tally tally) {
        Partial all = partial(cell, indicator, Partial.Of.CONTRIBUTORS, null);
        Counting counting = plan.countings().get(indicator);
        boolean squares = plan.squares().get(indicator);
        if (counting == Counting.ROWS) {
            all.add(tally.numerator(), tally.denominator(), tally.hit(), tally.miss());
            if (squares) {
                all.addSquares(tally.numerator(), tally.denominator());
            }
        } else {
            addUnits(all, cell, indicator, tally);
        }
        tally.schools()
                .forEach(name ->
                        partial(cell, indicator, Partial.Of.SCHOOL, name).add(0, 0, false, false));
        tally.providers()
                .forEach(name ->
                        partial(cell, indicator, Partial.Of.PROVIDER, name).add(0, 0, false, false));
    }

    private void addUnits(Partial all, Place cell, int indicator, Tally tally) {
        UnitRule rule = plan.rules().get(indicator);
        Map<String, Long> units = tally.units();
        long hits = units.values().stream().filter(rule::isInNumerator).count();
        long sum = 0;
        for (long x : units.values()) {
            sum = rule.plus(sum, x);
        }
        boolean squares = plan.squares().get(indicator);
        boolean sums = (squares && !rule.isShare()) || plan.countings().get(indicator) != Counting.OWN_UNITS;
        long numerator = sums ? sum : hits;
        all.add(numerator, units.size(), hits > 0, hits < units.size());
        if (squares) {
            all.addSquares(numerator, units.size());
        }
        if (plan.countings().get(indicator) == Counting.SHARED_UNITS) {
            units.forEach((name, x) -> {
                boolean hit = rule.isInNumerator(x);
                partial(cell, indicator, Partial.Of.UNIT, name).add(hit ? 1 : 0, 1, hit, !hit);
            });
        } else if (plan.countings().get(indicator) == Counting.OWN_VALUES) {
            units.values().forEach(x -> count(cell, indicator, Partial.Of.VALUE, x));
            // Who has a value below a quantile, or above it, is known only when the quantile is.
            count(cell, indicator, Partial.Of.LEAST, Collections.min(units.values()));
            count(cell, indicator, Partial.Of.GREATEST, Collections.max(units.values()));
        }
    }

    private void count(Place cell, int indicator, Partial.Of of, long value) {
        partial(cell, indicator, of, String.valueOf(value)).add(0, 0, false, false);
    }

    private Partial partial(Place cell, int indicator, Partial.Of of, @Nullable String name) {
        return partials.computeIfAbsent(
                new Partial.Key(cell, indicator, of, name),
                key -> new Partial(plan.rules().get(indicator)));
    }
}
