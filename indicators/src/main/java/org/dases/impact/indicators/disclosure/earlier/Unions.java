// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/**
 * Groups of few cohorts, wherever they stand, that can be computed of an earlier release and of the one that is decided
 * on: a cohort less another one within it, and two or three that have nobody in common. However many parts a table has,
 * of these all are looked at, by what random changes make of them: a group is known if its numbers add up to nothing.
 */
final class Unions {
    /** Pairs of cohorts that are looked at for a third one; all of some 2 000 cohorts, of more a part. */
    private static final int MOST_PAIRS = 4_000_000;

    private final Since since;
    private final FewMoved few;
    /** By how much each cohort may be another number then and now. */
    private final long[] changes;

    /**
     * Looks for them.
     *
     * @param few takes the groups
     * @param then by how much each cohort may have been another number, as far as readers knew then
     * @param now the same of now
     */
    Unions(Since since, FewMoved few, long[][] then, long[][] now) {
        this.since = since;
        this.few = few;
        changes = new long[then.length];
        Arrays.setAll(changes, cohort -> LinearProbe.both(then[cohort][0], now[cohort][0]));
    }

    void look() {
        int[] counted = IntStream.range(0, changes.length)
                .filter(since::wasCounted)
                .filter(cohort -> !since.isChanged(cohort))
                .toArray();
        for (int part : counted) {
            since.kin().forEachWhole(part, whole -> lookWithin(whole, part));
        }
        lookBeside(IntStream.of(counted)
                .filter(cohort -> changes[cohort] != 0 && since.size(cohort).isBelow(since.k()))
                .filter(cohort -> !since.kin().hasOnlyChild(cohort))
                .boxed()
                .sorted(Comparator.comparing(cohort -> changes[cohort]))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private void lookWithin(int whole, int part) {
        if (changes[whole] == changes[part] && since.wasCounted(whole) && !since.isChanged(whole)) {
            few.add(List.of(whole), List.of(part));
        }
    }

    /** Some cohorts in the order of their changes. */
    private void lookBeside(int[] some) {
        long[] keys = IntStream.of(some).mapToLong(cohort -> changes[cohort]).toArray();
        long[] sizes = IntStream.of(some)
                .mapToLong(cohort -> since.size(cohort).least())
                .toArray();
        int partners = MOST_PAIRS / Math.max(1, some.length);
        for (int first = 0; first < some.length; first++) {
            int one = first;
            forEach(keys, LinearProbe.negative(keys[one]), one, two -> add(some[one], some[two]));
            int last = Math.min(some.length, one + 1 + partners);
            for (int second = one + 1; second < last; second++) {
                int two = second;
                if (sizes[one] + sizes[two] < since.k()) {
                    long missing = LinearProbe.negative(LinearProbe.plus(keys[one], keys[two]));
                    forEach(keys, missing, two, three -> add(some[one], some[two], some[three]));
                }
            }
        }
    }

    /** Places of a key in sorted ones, beyond another place. */
    private static void forEach(long[] keys, long wanted, int after, IntConsumer place) {
        int found = Arrays.binarySearch(keys, after + 1, keys.length, wanted);
        for (int from = found; from > after && keys[from] == wanted; from--) {
            place.accept(from);
        }
        for (int to = found + 1; found >= 0 && to < keys.length && keys[to] == wanted; to++) {
            place.accept(to);
        }
    }

    private void add(Integer... group) {
        List<Integer> cohorts = List.of(group);
        if (cohorts.stream()
                .allMatch(one -> cohorts.stream()
                        .allMatch(other -> one.equals(other) || since.kin().areApart(one, other)))) {
            few.add(cohorts, List.of());
        }
    }
}
