// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.VanishingSets.Weight;
import org.junit.jupiter.api.Test;

class VanishingSetsTest {
    private static final long LIMIT = 10;

    /** Small numbers, of either sign, in some places; nothing in the others, so that there are more than vectors. */
    private static List<long[]> vectors(int[][] small) {
        return Arrays.stream(small)
                .map(each -> Arrays.copyOf(
                        IntStream.of(each)
                                .mapToLong(number -> number < 0 ? LinearProbe.negative(-number) : number)
                                .toArray(),
                        1 + Math.max(small.length, each.length)))
                .toList();
    }

    private static List<Weight> weights(int... weights) {
        return IntStream.of(weights)
                .mapToObj(weight -> new Weight(weight, weight == 0))
                .toList();
    }

    /** One by one, in whole numbers. */
    private static List<BitSet> expected(int[][] small, List<Weight> weights) {
        List<BitSet> sets = new ArrayList<>();
        for (long chosen = 1; chosen < 1L << small.length; chosen++) {
            BitSet set = BitSet.valueOf(new long[] {chosen});
            boolean isNothing = IntStream.range(0, small[0].length)
                    .allMatch(place -> set.stream().map(v -> small[v][place]).sum() == 0);
            long weight = set.stream().mapToLong(v -> weights.get(v).least()).sum();
            if (isNothing
                    && weight < LIMIT
                    && set.stream().anyMatch(v -> !weights.get(v).isNothing())) {
                sets.add(set);
            }
        }
        return sets.stream()
                .filter(set -> sets.stream().noneMatch(other -> !other.equals(set) && contains(set, other)))
                .toList();
    }

    private static boolean contains(BitSet set, BitSet other) {
        return other.stream().allMatch(set::get);
    }

    @Test
    void asIfAllSetsWereTried() {
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int n = 2 + random.nextInt(11);
            int places = 2 + random.nextInt(3);
            int[][] small = IntStream.range(0, n)
                    .mapToObj(v -> random.ints(places, -1, 2).toArray())
                    .map(numbers ->
                            IntStream.of(numbers).allMatch(number -> number == 0) ? new int[] {1, 1, 0, 0} : numbers)
                    .map(numbers -> Arrays.copyOf(numbers, places))
                    .toArray(int[][]::new);
            List<Weight> weights = weights(random.ints(n, 0, 6).toArray());
            List<BitSet> sets = VanishingSets.of(vectors(small), weights, LIMIT);
            assertThat(sets).containsExactlyInAnyOrderElementsOf(expected(small, weights));
            found += sets.size();
        }
        assertThat(found).isGreaterThan(60);
    }

    /** A vector that may weigh nothing counts where it is not said to be nothing. */
    @Test
    void whatWeighsNothingForCertainMakesNoSetAlone() {
        List<long[]> two = vectors(new int[][] {{1}, {-1}});
        assertThat(VanishingSets.of(two, weights(0, 0), LIMIT)).isEmpty();
        assertThat(VanishingSets.of(two, List.of(new Weight(0, false), new Weight(0, true)), LIMIT))
                .hasSize(1);
        assertThat(VanishingSets.of(two, weights(4, 5), LIMIT)).hasSize(1);
        assertThat(VanishingSets.of(two, weights(5, 5), LIMIT)).isEmpty();
    }

    /**
     * A loop of 62 cells, each two neighbours in a sum that is told: each cell follows with each of the other sort. Two
     * have moved: each with the 31 others, and both together once.
     */
    @Test
    void whatHardlyWeighsDoesNotHideTheRest() {
        int[][] small = IntStream.range(0, 62)
                .mapToObj(v -> new int[] {v % 2 == 0 ? 1 : -1})
                .toArray(int[][]::new);
        int[] weights = new int[62];
        weights[4] = 1;
        weights[15] = 4;
        assertThat(VanishingSets.of(vectors(small), weights(weights), LIMIT))
                .hasSize(61)
                .allSatisfy(set -> assertThat(set.cardinality()).isEqualTo(2))
                .allSatisfy(set -> assertThat(set.get(4) || set.get(15)).isTrue());
    }

    /** Each three of thirty follow with one of thirty others, in 121 800 ways: some of these are found, in time. */
    @Test
    void ofVeryManySomeAreFound() {
        int[][] small = IntStream.range(0, 60)
                .mapToObj(v -> new int[] {v < 30 ? 1 : -3})
                .toArray(int[][]::new);
        int[] weights = new int[60];
        Arrays.fill(weights, 1);
        assertThat(VanishingSets.of(vectors(small), weights(weights), LIMIT))
                .hasSizeGreaterThan(100)
                .allSatisfy(set -> assertThat(set.cardinality()).isEqualTo(4))
                .allSatisfy(set -> assertThat(set.get(30, 60).cardinality()).isEqualTo(1));
    }
}
