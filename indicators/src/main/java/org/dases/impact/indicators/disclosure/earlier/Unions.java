// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/**
 * Groups of few cohorts, wherever they stand, that can be computed of an earlier release and of the one that is decided
 * on: a cohort less another one within it, and two or three that have nobody in common. What random changes make of a
 * cohort is one number, and those of a known group add up to nothing, so that the last of two or three is looked up.
 */
final class Unions {
    /** Pairs of a cohort that moved and another one that are looked at for a third one; if there are more, a part. */
    private static final int MOST_PAIRS = 10_000_000;

    private final Since since;
    private final FewMoved few;
    /** By how much each cohort may be another number then and now. */
    private final long[] changes;

    /**
     * Looks for them.
     *
     * @param then by how much each cohort may have been another number, as far as readers knew then
     * @param now the same of now
     */
    Unions(Since since, long[][] then, long[][] now) {
        this.since = since;
        few = new FewMoved(since);
        changes = new long[then.length];
        Arrays.setAll(changes, cohort -> LinearProbe.both(then[cohort][0], now[cohort][0]));
    }

    /** The atoms of each group, by the numbers of both times. */
    List<BitSet> groups() {
        int[] counted = IntStream.range(0, changes.length)
                .filter(since::wasCounted)
                .filter(cohort -> !since.isChanged(cohort))
                .toArray();
        // Of several times this would keep too much from being told anew (decision 10).
        for (int part : since.isOfOneTime() ? counted : new int[0]) {
            since.kin().forEachWhole(part, whole -> lookWithin(whole, part));
        }
        lookBeside(IntStream.of(counted)
                .filter(cohort -> changes[cohort] != 0 && since.size(cohort).isBelow(since.k()))
                .filter(cohort -> since.kin().onlyChildren(cohort).noneMatch(since::wasCounted))
                .boxed()
                .sorted(Comparator.comparing(cohort -> changes[cohort]))
                .mapToInt(Integer::intValue)
                .toArray());
        return few.groups();
    }

    private void lookWithin(int whole, int part) {
        boolean isCounted = since.wasCounted(whole) && !since.isChanged(whole);
        // Most are known, and have moved by the same or not at all.
        if (isCounted && changes[whole] == changes[part] && !since.moved(whole).equals(since.moved(part))) {
            few.add(List.of(new Piece(whole, List.of(part))));
        }
    }

    /** Some cohorts in the order of their changes. One of each group has moved. */
    private void lookBeside(int[] some) {
        long[] keys = IntStream.of(some).mapToLong(cohort -> changes[cohort]).toArray();
        long[] sizes = IntStream.of(some)
                .mapToLong(cohort -> since.size(cohort).least())
                .toArray();
        int[] moved = IntStream.range(0, some.length)
                .filter(place -> !since.moved(some[place]).equals(Moved.NOT))
                .toArray();
        int others = Math.min(some.length - 1, MOST_PAIRS / Math.max(1, moved.length));
        for (int one : moved) {
            forEach(keys, LinearProbe.negative(keys[one]), two -> add(some[one], some[two]));
            for (int other = 1; other <= others; other++) {
                int two = (one + other) % some.length;
                if (sizes[one] + sizes[two] < since.k()) {
                    long missing = LinearProbe.negative(LinearProbe.plus(keys[one], keys[two]));
                    forEach(keys, missing, three -> add(some[one], some[two], some[three]));
                }
            }
        }
    }

    /** Places of a key in sorted ones. */
    private static void forEach(long[] keys, long wanted, IntConsumer place) {
        int found = Arrays.binarySearch(keys, wanted);
        for (int before = found; before >= 0 && keys[before] == wanted; before--) {
            place.accept(before);
        }
        for (int after = found + 1; found >= 0 && after < keys.length && keys[after] == wanted; after++) {
            place.accept(after);
        }
    }

    /** Cohorts that persons may be in two of, or that are the same one, are no group. */
    private void add(Integer... group) {
        boolean areApart = IntStream.range(1, group.length)
                .allMatch(one ->
                        IntStream.range(0, one).allMatch(other -> since.kin().areApart(group[one], group[other])));
        if (areApart) {
            few.add(Arrays.stream(group).map(Piece::of).toList());
        }
    }
}
