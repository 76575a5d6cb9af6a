// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.audit.VanishingSets;

/**
 * Groups of cohorts that can be computed both times: those that no random change touches, neither then nor now. Those
 * are found that consist of no others, and all cohorts together. Of up to {@value #HALVES} cohorts all groups are
 * looked at; of more, where there are more changes than cohorts, those that may be of few, as far as there are not too
 * many; of still more all together.
 */
final class KnownGroups {
    /** Of so many cohorts all groups are looked at. */
    static final int HALVES = 20;

    /** Of more groups that contain no other one none is looked at: such numbers come from odd tables only. */
    private static final int MOST_GROUPS = 1000;

    /** By how much each cohort may be another number then and now, in one number a change. */
    private final long[][] changes;

    private KnownGroups(long[][] changes) {
        this.changes = changes;
    }

    /**
     * Of so many cohorts groups are looked at.
     *
     * @param many how many changes there are
     */
    static int most(int many) {
        return Math.max(HALVES, many - 1);
    }

    /**
     * Finds them.
     *
     * @param some cohorts, each touched then or now, with how many came or went at least; none where these numbers do
     *     not add up
     * @param k the least number of contributors that are not few
     * @param then for each cohort, by how much each change makes it another number that leaves alone what readers knew
     *     then
     * @param now the same of now, by as many changes
     * @return cohorts of each group; none is empty
     */
    static List<List<Integer>> of(Map<Integer, VanishingSets.Weight> some, int k, long[][] then, long[][] now) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<Integer> cohorts = List.copyOf(some.keySet());
        int many = cohorts.size() <= HALVES ? 1 : Math.min(cohorts.size() + 1, then[0].length);
        KnownGroups groups = new KnownGroups(cohorts.stream()
                .map(cohort -> both(then[cohort], now[cohort], many))
                .toArray(long[][]::new));
        List<BitSet> found = new ArrayList<>();
        if (cohorts.size() <= HALVES) {
            found.addAll(groups.least());
        } else if (cohorts.size() < many) {
            found.addAll(VanishingSets.of(List.of(groups.changes), List.copyOf(some.values()), k));
        }
        BitSet all = new BitSet();
        all.set(0, cohorts.size());
        if (!found.contains(all) && groups.isNothing()) {
            found.add(all);
        }
        return found.stream()
                .map(group -> group.stream().mapToObj(cohorts::get).toList())
                .toList();
    }

    private static long[] both(long[] then, long[] now, int many) {
        long[] both = new long[many];
        Arrays.setAll(both, change -> LinearProbe.both(then[change], now[change]));
        return both;
    }

    private boolean isNothing() {
        long[] sum = new long[changes[0].length];
        for (long[] each : changes) {
            Arrays.setAll(sum, change -> LinearProbe.plus(sum[change], each[change]));
        }
        return Arrays.stream(sum).allMatch(change -> change == 0);
    }

    /**
     * Those that contain no other one. Any other group consists of some of these that have no cohort in common, and is
     * of few only if one of them is, or if nobody was in one of them, or is.
     */
    private List<BitSet> least() {
        List<Integer> sorted =
                all().stream().sorted(Comparator.comparing(Integer::bitCount)).toList();
        List<Integer> least = new ArrayList<>();
        for (int i = 0; i < sorted.size() && least.size() <= MOST_GROUPS; i++) {
            int group = sorted.get(i);
            if (least.stream().noneMatch(other -> (group & other) == other)) {
                least.add(group);
            }
        }
        return least.size() > MOST_GROUPS
                ? List.of()
                : least.stream()
                        .map(group -> BitSet.valueOf(new long[] {group}))
                        .toList();
    }

    /**
     * In halves (Horowitz and Sahni 1974): what a group has of the one half changes as much as what it has of the other
     * one, with the other sign.
     */
    private List<Integer> all() {
        int half = changes.length / 2;
        long[] first = sums(Arrays.copyOf(changes, half));
        long[] second = sums(Arrays.copyOfRange(changes, half, changes.length));
        long[] sorted = first.clone();
        Arrays.sort(sorted);
        List<Integer> groups = new ArrayList<>();
        for (int chosen = 0; chosen < second.length; chosen++) {
            long missing = LinearProbe.negative(second[chosen]);
            // Hardly any has a counterpart.
            int least = Arrays.binarySearch(sorted, missing) < 0 ? first.length : 0;
            for (int other = least; other < first.length; other++) {
                if (first[other] == missing && (chosen | other) != 0) {
                    groups.add(chosen << half | other);
                }
            }
        }
        return groups;
    }

    /** By how much each group may change, by the bits of its cohorts: that of its first cohort and of the others. */
    private static long[] sums(long[][] changes) {
        long[] sums = new long[1 << changes.length];
        for (int chosen = 1; chosen < sums.length; chosen++) {
            sums[chosen] =
                    LinearProbe.plus(sums[chosen & chosen - 1], changes[Integer.numberOfTrailingZeros(chosen)][0]);
        }
        return sums;
    }
}
