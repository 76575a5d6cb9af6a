// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever holds two releases, and takes all sets of inner cells: those that codes of two and three axes make, too. */
class SmallSumsTest {
    private static final long K = 10;

    private static List<List<Node>> courses(int courses, List<String> levels) {
        List<List<Node>> inner = new ArrayList<>();
        for (int course = 0; course < courses; course++) {
            for (String sex : List.of("F", "M")) {
                for (String level : levels) {
                    inner.add(List.of(Node.of("L" + course % 2, "c" + course), Node.of(sex), Node.of(level)));
                }
            }
        }
        return inner;
    }

    private static Aggregated table(List<List<Node>> inner, long[] counts) {
        Aggregated table = new Aggregated("course", "sex", "level");
        for (int i = 0; i < counts.length; i++) {
            table.add(counts[i], inner.get(i).toArray(Node[]::new));
        }
        return table;
    }

    private static void add(Releases releases, Aggregated counts, boolean isAdditive) {
        CellTable table = counts.table("t", Aggregated.USERS);
        List<Axis> axes = table.axes().stream()
                .map(axis -> new Axis(axis.name(), isAdditive))
                .toList();
        releases.add(counts, new CellTable(table.id(), axes, table.series(), table.cohorts()));
    }

    /** A quarter are few; two in five move, half of them by at most 3. */
    private static TwoReleasesAttack attack(List<List<Node>> inner, boolean isAdditive, long seed) {
        return attack(inner, isAdditive, seed, true);
    }

    /** The same, where the second release may know of the first one or not. */
    private static TwoReleasesAttack attack(
            List<List<Node>> inner, boolean isAdditive, long seed, boolean isRemembered) {
        Random random = new Random(seed);
        long[] counts = new long[inner.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 10 + random.nextInt(70);
        }
        Releases releases = new Releases(GateTest.PLAIN);
        add(releases, table(inner, counts), isAdditive);
        for (int i = 0; i < counts.length; i++) {
            if (random.nextInt(5) < 2) {
                long by = random.nextBoolean() ? random.nextInt(7) - 3 : random.nextInt(61) - 20;
                counts[i] = Math.max(1, counts[i] + by);
            }
        }
        Releases then = isRemembered ? releases : new Releases(GateTest.PLAIN);
        add(then, table(inner, counts), isAdditive);
        return new TwoReleasesAttack(
                releases.all().get(0), then.all().get(then.all().size() - 1), K);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 15, 32})
    void ofTwoAxes(long seed) {
        assertThat(attack(courses(6, List.of("1")), true, seed).smallSums()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 15})
    void ofThreeAxes(long seed) {
        assertThat(attack(courses(3, List.of("1", "2")), true, seed).smallSums())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 6})
    void ofMoreThanTwelveCells(long seed) {
        assertThat(attack(courses(4, List.of("1", "2")), true, seed).smallSums())
                .isEmpty();
    }

    /** Of 32 inner cells, of which more than twenty are withheld and moved by few. */
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 15})
    void ofMoreThanTwentyParts(long seed) {
        assertThat(attack(courses(8, List.of("1", "2")), true, seed).smallSumsOfMany())
                .isEmpty();
    }

    /** Whoever tries all sets finds as much as who tries those that follow. */
    @Test
    void bothAttacksFindTheSame() {
        int found = 0;
        for (long seed = 0; seed < 10; seed++) {
            TwoReleasesAttack attack = attack(courses(3, List.of("1", "2")), true, seed, false);
            List<List<List<Node>>> all = attack.smallSums();
            assertThat(attack.smallSumsOfMany()).containsExactlyInAnyOrderElementsOf(all);
            found += all.size();
        }
        assertThat(found).isPositive();
    }

    /** As persons might have several codes, though none has. */
    @ParameterizedTest
    @ValueSource(longs = {2, 5, 7})
    void ofAxesOnWhichPersonsMayBeShared(long seed) {
        assertThat(attack(courses(3, List.of("1", "2")), false, seed).smallSums())
                .isEmpty();
    }
}
