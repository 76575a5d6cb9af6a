// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.dases.impact.jobs.verify.Printed;

/**
 * Indicators of which the one counts nowhere more learners than the other: its learners are taken for some of the
 * other's, so that what the other has more is a group of persons too. Where a rate prints that group as one of its
 * sides, it asks what a side asks, and the rate's own numbers show whether it does.
 */
final class ComparedIndicators {
    private final Map<String, List<Printed>> byIndicator;
    private final ToLongFunction<String> thresholds;
    private final Set<Sides> sides;

    /**
     * So many learners of a cohort, and so many of them on one side of a line; the others are on the other side.
     *
     * @param cell the cohort, in whatever table
     */
    record Sides(Map<String, String> cell, long learners, long some) {
        /** What the row of a rate says of learners; nothing where its records are others. */
        static Stream<Sides> of(Printed row) {
            long learners = row.learners().orElse(0);
            OptionalDouble above = row.row().number("numerator");
            OptionalDouble all = row.row().number("denominator");
            if (!isTold(row) || above.isEmpty() || all.isEmpty() || all.getAsDouble() != learners) {
                return Stream.of();
            }
            long some = Math.round(above.getAsDouble());
            return Stream.of(new Sides(row.cell(), learners, some), new Sides(row.cell(), learners, learners - some));
        }
    }

    /**
     * Indicators of a table.
     *
     * @param thresholds k of each indicator
     * @param sides what the rates of all tables print
     */
    ComparedIndicators(Map<String, List<Printed>> byIndicator, ToLongFunction<String> thresholds, Set<Sides> sides) {
        this.byIndicator = byIndicator;
        this.thresholds = thresholds;
        this.sides = sides;
    }

    /** Rows of the smaller indicators where the difference is a small group. */
    List<Printed> close() {
        List<Printed> close = new ArrayList<>();
        byIndicator.forEach((inner, rows) -> byIndicator.forEach((outer, others) -> {
            if (!inner.equals(outer)) {
                long k = Math.max(thresholds.applyAsLong(inner), thresholds.applyAsLong(outer));
                close.addAll(close(rows, others, k));
            }
        }));
        return close;
    }

    private List<Printed> close(List<Printed> rows, List<Printed> others, long k) {
        Map<List<List<String>>, Long> outer = new HashMap<>();
        others.stream()
                .filter(ComparedIndicators::isTold)
                .forEach(row -> outer.put(row.at(), row.learners().orElseThrow()));
        List<Printed> close = new ArrayList<>();
        for (Printed row : rows) {
            Long other = isTold(row) ? outer.get(row.at()) : null;
            long learners = row.learners().orElse(0);
            long difference = other == null ? 0 : other - learners;
            if (difference < 0) {
                return List.of();
            }
            boolean isSmall = difference > 0 && difference < k;
            if (isSmall && !sides.contains(new Sides(row.cell(), Objects.requireNonNull(other), learners))) {
                close.add(row);
            }
        }
        return close;
    }

    private static boolean isTold(Printed row) {
        return row.isFresh() && row.learners().isPresent();
    }
}
