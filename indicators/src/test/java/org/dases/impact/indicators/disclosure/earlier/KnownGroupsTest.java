// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownGroupsTest {
    private static final int K = 10;

    private static List<Integer> cohorts(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    /** Changes that are small numbers, of either sign. */
    private static long[][] changes(int[][] small) {
        return Arrays.stream(small)
                .map(each -> IntStream.of(each)
                        .mapToLong(number -> number < 0 ? LinearProbe.negative(-number) : number)
                        .toArray())
                .toArray(long[][]::new);
    }

    private static int[][] small(int n, int changes, Random random) {
        return IntStream.range(0, n)
                .mapToObj(cohort -> random.ints(changes, -1, 2).toArray())
                .toArray(int[][]::new);
    }

    private static boolean isNothing(List<Integer> group, int[][] small) {
        return IntStream.range(0, small[0].length)
                .allMatch(change ->
                        group.stream().mapToInt(cohort -> small[cohort][change]).sum() == 0);
    }

    /** One by one, in whole numbers: those of fewer than k that contain no other one, and all together. */
    private static List<List<Integer>> expected(
            int[][] then, int[][] now, Map<Integer, Moved> sizes, boolean areApart) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << then.length; chosen++) {
            int own = chosen;
            List<Integer> group = cohorts(then.length).stream()
                    .filter(cohort -> (own >> cohort & 1) == 1)
                    .toList();
            boolean isFew =
                    !areApart || group.stream().mapToLong(c -> size(c, sizes)).sum() < K;
            boolean isMoved = group.stream().anyMatch(c -> size(c, sizes) > 0);
            boolean isKnown = isNothing(group, then) && isNothing(group, now);
            if (isKnown && (group.size() == then.length || (isFew && isMoved))) {
                groups.add(group);
            }
        }
        return groups.stream()
                .filter(group -> group.size() == then.length
                        || groups.stream().noneMatch(other -> !other.equals(group) && group.containsAll(other)))
                .toList();
    }

    private static long size(int cohort, Map<Integer, Moved> sizes) {
        return Objects.requireNonNull(sizes.get(cohort)).contributors();
    }

    private static List<List<Integer>> groups(List<Integer> some, long[][] then, long[][] now) {
        return KnownGroups.of(sizes(some, c -> 1), false, K, then, now);
    }

    private static Map<Integer, Moved> sizes(List<Integer> some, IntUnaryOperator size) {
        Map<Integer, Moved> sizes = new LinkedHashMap<>();
        some.forEach(c -> sizes.put(c, new Moved(size.applyAsInt(c), size.applyAsInt(c), size.applyAsInt(c))));
        return sizes;
    }

    /** As many changes as there are cohorts and one more, most of them nothing: so much can be computed. */
    @ParameterizedTest
    @CsvSource({"2, true", "3, true", "8, true", "9, true", "13, true", "8, false", "13, false"})
    void groupsThatNoChangeTouchesAreFound(int n, boolean areApart) {
        int found = 0;
        for (int next = 0; next < 20; next++) {
            int seed = next;
            Random random = new Random(seed);
            int[][] then = padded(small(n, 2 + random.nextInt(3), random), n + 1);
            int[][] now = padded(small(n, 1, random), n + 1);
            Map<Integer, Moved> sizes = sizes(cohorts(n), c -> (c * 7 + seed) % 5);
            List<List<Integer>> groups = KnownGroups.of(sizes, areApart, K, changes(then), changes(now));
            assertThat(groups)
                    .allSatisfy(group -> assertThat(group).isSorted())
                    .containsExactlyInAnyOrderElementsOf(expected(then, now, sizes, areApart));
            found += groups.size();
        }
        assertThat(found).isPositive();
    }

    private static int[][] padded(int[][] small, int changes) {
        return Arrays.stream(small).map(each -> Arrays.copyOf(each, changes)).toArray(int[][]::new);
    }

    @Test
    void theCohortsLookedAtNeedNotBeAllThereAre() {
        int[][] then = padded(new int[][] {{9}, {1}, {9}, {-1}}, 3);
        int[][] now = padded(new int[][] {{9}, {2}, {9}, {-2}}, 3);
        assertThat(groups(List.of(3, 1), changes(then), changes(now))).containsExactly(List.of(3, 1));
        assertThat(groups(List.of(), changes(then), changes(now))).isEmpty();
        assertThat(groups(List.of(3, 1), changes(then), changes(padded(new int[4][1], 3))))
                .containsExactly(List.of(3, 1));
    }

    /** Each two follow together, of 60. Of as many cohorts as there are changes, all together only. */
    @Test
    void ofManyOnlyAllTogetherAreLookedAt() {
        int[][] pairs = IntStream.range(0, 60)
                .mapToObj(cohort -> {
                    int[] numbers = new int[62];
                    numbers[0] = cohort % 2 == 0 ? 1 : -1;
                    numbers[1 + cohort / 2] = cohort % 2 == 0 ? 1 : -1;
                    return numbers;
                })
                .toArray(int[][]::new);
        assertThat(groups(cohorts(60), changes(pairs), changes(pairs)))
                .hasSize(31)
                .contains(List.of(0, 1), List.of(58, 59), cohorts(60));
        int[][] few = Arrays.stream(pairs).map(each -> Arrays.copyOf(each, 60)).toArray(int[][]::new);
        assertThat(groups(cohorts(60), changes(few), changes(few))).containsExactly(cohorts(60));
        few[59][0] = 1;
        assertThat(groups(cohorts(60), changes(few), changes(few))).isEmpty();
        assertThat(groups(cohorts(60), changes(new int[60][60]), changes(few))).isEmpty();
    }

    /** Each five of fifteen follow with each of five others, in 15 015 ways: some of these, and no others. */
    @Test
    void ofVeryManyGroupsSomeAreFound() {
        long[][] odd = alike(20, 15, -5);
        assertThat(groups(cohorts(20), odd, odd))
                .hasSizeGreaterThan(100)
                .allSatisfy(group -> assertThat(group)
                        .hasSize(6)
                        .filteredOn(cohort -> cohort >= 15)
                        .hasSize(1));
        // 12 of 14 with one of two: 182 groups
        long[][] few = alike(16, 14, -12);
        assertThat(groups(cohorts(16), few, few)).hasSize(182);
    }

    /** Some that are 1 each, and others. */
    private static long[][] alike(int n, int ones, int other) {
        return changes(padded(
                IntStream.range(0, n)
                        .mapToObj(i -> new int[] {i < ones ? 1 : other})
                        .toArray(int[][]::new),
                n + 1));
    }
}
