// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ground truth on tiny tables: all tables of whole numbers that agree with what is printed. */
class BruteForceTest {
    private static final int K = 5;
    private static final int MOST_INNER = 12;

    /** A table of two axes with counts from 0 to 12, half of them below k. */
    static Aggregated random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        Aggregated table = new Aggregated("a", "b");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Node ragged = column == 0 ? Node.of("x0") : Node.of("y", "x" + column);
                table.add(random.nextInt(MOST_INNER + 1), Node.of("r" + row), ragged);
            }
        }
        return table;
    }

    @Test
    void noWithheldCountIsTheSameInAllTablesThatAgreeWithWhatIsPrinted() {
        for (boolean complements : List.of(false, true)) {
            Rules rules = new Rules(
                    K,
                    0,
                    0,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Zeros.PUBLISH,
                    complements,
                    complements);
            for (int seed = 0; seed < 150; seed++) {
                Aggregated table = random(seed, 2 + seed % 2, 2 + seed % 3);
                ClearedTable cleared = GateTest.granted(rules, table.table("t", Aggregated.USERS))
                        .tables()
                        .get(0);
                attack(table, cleared, seed);
            }
        }
    }

    private static void attack(Aggregated table, ClearedTable cleared, int seed) {
        Map<List<Node>, Long> printed = new LinkedHashMap<>();
        Set<List<Node>> withheld = new HashSet<>();
        for (ClearedRow row : cleared.rows()) {
            if (row.status() == ConfStatus.C) {
                withheld.add(row.at());
            } else {
                printed.put(row.at(), Objects.requireNonNull(row.learners()));
            }
        }
        List<List<Node>> inner = table.counts().keySet().stream()
                .filter(at -> at.stream().noneMatch(Node::isTotal) && isLeaf(at))
                .toList();
        Map<List<Node>, Set<Long>> seen = new LinkedHashMap<>();
        withheld.forEach(at -> seen.put(at, new HashSet<>()));
        enumerate(table, inner, new ArrayList<>(), printed, seen, new long[1]);
        assertThat(seen.values()).as("seed %s", seed).allMatch(values -> values.size() > 1);
    }

    private static boolean isLeaf(List<Node> at) {
        return !at.get(1).equals(Node.of("y"));
    }

    /** Tries all counts of the withheld inner cells up to 40; stops when every withheld cell has two values. */
    private static void enumerate(
            Aggregated table,
            List<List<Node>> inner,
            List<Long> counts,
            Map<List<Node>, Long> printed,
            Map<List<Node>, Set<Long>> seen,
            long[] found) {
        if (seen.values().stream().allMatch(values -> values.size() > 1) || found[0] > 100_000) {
            return;
        }
        if (counts.size() == inner.size()) {
            found[0]++;
            seen.forEach((at, values) -> values.add(sum(at, inner, counts)));
            return;
        }
        Long known = printed.get(inner.get(counts.size()));
        for (long count = known == null ? 0 : known; count <= (known == null ? 30 : known); count++) {
            counts.add(count);
            if (isPossible(inner, counts, printed)) {
                enumerate(table, inner, counts, printed, seen, found);
            }
            counts.remove(counts.size() - 1);
        }
    }

    private static boolean isPossible(List<List<Node>> inner, List<Long> counts, Map<List<Node>, Long> printed) {
        return printed.entrySet().stream().allMatch(entry -> {
            long sum = sum(entry.getKey(), inner, counts);
            boolean isOpen =
                    inner.subList(counts.size(), inner.size()).stream().anyMatch(at -> isBelow(at, entry.getKey()));
            return isOpen ? sum <= entry.getValue() : sum == entry.getValue();
        });
    }

    private static long sum(List<Node> total, List<List<Node>> inner, List<Long> counts) {
        long sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += isBelow(inner.get(i), total) ? counts.get(i) : 0;
        }
        return sum;
    }

    private static boolean isBelow(List<Node> at, List<Node> total) {
        for (int axis = 0; axis < at.size(); axis++) {
            if (!at.get(axis).common(total.get(axis)).equals(total.get(axis))) {
                return false;
            }
        }
        return true;
    }
}
