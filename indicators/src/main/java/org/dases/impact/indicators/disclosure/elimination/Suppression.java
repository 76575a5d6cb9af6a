// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Chooses what may be known. Candidates are taken in the order of their use; one is left out exactly if knowing it,
 * with all that was taken before, would give a secret away. Independence of linear sums is a matroid, so that no
 * acceptance is ever regretted; what is left out cannot be computed either.
 *
 * <p>Safety is monotone: the largest safe prefix is found by bisection and eliminated shortest column first, which
 * hardly fills the matrix; only the rest is decided one by one.
 */
public final class Suppression {
    private static final int ONE_BY_ONE = 64;

    private final int unknowns;
    private final List<LinearSum> known;
    private final List<LinearSum> secrets;

    /**
     * The setting.
     *
     * @param unknowns how many unknown numbers there are
     * @param known sums that everybody knows to be what they are
     * @param secrets sums that nobody shall be able to compute
     */
    public Suppression(int unknowns, List<LinearSum> known, List<LinearSum> secrets) {
        this.unknowns = unknowns;
        this.known = List.copyOf(known);
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Decides on candidates.
     *
     * @param candidates sums that one would like to publish, the most useful first
     * @param watched sums that a single outsider knows, for {@link Outcome#shared}
     * @return which may be published
     * @throws IllegalStateException if the known sums alone give a secret away
     */
    public Outcome decide(List<LinearSum> candidates, List<LinearSum> watched) {
        Map<LinearSum, Integer> distinct = new HashMap<>();
        List<LinearSum> columns = new ArrayList<>(known);
        int[] columnOf = new int[candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Integer earlier = distinct.putIfAbsent(candidates.get(i), columns.size());
            columnOf[i] = earlier == null ? columns.size() : earlier;
            if (earlier == null) {
                columns.add(candidates.get(i));
            }
        }
        int firstSecret = columns.size();
        columns.addAll(secrets);
        int firstWatched = columns.size();
        columns.addAll(watched);
        Elimination start = new Elimination(unknowns, columns, firstSecret, firstWatched);
        BitSet withheld = new BitSet();
        Elimination end = eliminate(start, firstSecret, withheld);
        BitSet published = new BitSet();
        for (int i = 0; i < columnOf.length; i++) {
            published.set(i, !withheld.get(columnOf[i]));
        }
        return new Outcome(published, end, firstSecret, firstWatched, watched.size());
    }

    private Elimination eliminate(Elimination start, int firstSecret, BitSet withheld) {
        takeAll(start, 0, known.size());
        if (start.isExposed() || secrets.stream().anyMatch(secret -> secret.size() == 0)) {
            throw new IllegalStateException("what is known beforehand gives a secret away");
        }
        Elimination safe = start;
        int from = known.size();
        int unsafe = firstSecret + 1;
        while (unsafe - from > ONE_BY_ONE) {
            int middle = (from + unsafe) >>> 1;
            Elimination trial = safe.copy();
            takeAll(trial, from, middle);
            if (trial.isExposed()) {
                unsafe = middle;
            } else {
                safe = trial;
                from = middle;
            }
        }
        for (int c = from; c < firstSecret; c++) {
            if (safe.secretsBehind(c).isEmpty()) {
                safe.take(c);
            } else {
                safe.drop(c);
                withheld.set(c);
            }
        }
        return safe;
    }

    private static void takeAll(Elimination elimination, int from, int to) {
        PriorityQueue<Long> shortest = new PriorityQueue<>();
        for (int c = from; c < to; c++) {
            shortest.add((long) elimination.size(c) << 32 | c);
        }
        while (!shortest.isEmpty() && !elimination.isExposed()) {
            long next = shortest.remove();
            int c = (int) next;
            int size = elimination.size(c);
            if (size > next >>> 32) {
                shortest.add((long) size << 32 | c);
            } else {
                elimination.take(c);
            }
        }
    }
}
