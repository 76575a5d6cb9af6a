// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which unknowns a system of sums has only one solution for, by Gauss and Jordan in whole numbers modulo a prime. */
final class ExactSolver {
    private static final long PRIME = 998_244_353L;

    private final List<TreeMap<String, Long>> rows = new ArrayList<>();

    ExactSolver(List<Attacker.Equation> sums, Predicate<String> known) {
        for (Attacker.Equation sum : sums) {
            TreeMap<String, Long> row = new TreeMap<>();
            row.merge(sum.whole(), PRIME - 1, ExactSolver::plus);
            sum.parts().forEach(part -> row.merge(part, 1L, ExactSolver::plus));
            row.entrySet().removeIf(entry -> known.test(entry.getKey()) || entry.getValue() == 0);
            rows.add(row);
        }
    }

    /** Unknowns that stand alone in the reduced system. */
    Set<String> solved() {
        Map<String, TreeMap<String, Long>> reduced = new LinkedHashMap<>();
        for (TreeMap<String, Long> row : rows) {
            reduced.forEach((pivot, other) -> subtract(row, other, row.getOrDefault(pivot, 0L)));
            if (!row.isEmpty()) {
                String pivot = row.firstKey();
                scale(row, inverse(row.firstEntry().getValue()));
                reduced.values().forEach(other -> subtract(other, row, other.getOrDefault(pivot, 0L)));
                reduced.put(pivot, row);
            }
        }
        Set<String> alone = new TreeSet<>();
        reduced.forEach((pivot, row) -> {
            if (row.size() == 1) {
                alone.add(pivot);
            }
        });
        return alone;
    }

    private static void subtract(Map<String, Long> from, Map<String, Long> row, long times) {
        if (times != 0) {
            row.forEach((name, factor) -> from.merge(name, factor * (PRIME - times) % PRIME, ExactSolver::plus));
            from.values().removeIf(factor -> factor == 0);
        }
    }

    private static void scale(Map<String, Long> row, long by) {
        row.replaceAll((name, factor) -> factor * by % PRIME);
    }

    private static long plus(long a, long b) {
        return (a + b) % PRIME;
    }

    private static long inverse(long factor) {
        long result = 1;
        long base = factor % PRIME;
        for (long left = PRIME - 2; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return result;
    }
}
