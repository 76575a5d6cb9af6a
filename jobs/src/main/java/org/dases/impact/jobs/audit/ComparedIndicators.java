// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.dases.impact.jobs.verify.Printed;

/**
 * Indicators of which the one counts nowhere more learners than the other: its learners are taken for some of the
 * other's, so that what the other has more is a group of persons too.
 */
final class ComparedIndicators {
    private final Map<String, List<Printed>> byIndicator;
    private final ToLongFunction<String> thresholds;

    /**
     * Indicators of a table.
     *
     * @param thresholds k of each indicator
     */
    ComparedIndicators(Map<String, List<Printed>> byIndicator, ToLongFunction<String> thresholds) {
        this.byIndicator = byIndicator;
        this.thresholds = thresholds;
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

    private static List<Printed> close(List<Printed> rows, List<Printed> others, long k) {
        Map<List<List<String>>, Long> outer = new HashMap<>();
        others.stream()
                .filter(ComparedIndicators::isTold)
                .forEach(row -> outer.put(row.at(), row.learners().orElseThrow()));
        List<Printed> close = new ArrayList<>();
        for (Printed row : rows) {
            Long other = isTold(row) ? outer.get(row.at()) : null;
            long difference = other == null ? 0 : other - row.learners().orElseThrow();
            if (difference < 0) {
                return List.of();
            }
            if (difference > 0 && difference < k) {
                close.add(row);
            }
        }
        return close;
    }

    private static boolean isTold(Printed row) {
        return row.isFresh() && row.learners().isPresent();
    }
}
