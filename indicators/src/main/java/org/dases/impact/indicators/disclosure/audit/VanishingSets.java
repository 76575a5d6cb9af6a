// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets of vectors that add up to nothing, and contain no other such set. They are looked for among the combinations
 * that are nothing, of which there are few dimensions: a set is one that has each vector once or not at all.
 */
public final class VanishingSets {
    /** So many steps are taken among combinations that have vectors in common, and so many sets are kept of these. */
    private static final int MOST_STEPS = 1 << 16;

    private static final int MOST_FOUND = 500;

    private final List<long[]> basis;
    private final List<Weight> weights;
    private final long limit;

    /** For each of the basis, the vectors of which no later one has anything. */
    private final List<int[]> decided = new ArrayList<>();

    private final long[] sum;
    private final List<BitSet> found = new ArrayList<>();
    private int steps;

    /**
     * What a vector weighs in a set.
     *
     * @param least what it weighs at least, not negative
     * @param isNothing whether it weighs nothing at all: of such alone no set is looked for
     */
    public record Weight(long least, boolean isNothing) {}

    private VanishingSets(List<long[]> basis, List<Weight> weights, long limit) {
        this.basis = basis.stream()
                .sorted(Comparator.comparing(VanishingSets::last).reversed())
                .toList();
        this.weights = weights;
        this.limit = limit;
        sum = new long[weights.size()];
        int[] last = new int[sum.length];
        for (int b = 0; b < basis.size(); b++) {
            for (int v = 0; v < last.length; v++) {
                last[v] = this.basis.get(b)[v] == 0 ? last[v] : b + 1;
            }
        }
        for (int b = 0; b < basis.size(); b++) {
            int own = b + 1;
            decided.add(
                    IntStream.range(0, last.length).filter(v -> last[v] == own).toArray());
        }
    }

    /**
     * Finds them.
     *
     * @param vectors one or more, of one length, by numbers of {@link LinearProbe#changes}; each is something
     * @param weights what each weighs
     * @param limit a set weighs less
     * @return numbers of the vectors of each set; where there are very many, some of them, and where it takes too long,
     *     those found until then
     */
    public static List<BitSet> of(List<long[]> vectors, List<Weight> weights, long limit) {
        // The heaviest last: these make the basis, and few of them are in a set.
        int[] order = IntStream.range(0, vectors.size())
                .boxed()
                .sorted(Comparator.comparing((Integer v) -> !weights.get(v).isNothing())
                        .thenComparing(v -> weights.get(v).least()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Weight> sorted = IntStream.of(order).mapToObj(weights::get).toList();
        List<long[]> places = IntStream.range(0, vectors.get(0).length)
                .mapToObj(place -> IntStream.of(order)
                        .mapToLong(v -> vectors.get(v)[place])
                        .toArray())
                .toList();
        return parts(Combinations.of(places).across()).stream()
                .map(part -> new VanishingSets(part, sorted, limit).find())
                .flatMap(List::stream)
                .map(set -> {
                    BitSet own = new BitSet();
                    set.stream().forEach(v -> own.set(order[v]));
                    return own;
                })
                .toList();
    }

    /** A set that is made of parts that have no vector in common contains others: those of each part. */
    private static List<List<long[]>> parts(List<long[]> basis) {
        List<List<long[]>> parts = new ArrayList<>();
        List<BitSet> vectors = new ArrayList<>();
        for (long[] combination : basis) {
            List<long[]> own = new ArrayList<>(List.of(combination));
            BitSet its = new BitSet();
            IntStream.range(0, combination.length)
                    .filter(v -> combination[v] != 0)
                    .forEach(its::set);
            for (int part = parts.size() - 1; part >= 0; part--) {
                if (vectors.get(part).intersects(its)) {
                    own.addAll(0, parts.remove(part));
                    its.or(vectors.remove(part));
                }
            }
            parts.add(own);
            vectors.add(its);
        }
        return parts;
    }

    private static int last(long[] combination) {
        return IntStream.range(0, combination.length)
                .filter(v -> combination[v] != 0)
                .max()
                .orElseThrow();
    }

    private List<BitSet> find() {
        add(0, 0, false);
        found.sort(Comparator.comparingInt(BitSet::cardinality));
        List<BitSet> least = new ArrayList<>();
        for (BitSet set : found) {
            if (least.stream().noneMatch(other -> contains(set, other))) {
                least.add(set);
            }
        }
        return least;
    }

    private static boolean contains(BitSet set, BitSet other) {
        return other.stream().allMatch(set::get);
    }

    /**
     * Adds up some of the basis, from one on, and keeps what is a set.
     *
     * @param weight what the vectors weigh of which no later one has anything
     * @param isAny whether some were added before
     * @return whether it is to go on
     */
    private boolean add(int from, long weight, boolean isAny) {
        if (from == basis.size()) {
            keep();
            return found.size() < MOST_FOUND;
        }
        long[] own = basis.get(from);
        if (!isAny && weights.get(last(own)).isNothing()) {
            return true;
        }
        if (++steps > MOST_STEPS || !addBeyond(from, weight, isAny)) {
            return false;
        }
        for (int v = 0; v < sum.length; v++) {
            sum[v] = HiddenChange.add(sum[v], own[v]);
        }
        boolean isDone = addBeyond(from, weight, true);
        for (int v = 0; v < sum.length; v++) {
            sum[v] = HiddenChange.subtract(sum[v], own[v]);
        }
        return isDone;
    }

    private boolean addBeyond(int from, long weight, boolean isAny) {
        long all = weight;
        for (int v : decided.get(from)) {
            if (sum[v] > 1) {
                return true;
            }
            all += sum[v] * weights.get(v).least();
        }
        return all >= limit || add(from + 1, all, isAny);
    }

    private void keep() {
        BitSet set = new BitSet();
        IntStream.range(0, sum.length).filter(v -> sum[v] != 0).forEach(set::set);
        if (!set.isEmpty()) {
            found.add(set);
        }
    }
}
