// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;
import org.jspecify.annotations.Nullable;

/**
 * The variables and rows of a {@link LiftProgram}: how much each atom of a window and each cell that matters changes,
 * and what ties these changes together.
 */
final class LiftModel {
    /** More than any change. */
    private static final double MANY = 1e7;
    /**
     * What an atom is let grow to that nothing else bounds, where growing costs nothing: far more than is asked for.
     */
    private static final double ENOUGH = 1e4;

    private final MPSolver solver = Glop.solver();
    private final OpenTable table;
    private final WindowSums sums;
    private final int floor;
    private final boolean isFree;
    private final @Nullable Change[] changes;
    private final @Nullable Change[] atoms;
    /** What one cell is asked to change by: a row for each that may be asked about makes each answer slower. */
    private final MPConstraint question;

    /** A model; what it is made of is that of {@link LiftProgram}. */
    LiftModel(OpenTable table, WindowSums sums, BitSet printed, int floor, boolean isFree) {
        this.table = table;
        this.sums = sums;
        this.floor = floor;
        this.isFree = isFree;
        changes = new Change[sums.size()];
        atoms = new Change[sums.atoms().length];
        BitSet fixed = new BitSet();
        BitSet others = new BitSet();
        for (int sum = 0; sum < changes.length; sum++) {
            fixed.set(sum, sums.printed(sum, printed) > 0);
        }
        table.equal().forEach(pair -> {
            tie(others, pair[0]);
            tie(others, pair[1]);
        });
        table.parts().forEach(parts -> {
            tie(others, parts.whole());
            parts.parts().forEach(part -> tie(others, part));
        });
        others.andNot(fixed);
        addAtoms(fixed);
        fixed.stream().forEach(this::addPrinted);
        others.stream().forEach(this::addOther);
        addRows(fixed, others);
        table.equal().forEach(pair -> addEqual(pair[0], pair[1]));
        table.parts().forEach(this::addParts);
        question = solver.makeConstraint(-MPSolver.infinity(), MPSolver.infinity());
    }

    /**
     * Asks that a cell changes by so much.
     *
     * @return what takes that back; empty where it cannot change by so much, whatever others do
     */
    Optional<Runnable> ask(int cell, double by) {
        int[] terms = sums.termsOf(cell);
        List<Change> parts = Arrays.stream(terms)
                .mapToObj(i -> atoms[i])
                .filter(Objects::nonNull)
                .toList();
        double least = parts.stream().mapToDouble(Change::least).sum();
        double most = parts.stream().mapToDouble(Change::most).sum();
        if (by < least || by > most) {
            return Optional.empty();
        }
        if (parts.size() == 1) {
            return Optional.of(parts.get(0).fix(by));
        }
        parts.forEach(part -> part.put(question, 1));
        question.setBounds(by, by);
        return Optional.of(() -> {
            parts.forEach(part -> part.put(question, 0));
            question.setBounds(-MPSolver.infinity(), MPSolver.infinity());
        });
    }

    MPSolver solver() {
        return solver;
    }

    /** How a sum changes; none where it stays as it is. */
    @Nullable Change change(int sum) {
        return changes[sum];
    }

    /** How an atom of the window changes; none where it stays as it is. */
    @Nullable Change atom(int i) {
        return atoms[i];
    }

    private void tie(BitSet others, int cell) {
        int sum = sums.of(cell);
        if (sum >= 0) {
            others.set(sum);
        }
    }

    /** Those that are no printed cell by themselves. */
    private void addAtoms(BitSet fixed) {
        BitSet alone = new BitSet();
        fixed.stream().filter(sum -> sums.terms(sum).length == 1).forEach(sum -> alone.set(sums.terms(sum)[0]));
        for (int i = 0; i < atoms.length; i++) {
            if (!alone.get(i)) {
                atoms[i] = new Change(solver.makeNumVar(-loss(i), isFree ? ENOUGH : MANY, ""), null);
            }
        }
    }

