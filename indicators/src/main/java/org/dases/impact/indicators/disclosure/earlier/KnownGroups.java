// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/**
 * Groups of cohorts that can be computed both times: those that neither random change touches. Of up to {@value #MOST}
 * cohorts all groups are looked at, and those are found that consist of no others; of more all of them together.
 *
 * <p>Halves first (Horowitz and Sahni 1974): what a group has of the one half changes as much as what it has of the
 * other one, with the other sign.
 */
final class KnownGroups {
    /** Of so many cohorts all groups are looked at. */
    static final int MOST = 20;

    /** Of more groups that contain no other one none is looked at: such numbers come from odd tables only. */
    private static final int MOST_GROUPS = 1000;

    private final List<Integer> some;

    /** By how much each of them may be another number then and now, in one number. */
    private final long[] changes;

    private KnownGroups(List<Integer> some, long[] then, long[] now) {
        this.some = some;
        changes = some.stream()
                .mapToLong(cohort -> LinearProbe.both(then[cohort], now[cohort]))
                .toArray();
    }

    /**
     * Finds them.
     *
     * @param some cohorts, each once
     * @param then by how much each cohort may have been another number, as far as readers knew then
     * @param now the same of now
     * @return cohorts of each group; none is empty
     */
    static List<List<Integer>> of(List<Integer> some, long[] then, long[] now) {
        KnownGroups groups = new KnownGroups(some, then, now);
        List<List<Integer>> found = new ArrayList<>();
        if (some.size() <= MOST) {
            groups.least().forEach(group -> found.add(groups.chosen(group)));
        }
        boolean isFound = found.size() == 1 && found.get(0).size() == some.size();
        if (!some.isEmpty() && !isFound && Arrays.stream(groups.changes).reduce(0, LinearProbe::plus) == 0) {
            found.add(some);
        }
        return found;
    }

    /**
     * Those that contain no other one. Any other group consists of some of these that have no cohort in common, and is
     * of few only if one of them is, or if nobody was in one of them, or is.
     */
    private List<Integer> least() {
        List<Integer> sorted =
                all().stream().sorted(Comparator.comparing(Integer::bitCount)).toList();
        List<Integer> least = new ArrayList<>();
        for (int i = 0; i < sorted.size() && least.size() <= MOST_GROUPS; i++) {
            int group = sorted.get(i);
            if (least.stream().noneMatch(other -> (group & other) == other)) {
                least.add(group);
            }
        }
        return least.size() <= MOST_GROUPS ? least : List.of();
    }

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

    private List<Integer> chosen(int group) {
        List<Integer> chosen = new ArrayList<>();
        for (int rest = group; rest != 0; rest &= rest - 1) {
            chosen.add(some.get(Integer.numberOfTrailingZeros(rest)));
        }
        return chosen;
    }

    /** By how much each group may change, by the bits of its cohorts: that of its first cohort and of the others. */
    private static long[] sums(long[] changes) {
        long[] sums = new long[1 << changes.length];
        for (int chosen = 1; chosen < sums.length; chosen++) {
            sums[chosen] = LinearProbe.plus(sums[chosen & chosen - 1], changes[Integer.numberOfTrailingZeros(chosen)]);
        }
        return sums;
    }
}
