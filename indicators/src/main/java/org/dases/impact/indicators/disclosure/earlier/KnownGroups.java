// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final long[] then;
    private final long[] now;

    private KnownGroups(List<Integer> some, long[] then, long[] now) {
        this.some = some;
        this.then = then;
        this.now = now;
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
        if (!some.isEmpty() && !isFound && groups.change(some).equals(Change.NONE)) {
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
        int half = some.size() / 2;
        Change[] first = changes(some.subList(0, half));
        Change[] second = changes(some.subList(half, some.size()));
        Map<Change, List<Integer>> ofFirst = new HashMap<>();
        for (int chosen = 0; chosen < first.length; chosen++) {
            ofFirst.computeIfAbsent(first[chosen], same -> new ArrayList<>()).add(chosen);
        }
        List<Integer> groups = new ArrayList<>();
        for (int chosen = 0; chosen < second.length; chosen++) {
            for (int other : ofFirst.getOrDefault(second[chosen].negative(), List.of())) {
                if ((chosen | other) != 0) {
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

    /** By how much each group may change: its first cohort, and the others. */
    private Change[] changes(List<Integer> cohorts) {
        Change[] changes = new Change[1 << cohorts.size()];
        changes[0] = Change.NONE;
        for (int chosen = 1; chosen < changes.length; chosen++) {
            int one = cohorts.get(Integer.numberOfTrailingZeros(chosen));
            changes[chosen] = changes[chosen & chosen - 1].plus(change(one));
        }
        return changes;
    }

    private Change change(int cohort) {
        return new Change(then[cohort], now[cohort]);
    }

    private Change change(List<Integer> cohorts) {
        return cohorts.stream().map(this::change).reduce(Change.NONE, Change::plus);
    }

    /** By how much something may be another number, then and now. */
    private record Change(long then, long now) {
        static final Change NONE = new Change(0, 0);

        Change plus(Change other) {
            return new Change(LinearProbe.plus(then, other.then), LinearProbe.plus(now, other.now));
        }

        Change negative() {
            return new Change(LinearProbe.negative(then), LinearProbe.negative(now));
        }
    }
}
