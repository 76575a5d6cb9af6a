// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.audit.VanishingSets.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownGroupsTest {
    private static final int K = 10;

    private static List<Integer> cohorts(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    /** Changes that are small numbers, of either sign; those that are not given are nothing. */
    private static long[][] changes(int many, int[][] small) {
        return Arrays.stream(small)
                .map(each -> Arrays.copyOf(
                        IntStream.of(each)
                                .mapToLong(number -> number < 0 ? LinearProbe.negative(-number) : number)
                                .toArray(),
                        many))
                .toArray(long[][]::new);
    }

    private static int[][] small(int[] numbers) {
        return IntStream.of(numbers).mapToObj(number -> new int[] {number}).toArray(int[][]::new);
    }

    /** Groups of cohorts of which each has moved by one. */
    private static List<List<Integer>> groups(List<Integer> some, long[][] then, long[][] now) {
        Map<Integer, Weight> weights = new LinkedHashMap<>();
        some.forEach(cohort -> weights.put(cohort, new Weight(1, false)));
        return KnownGroups.of(weights, K, then, now);
    }

    private static int sum(List<Integer> group, int[] small) {
        return group.stream().mapToInt(cohort -> small[cohort]).sum();
    }

    /** One by one, in whole numbers: those that contain no other one, and all together. */
    private static List<List<Integer>> expected(int[] then, int[] now) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << then.length; chosen++) {
            int own = chosen;
            List<Integer> group = cohorts(then.length).stream()
                    .filter(cohort -> (own >> cohort & 1) == 1)
                    .toList();
            if (sum(group, then) == 0 && sum(group, now) == 0) {
                groups.add(group);
            }
        }
        return groups.stream()
                .filter(group -> group.size() == then.length
                        || groups.stream().noneMatch(other -> !other.equals(group) && group.containsAll(other)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8, 9, 13})
    void groupsThatNeitherChangeTouchesAreFound(int n) {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int[] then = random.ints(n, -2, 3).toArray();
            int[] now = random.ints(n, -2, 3).toArray();
            assertThat(groups(cohorts(n), changes(1, small(then)), changes(1, small(now))))
                    .containsExactlyInAnyOrderElementsOf(expected(then, now));
        }
    }

    @Test
    void theCohortsLookedAtNeedNotBeAllThereAre() {
        long[][] then = changes(1, small(new int[] {9, 1, 9, -1}));
        long[][] now = changes(1, small(new int[] {9, 2, 9, -2}));
        assertThat(groups(List.of(3, 1), then, now)).containsExactly(List.of(3, 1));
    }

    /** Each two follow together, of 20 and of 24. Of as many as there are changes, all together only. */
    @ParameterizedTest
    @ValueSource(ints = {20, 24})
    void ofManyThereAreMoreChanges(int n) {
        int[][] pairs = IntStream.range(0, n)
                .mapToObj(cohort -> {
                    int[] numbers = new int[n];
                    numbers[cohort / 2] = cohort % 2 == 0 ? 1 : -1;
                    // the one that all of a few are told by
                    numbers[0] = (1 << (cohort / 2)) * (cohort % 2 == 0 ? 1 : -1);
                    return numbers;
                })
                .toArray(int[][]::new);
        long[][] enough = changes(n + 1, pairs);
        assertThat(groups(cohorts(n), enough, enough))
                .hasSize(n / 2 + 1)
                .contains(List.of(0, 1), List.of(n - 2, n - 1), cohorts(n));
    }

    @Test
    void ofAsManyAsThereAreChangesAllTogetherAreLookedAt() {
        int[] numbers =
                IntStream.range(0, 24).map(cohort -> cohort % 2 == 0 ? 1 : -1).toArray();
        assertThat(groups(cohorts(24), changes(24, small(numbers)), changes(24, small(numbers))))
                .containsExactly(cohorts(24));
        // 12 times 12 pairs, and all
        assertThat(groups(cohorts(24), changes(25, small(numbers)), changes(25, small(numbers))))
                .hasSize(145);
        numbers[23] = 1;
        assertThat(groups(cohorts(24), changes(24, small(numbers)), changes(24, small(numbers))))
                .isEmpty();
        assertThat(groups(cohorts(24), changes(24, small(new int[24])), changes(24, small(numbers))))
                .isEmpty();
        assertThat(KnownGroups.most(1)).isEqualTo(20);
        assertThat(KnownGroups.most(64)).isEqualTo(63);
    }

    /** As many as there is room for: 64, and fewer in large tables; one where they would be of no use. */
    @Test
    void soManyChangesAreDrawn() {
        assertThat(MovedGroups.changes(1)).isEqualTo(64);
        assertThat(MovedGroups.changes(100_000)).isEqualTo(40);
        assertThat(MovedGroups.changes(181_818)).isEqualTo(22);
        assertThat(MovedGroups.changes(181_819)).isEqualTo(1);
        assertThat(MovedGroups.changes(5_000_000)).isEqualTo(1);
    }

    /**
     * Each five of fifteen follow with each of five others, in 15 015 ways; and each nine of eighteen with each of two.
     */
    @Test
    void ofVeryManyGroupsOnlyAllTogetherAreLookedAt() {
        long[][] odd = changes(
                1, small(IntStream.range(0, 20).map(i -> i < 15 ? 1 : -5).toArray()));
        assertThat(groups(cohorts(20), odd, odd)).isEmpty();
        long[][] even = changes(
                1, small(IntStream.range(0, 20).map(i -> i < 18 ? 1 : -9).toArray()));
        assertThat(groups(cohorts(20), even, even)).containsExactly(cohorts(20));
    }
}
