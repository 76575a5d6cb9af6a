// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Safety is monotone: the largest safe prefix is found by bisection and eliminated shortest column first, which
 * hardly fills the matrix; only the rest is decided one by one. Candidates that are equal in every view are decided
 * once.
 */
public final class Suppression {
    private static final int ONE_BY_ONE = 64;

    private final List<View> views;
    private final List<Set<Long>> toldBefore = new ArrayList<>();
    private final List<Integer> representatives = new ArrayList<>();
    private final int[] classOf;
    private final BitSet withheld = new BitSet();

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
        List<Elimination> end = eliminate(views.stream().map(this::start).toList());
        BitSet printed = new BitSet();
        IntStream.range(0, classOf.length).forEach(i -> printed.set(i, !withheld.get(classOf[i])));
        BitSet implied = new BitSet();
        int first = views.get(0).known().size();
        IntStream.range(0, classOf.length)
                .forEach(i -> implied.set(i, printed.get(i) && end.get(0).isImplied(first + classOf[i])));
        return new Outcome(printed, implied, views, end, representatives.size());
    }

    private Elimination start(View view) {
        int classes = representatives.size();
        List<LinearSum> columns = new ArrayList<>(view.known());
        representatives.forEach(candidate -> columns.add(view.candidates().get(candidate)));
        columns.addAll(view.secrets());
        columns.addAll(view.derived());
        view.watched().forEach(watched -> columns.add(watched.sum()));
        Elimination start =
                new Elimination(view.unknowns(), columns, view.firstSecret(classes), view.firstWatched(classes));
        takeAll(start, 0, view.known().size());
        for (int i = 0; i < view.secrets().size(); i++) {
            if (start.open(view.firstSecret(classes) + i).isEmpty()) {
                throw new IllegalStateException("what is known beforehand gives a secret away");
            }
        }
        start.settle();
        toldBefore.add(new Watch(start, view, classes, Set.of()).pairs());
        return start;
    }

    private Watch watch(List<Elimination> eliminations, int v) {
        return new Watch(eliminations.get(v), views.get(v), representatives.size(), toldBefore.get(v));
    }

    private List<Elimination> eliminate(List<Elimination> start) {
        List<Elimination> safe = start;
        int from = 0;
        int unsafe = representatives.size() + 1;
        while (unsafe - from > ONE_BY_ONE) {
            int middle = (from + unsafe) >>> 1;
            List<Elimination> trial = safe.stream().map(Elimination::copy).toList();
            if (isSafe(trial, from, middle)) {
                safe = trial;
                from = middle;
            } else {
                unsafe = middle;
            }
        }
        List<Elimination> end = safe;
        List<Watch> watches =
                IntStream.range(0, views.size()).mapToObj(v -> watch(end, v)).toList();
        for (int c = from; c < representatives.size(); c++) {
            decide(end, watches, c);
        }
        return end;
    }

    private boolean isSafe(List<Elimination> trial, int from, int to) {
        for (int v = 0; v < trial.size(); v++) {
            int first = views.get(v).known().size();
            Elimination own = trial.get(v);
            take(own, first + from, first + to, () -> !own.isExposed());
            if (own.isExposed() || watch(trial, v).isTold()) {
                return false;
            }
        }
        return true;
    }

    private void decide(List<Elimination> safe, List<Watch> watches, int c) {
        withheld.set(c, IntStream.range(0, views.size()).anyMatch(v -> {
            int column = views.get(v).known().size() + c;
            return safe.get(v).isTelling(column) || watches.get(v).isToldBy(column);
        }));
        for (int v = 0; v < views.size(); v++) {
            int column = views.get(v).known().size() + c;
            if (withheld.get(c)) {
                safe.get(v).drop(column);
            } else {
                watches.get(v).take(column);
            }
        }
    }

    /** Takes columns as known, the shortest first. */
    static void takeAll(Elimination elimination, int from, int to) {
        take(elimination, from, to, () -> true);
    }

    private static void take(Elimination elimination, int from, int to, BooleanSupplier isGoingOn) {
        PriorityQueue<Long> shortest = new PriorityQueue<>();
        for (int c = from; c < to; c++) {
            shortest.add((long) elimination.size(c) << 32 | c);
        }
        while (!shortest.isEmpty() && isGoingOn.getAsBoolean()) {
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
