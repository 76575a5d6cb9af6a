// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Chooses what may be printed. Candidates are taken in the order of their use; one is left out exactly if knowing it,
 * with all that was taken before, would give a secret away, to everybody or to one who knows a watched sum.
 * Independence of linear sums is a matroid, so that no acceptance is ever regretted; what is left out cannot be
 * computed either.
 *
 * <p>Safety is monotone: the largest safe prefix is found by bisection and taken shortest sum first, which binds
 * unknowns to few others; only the rest is decided one by one. Candidates that are equal in every view are decided
 * once.
 */
public final class Suppression {
    private static final int ONE_BY_ONE = 64;
    /** Sums that are taken before it is first looked whether a secret is given away. */
    private static final int FEW = 256;

    private final List<View> views;
    private final List<WatchedSums> watched = new ArrayList<>();
    private final List<Set<Long>> toldBefore = new ArrayList<>();
    private final List<Integer> representatives = new ArrayList<>();
    private final int[] classOf;
    private final BitSet withheld = new BitSet();
    /** By view. */
    private final List<BitSet> implied = new ArrayList<>();

    private Suppression(List<View> views) {
        this.views = views;
        Map<List<LinearSum>, Integer> classes = new HashMap<>();
        classOf = new int[views.get(0).candidates().size()];
        for (int i = 0; i < classOf.length; i++) {
            int candidate = i;
            List<LinearSum> sums =
                    views.stream().map(view -> view.candidates().get(candidate)).toList();
            classOf[i] = classes.computeIfAbsent(sums, key -> {
                representatives.add(candidate);
                return representatives.size() - 1;
            });
        }
    }

    /**
     * Decides on the candidates of some views.
     *
     * @param views at least one; all with as many candidates
     * @return which candidates may be printed
     * @throws IllegalStateException if what is known beforehand gives a secret away
     */
    public static Outcome decide(List<View> views) {
        return new Suppression(List.copyOf(views)).decide();
    }

    private Outcome decide() {
        List<Start> start = views.parallelStream().map(Start::of).toList();
        for (Start each : start) {
            watched.add(each.watched());
            toldBefore.add(each.told());
            implied.add(new BitSet());
        }
        List<Elimination> end = eliminate(start.stream().map(Start::known).toList());
        BitSet printed = new BitSet();
        for (int i = 0; i < classOf.length; i++) {
            printed.set(i, !withheld.get(classOf[i]));
        }
        return new Outcome(printed, implied.stream().map(this::candidates).toList(), views, end);
    }

    private BitSet candidates(BitSet classes) {
        BitSet candidates = new BitSet();
        for (int i = 0; i < classOf.length; i++) {
            candidates.set(i, classes.get(classOf[i]));
        }
        return candidates;
    }

    /**
     * A view before any candidate is taken.
     *
     * @param known what everybody knows there
     * @param told pairs that this makes already
     */
    private record Start(Elimination known, WatchedSums watched, Set<Long> told) {
        static Start of(View view) {
            Elimination known = new Elimination(view.unknowns());
            takeAll(known, view.known());
            WatchedSums own = new WatchedSums(view, known);
            return new Start(known, own, own.hasWatched() ? new Watch(known, own, Set.of()).pairs() : Set.of());
        }
    }

    private Watch watch(List<Elimination> eliminations, int v) {
        return new Watch(eliminations.get(v), watched.get(v), toldBefore.get(v));
    }

    /** A class of candidates in a view. */
    private LinearSum sum(int v, int c) {
        return views.get(v).candidates().get(representatives.get(c));
    }

    private List<Elimination> eliminate(List<Elimination> start) {
        List<Elimination> safe = start;
        int from = 0;
        int unsafe = representatives.size() + 1;
        while (unsafe - from > ONE_BY_ONE) {
            int middle = (from + unsafe) >>> 1;
            List<Elimination> trial =
                    safe.parallelStream().map(Elimination::copy).toList();
            if (isSafe(trial, from, middle)) {
                safe = trial;
                from = middle;
            } else {
                unsafe = middle;
            }
        }
        List<Elimination> end = safe;
        List<Watch> watches = overViews().mapToObj(v -> watch(end, v)).toList();
        for (int c = from; c < representatives.size(); c++) {
            decide(end, watches, c);
        }
        return end;
    }

    private boolean isSafe(List<Elimination> trial, int from, int to) {
        List<Optional<BitSet>> following =
                overViews().mapToObj(v -> following(trial, v, from, to)).toList();
        if (!following.stream().allMatch(Optional::isPresent)) {
            return false;
        }
        for (int v = 0; v < trial.size(); v++) {
            BitSet own = implied.get(v);
            following.get(v).orElseThrow().stream().forEach(i -> own.set(from + i));
        }
        return true;
    }

    /** Views know nothing of one another: they are looked at at once. */
    private IntStream overViews() {
        return IntStream.range(0, views.size()).parallel();
    }

    /** Takes classes of candidates in a view: which of them follow from others; none if that gives a secret away. */
    private Optional<BitSet> following(List<Elimination> trial, int v, int from, int to) {
        Elimination own = trial.get(v);
        WatchedSums secrets = watched.get(v);
        List<LinearSum> sums =
                IntStream.range(from, to).mapToObj(c -> sum(v, c)).toList();
        BitSet following = take(own, sums, () -> secrets.isExposed(own));
        boolean isTelling = secrets.isExposed(own)
                || (secrets.hasWatched() && watch(trial, v).isTold());
        return isTelling ? Optional.empty() : Optional.of(following);
    }

    private void decide(List<Elimination> safe, List<Watch> watches, int c) {
        List<SparseColumn> open =
                overViews().mapToObj(v -> safe.get(v).open(sum(v, c))).toList();
        withheld.set(
                c,
                overViews()
                        .anyMatch(
                                v -> open.get(v).nonzero() > 0 && watches.get(v).isToldBy(open.get(v))));
        if (withheld.get(c)) {
            return;
        }
        overViews().forEach(v -> {
            if (open.get(v).nonzero() > 0) {
                watches.get(v).take(open.get(v));
            } else {
                implied.get(v).set(c);
            }
        });
    }

    /** Takes sums as known, the shortest first. */
    static void takeAll(Elimination elimination, List<LinearSum> sums) {
        take(elimination, sums, () -> false);
    }

    /**
     * Takes sums as known, the shortest first, until it is seen that a secret is given away; looked for now and then.
     *
     * @return numbers of those that followed from those that were taken before
     */
    private static BitSet take(Elimination elimination, List<LinearSum> sums, BooleanSupplier isExposed) {
        BitSet following = new BitSet();
        PriorityQueue<Long> shortest = new PriorityQueue<>();
        for (int i = 0; i < sums.size(); i++) {
            shortest.add((long) sums.get(i).size() << 32 | i);
        }
        int taken = 0;
        for (int look = FEW; !shortest.isEmpty(); ) {
            long next = shortest.remove();
            int i = (int) next;
            SparseColumn open = elimination.open(sums.get(i));
            int size = open.nonzero();
            if (size > next >>> 32) {
                shortest.add((long) size << 32 | i);
            } else if (size == 0) {
                following.set(i);
            } else {
                elimination.take(open);
                taken++;
            }
            if (taken == look) {
                look += look / 2;
                if (isExposed.getAsBoolean()) {
                    return following;
                }
            }
        }
        return following;
    }
}
