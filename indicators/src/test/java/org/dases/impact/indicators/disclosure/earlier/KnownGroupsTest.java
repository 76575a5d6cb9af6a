// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownGroupsTest {
    private static List<Integer> cohorts(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    /** Changes that are small numbers, of either sign. */
    private static long[] changes(int[] small) {
        return IntStream.of(small)
                .mapToLong(each -> each < 0 ? LinearProbe.negative(-each) : each)
                .toArray();
    }

    private static int[] small(int n, Random random) {
        return random.ints(n, -2, 3).toArray();
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
            int[] then = small(n, random);
            int[] now = small(n, random);
            assertThat(KnownGroups.of(cohorts(n), changes(then), changes(now)))
                    .containsExactlyInAnyOrderElementsOf(expected(then, now));
        }
    }

    @Test
    void theCohortsLookedAtNeedNotBeAllThereAre() {
        assertThat(KnownGroups.of(List.of(3, 1), changes(new int[] {9, 1, 9, -1}), changes(new int[] {9, 2, 9, -2})))
                .containsExactly(List.of(3, 1));
    }

    /** Twenty of which each two follow together, and 21. */
    @Test
    void ofManyOnlyAllTogetherAreLookedAt() {
        int[] twenty = IntStream.range(0, 10)
                .map(pair -> 1 << pair)
                .flatMap(number -> IntStream.of(number, -number))
                .toArray();
        assertThat(KnownGroups.of(cohorts(20), changes(twenty), changes(twenty)))
                .hasSize(11)
                .contains(List.of(0, 1), List.of(18, 19), cohorts(20));
        int[] more = IntStream.concat(IntStream.of(twenty), IntStream.of(0)).toArray();
        assertThat(KnownGroups.of(cohorts(21), changes(more), changes(more))).containsExactly(cohorts(21));
        more[20] = 1;
        assertThat(KnownGroups.of(cohorts(21), changes(more), changes(more))).isEmpty();
        assertThat(KnownGroups.of(cohorts(21), changes(new int[21]), changes(more)))
                .isEmpty();
    }

    /**
     * Each five of fifteen follow with each of five others, in 15 015 ways; and each nine of eighteen with each of two.
     */
    @Test
    void ofVeryManyGroupsOnlyAllTogetherAreLookedAt() {
        long[] odd = changes(IntStream.range(0, 20).map(i -> i < 15 ? 1 : -5).toArray());
        assertThat(KnownGroups.of(cohorts(20), odd, odd)).isEmpty();
        long[] even = changes(IntStream.range(0, 20).map(i -> i < 18 ? 1 : -9).toArray());
        assertThat(KnownGroups.of(cohorts(20), even, even)).containsExactly(cohorts(20));
    }
}
