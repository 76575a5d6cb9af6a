// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** The ground truth on tiny tables: another table of whole numbers that agrees with what is printed. */
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
    void everyWithheldCountDiffersInAnotherTableThatAgreesWithWhatIsPrinted() {
        for (Attacker attacker : Attacker.values()) {
            Rules rules = new Rules(
                    K,
                    0,
                    0,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Zeros.PUBLISH,
                    attacker != Attacker.ADDS,
                    attacker);
            for (int seed = 0; seed < 150; seed++) {
                Aggregated table = random(seed, 2 + seed % 2, 2 + seed % 3);
                ClearedTable cleared = GateTest.granted(rules, table.table("t", Aggregated.USERS))
                        .tables()
                        .get(0);
                attack(table, cleared, seed);
            }
        }
    }

    static void attack(Aggregated table, ClearedTable cleared, int seed) {
        Map<List<Node>, Long> printed = new LinkedHashMap<>();
        Set<List<Node>> withheld = new HashSet<>();
        for (ClearedRow row : cleared.rows()) {
            if (row.status() == ConfStatus.C) {
                withheld.add(row.at());
            } else {
                printed.put(row.at(), Objects.requireNonNull(row.learners()));
            }
        }
        for (List<Node> secret : withheld) {
            List<List<Node>> inner = inner(table, secret);
            assertThat(hasOtherTable(table, secret, inner, new ArrayList<>(), printed, 0))
                    .as(
                            "seed %s: %s is %s whatever the table",
                            seed, secret, table.counts().get(secret))
                    .isTrue();
        }
    }

    /** The inner cells, those below a cell first. */
    static List<List<Node>> inner(Aggregated table, List<Node> secret) {
        return table.counts().keySet().stream()
                .filter(at -> at.stream().noneMatch(Node::isTotal) && isLeaf(at))
                .sorted(Comparator.comparing(at -> !isBelow(at, secret)))
                .toList();
    }

    private static boolean isLeaf(List<Node> at) {
        return !at.get(1).equals(Node.of("y"));
    }

    /**
     * Tries inner counts from the true ones outwards, those below the secret first, until the secret differs; where
     * somebody is, there must be so many at least.
     */
    static boolean hasOtherTable(
            Aggregated table,
            List<Node> secret,
            List<List<Node>> inner,
            List<Long> counts,
            Map<List<Node>, Long> printed,
            long floor) {
        int next = counts.size();
        boolean isDecided = next == inner.size() || !isBelow(inner.get(next), secret);
        if (isDecided && sum(secret, inner, counts) == count(table, secret)) {
            return false;
        }
        if (next == inner.size()) {
            return true;
        }
        Long known = printed.get(inner.get(next));
        long truth = count(table, inner.get(next));
        for (long step = 0; step <= (known == null ? 2 * MOST_INNER : 0); step++) {
            long count = truth + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
            counts.add(count);
            boolean found = count >= Math.min(floor, truth)
                    && isPossible(inner, counts, printed)
                    && hasOtherTable(table, secret, inner, counts, printed, floor);
            counts.remove(next);
            if (found) {
                return true;
            }
        }
        return false;
    }

    static long count(Aggregated table, List<Node> at) {
        return Objects.requireNonNull(table.counts().get(at));
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

    static boolean isBelow(List<Node> at, List<Node> total) {
        for (int axis = 0; axis < at.size(); axis++) {
            if (!at.get(axis).common(total.get(axis)).equals(total.get(axis))) {
                return false;
            }
        }
        return true;
    }
}
