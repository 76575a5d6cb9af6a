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
    /** So many vectors can be looked at. */
    public static final int MOST = Long.SIZE - 1;

    /** With each of the basis as the first one so many steps are taken, and so many sets are found. */
    private static final int MOST_STEPS = 1 << 12;

    private static final int MOST_FOUND = 100;

    private final List<long[]> basis;
    private final List<Weight> weights;
    private final long limit;

    /** For each of the basis, the vectors of which no later one has anything. */
    private final List<int[]> decided = new ArrayList<>();

    private final long[] sum;
    private final List<Long> found = new ArrayList<>();
    private int steps;
    private int foundBefore;

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
     * @param vectors one to {@value #MOST}, of one length that is greater than their number, by numbers of
     *     {@link LinearProbe#changes}; each is something
     * @param weights what each weighs
     * @param limit a set weighs less
     * @return numbers of the vectors of each set; some of them, where there are very many or it takes too long
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
                    BitSet.valueOf(new long[] {set}).stream().forEach(v -> own.set(order[v]));
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

    /** With each of the basis as the first, and the fewest others before more of them. */
    private List<Long> find() {
        for (int b = 0; b < basis.size() && !weights.get(last(basis.get(b))).isNothing(); b++) {
            steps = 0;
            foundBefore = found.size();
            add(b);
            long weight = weigh(b, 0);
            boolean goesOn = weight >= 0;
            for (int others = 0; goesOn && b + others < basis.size(); others++) {
                goesOn = choose(b + 1, others, weight);
            }
            subtract(b);
        }
        return found;
    }

    /**
     * Adds some more of the basis to the sum in all ways, and keeps what is a set.
     *
     * @param from none before it is added
     * @param others how many are added
     * @param weight what the vectors weigh of which none from there on has anything
     * @return whether it is to go on
     */
    private boolean choose(int from, int others, long weight) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (others == 0) {
            return keep(from, weight);
        }
        long without = weight;
        for (int next = from; next + others <= basis.size() && without >= 0; next++) {
            add(next);
            long with = weigh(next, without);
            boolean goesOn = with < 0 || choose(next + 1, others - 1, with);
            subtract(next);
            if (!goesOn) {
                return false;
            }
            without = weigh(next, without);
        }
        return true;
    }

    private void add(int own) {
        long[] added = basis.get(own);
        for (int v = 0; v < sum.length; v++) {
            sum[v] = HiddenChange.add(sum[v], added[v]);
        }
    }

    private void subtract(int own) {
        long[] added = basis.get(own);
        for (int v = 0; v < sum.length; v++) {
            sum[v] = HiddenChange.subtract(sum[v], added[v]);
        }
    }

    /** With the vectors of which none beyond this one of the basis has anything; −1 for no set, or one too heavy. */
    private long weigh(int own, long weight) {
        long all = weight;
        for (int v : decided.get(own)) {
            if (sum[v] > 1) {
                return -1;
            }
            all += sum[v] * weights.get(v).least();
        }
        return all < limit ? all : -1;
    }

    private boolean keep(int from, long weight) {
        long all = weight;
        for (int b = from; b < basis.size() && all >= 0; b++) {
            all = weigh(b, all);
        }
        if (all >= 0) {
            long set = IntStream.range(0, sum.length)
                    .filter(v -> sum[v] != 0)
                    .mapToLong(v -> 1L << v)
                    .sum();
            // Of two sets that make up this one, that with the first of the basis was looked at before: it has fewer.
            if (found.stream().noneMatch(other -> (set & other) == other)) {
                found.add(set);
            }
        }
        return found.size() - foundBefore < MOST_FOUND;
    }
}
