// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.audit.VanishingSets;

/**
 * Groups of cohorts that can be computed both times: those that no random change touches, neither then nor now. Of
 * fewer cohorts than there are changes all groups are looked at that may be of few, and those are found that consist of
 * no others; of more all of them together.
 */
final class KnownGroups {
    private KnownGroups() {}

    /** Of so many cohorts all groups are looked at, where there are such changes. */
    static int most(long[][] changes) {
        return changes[0].length - 1;
    }

    /**
     * Finds them.
     *
     * @param sizes how many came to each of some cohorts or left it at least; each is touched then or now
     * @param areApart whether nobody is in two of them, so that these numbers add up
     * @param k the least number of contributors that are not few
     * @param then for each cohort, by how much each change makes it another number that leaves alone what readers knew
     *     then
     * @param now the same of now, by as many changes
     * @return cohorts of each group; none is empty
     */
    static List<List<Integer>> of(Map<Integer, Moved> sizes, boolean areApart, int k, long[][] then, long[][] now) {
        List<Integer> some = List.copyOf(sizes.keySet());
        boolean isAdding = areApart && sizes.values().stream().allMatch(size -> size.least() >= 0);
        List<VanishingSets.Weight> weights = sizes.values().stream()
                .map(size -> new VanishingSets.Weight(isAdding ? size.least() : 0, size.equals(Moved.NOT)))
                .toList();
        // So many changes show of so many cohorts what follows.
        int many = Math.min(some.size() + 1, then[0].length);
        List<long[]> changes = some.stream()
                .map(cohort -> both(then[cohort], now[cohort], many))
                .toList();
        List<List<Integer>> found = new ArrayList<>();
        if (!some.isEmpty() && some.size() <= most(then)) {
            VanishingSets.of(changes, weights, k)
                    .forEach(group ->
                            found.add(group.stream().mapToObj(some::get).toList()));
        }
        boolean isFound = found.size() == 1 && found.get(0).size() == some.size();
        if (!some.isEmpty() && !isFound && isNothing(changes)) {
            found.add(some);
        }
        return found;
    }

    private static long[] both(long[] then, long[] now, int many) {
        long[] both = new long[many];
        Arrays.setAll(both, change -> LinearProbe.both(then[change], now[change]));
        return both;
    }

    private static boolean isNothing(List<long[]> changes) {
        long[] sum = new long[changes.get(0).length];
        changes.forEach(each -> Arrays.setAll(sum, change -> LinearProbe.plus(sum[change], each[change])));
        return Arrays.stream(sum).allMatch(change -> change == 0);
    }
}