    /** How many persons an atom can lose. */
    private double loss(int i) {
        return (double) Math.max(0, table.atom(sums.atoms()[i]) - floor);
    }

    private void addPrinted(int sum) {
        if (isFree) {
            return;
        }
        int[] terms = sums.terms(sum);
        boolean isAtom = terms.length == 1;
        Change change =
                new Change(solver.makeNumVar(0, MANY, ""), solver.makeNumVar(0, isAtom ? loss(terms[0]) : MANY, ""));
        changes[sum] = change;
        if (isAtom) {
            atoms[terms[0]] = change;
        }
    }

    private void addOther(int sum) {
        int[] terms = sums.terms(sum);
        changes[sum] = terms.length == 1 ? atoms[terms[0]] : new Change(solver.makeNumVar(-MANY, MANY, ""), null);
    }

    /** What a sum changes by is what its parts do. */
    private void addRows(BitSet fixed, BitSet others) {
        int[] order = IntStream.concat(fixed.stream(), others.stream()).toArray();
        int[][] terms = Arrays.stream(order).mapToObj(sums::terms).toArray(int[][]::new);
        Cover cover = new Cover(atoms.length, terms, fixed.cardinality());
        for (int i = 0; i < order.length; i++) {
            boolean isEmpty = changes[order[i]] == null && cover.rest(i).length == 0;
            if (terms[i].length > 1 && !isEmpty) {
                MPConstraint row = solver.makeConstraint(0, 0);
                for (int atom : cover.rest(i)) {
                    put(row, atoms[atom], 1);
                }
                for (int part : cover.taken(i)) {
                    put(row, changes[order[part]], 1);
                }
                put(row, changes[order[i]], -1);
            }
        }
    }

    private static void put(MPConstraint row, @Nullable Change change, int factor) {
        if (change != null) {
            change.put(row, factor);
        }
    }

    private @Nullable Change changeOf(int cell) {
        int sum = sums.of(cell);
        return sum < 0 ? null : changes[sum];
    }

    private void addEqual(int one, int two) {
        MPConstraint row = solver.makeConstraint(0, 0);
        add(row, one, 1);
        add(row, two, -1);
    }

    private void addParts(Parts parts) {
        Change whole = changeOf(parts.whole());
        long all = 0;
        long mostAtRest = -1;
        Map<Change, Integer> together = new LinkedHashMap<>();
        add(together, whole, -1);
        for (int part : parts.parts()) {
            long value = table.value(part);
            Change change = changeOf(part);
            all += value;
            if (change == null) {
                mostAtRest = Math.max(mostAtRest, value);
            } else {
                keepWithin(whole, change, (double) (value - table.value(parts.whole())));
                add(together, change, 1);
            }
        }
        if (whole != null && mostAtRest >= 0) { // the largest of them bounds it
            whole.keepAtLeast((double) (mostAtRest - table.value(parts.whole())), 1);
        }
        keepAtLeast((double) (table.value(parts.whole()) - all), together);
    }

    /** A part is no larger than its whole. */
    private void keepWithin(@Nullable Change whole, Change part, double least) {
        Map<Change, Integer> pair = new LinkedHashMap<>();
        add(pair, whole, 1);
        add(pair, part, -1);
        keepAtLeast(least, pair);
    }

    private static void add(Map<Change, Integer> terms, @Nullable Change change, int factor) {
        if (change != null) {
            terms.merge(change, factor, Integer::sum);
        }
    }

    /** Most parts of a whole do not move in a window: what they ask of one that does is a bound, and costs no row. */
    private void keepAtLeast(double least, Map<Change, Integer> terms) {
        if (terms.size() == 1) {
            terms.forEach((change, factor) -> change.keepAtLeast(least, factor));
        } else if (terms.size() > 1) {
            MPConstraint row = solver.makeConstraint(least, MANY);
            terms.forEach((change, factor) -> change.put(row, factor));
        }
    }

    private void add(MPConstraint row, int cell, int factor) {
        Change change = changeOf(cell);
        if (change != null) {
            change.add(row, factor);
        }
    }
}
