// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;
import org.jspecify.annotations.Nullable;

/**
 * Other tables than the true one, as a linear program (GLOP) over the atoms of a window. Atoms outside of the window
 * and atoms that everybody may know to be empty stay as they are. Either printed cells stay too, and a cell is let grow
 * or shrink as far as it can; or each person that a printed cell gains or loses has its cost, and the least is looked
 * for.
 *
 * <p>A printed sum is tied to printed parts of it, see {@link Cover}, so that the program stays sparse.
 */
final class LiftProgram implements AutoCloseable {
    private static final double MANY = 1e7;
    /**
     * What an atom is let grow to that nothing else bounds, where growing costs nothing: far more than is asked for.
     */
    private static final double ENOUGH = 1e4;
    /** Of equal changes that of smaller cells is preferred: less is lost with them. */
    private static final double SIZE = 0.01;

    static {
        Loader.loadNativeLibraries();
    }

    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final OpenTable table;
    private final WindowSums sums;
    private final int floor;
    private final boolean isFree;
    private final @Nullable Change[] changes;
    private final @Nullable Change[] atoms;

    /**
     * A program.
     *
     * @param table the true table
     * @param sums of the window
     * @param printed the cells that are printed
     * @param asked the cells that will be asked about
     * @param floor 1 if everybody knows that a withheld cell is not empty, else 0
     * @param isFree whether printed cells stay as they are
     */
    LiftProgram(OpenTable table, WindowSums sums, BitSet printed, Set<Integer> asked, int floor, boolean isFree) {
        this.table = table;
        this.sums = sums;
        this.floor = floor;
        this.isFree = isFree;
        changes = new Change[sums.size()];
        atoms = new Change[sums.atoms().length];
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        BitSet fixed = new BitSet();
        BitSet others = new BitSet();
        for (int sum = 0; sum < changes.length; sum++) {
            fixed.set(sum, sums.printed(sum, printed) > 0);
        }
        asked.stream().map(sums::of).filter(sum -> sum >= 0).forEach(others::set);
        table.equal().forEach(pair -> tie(others, pair[0], pair[1]));
        table.parts().forEach(parts -> {
            tie(others, parts.whole());
            parts.parts().forEach(part -> tie(others, part));
        });
        others.andNot(fixed);
        addAtoms(fixed);
        fixed.stream().forEach(sum -> addPrinted(sum, printed));
        others.stream().forEach(this::addOther);
        addRows(fixed, others);
        table.equal().forEach(pair -> addEqual(pair[0], pair[1]));
        table.parts().forEach(this::addParts);
    }

    private void tie(BitSet others, int... cells) {
        Arrays.stream(cells).map(sums::of).filter(sum -> sum >= 0).forEach(others::set);
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

    private void addPrinted(int sum, BitSet printed) {
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
        setCost(sum, printed);
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

    private void setCost(int sum, BitSet printed) {
        double cost = sums.printed(sum, printed) * (1 + SIZE * Math.log1p((double) sums.value(sum)));
        setCost(Objects.requireNonNull(changes[sum]), cost);
    }

    private void setCost(Change change, double cost) {
        solver.objective().setCoefficient(change.more(), cost);
        solver.objective().setCoefficient(Objects.requireNonNull(change.less()), cost);
    }

    private @Nullable Change change(int cell) {
        int sum = sums.of(cell);
        return sum < 0 ? null : changes[sum];
    }

    private void addEqual(int one, int two) {
        if (sums.of(one) >= 0 || sums.of(two) >= 0) {
            MPConstraint row = solver.makeConstraint(0, 0);
            add(row, one, 1);
            add(row, two, -1);
        }
    }

    private void addParts(Parts parts) {
        long all = 0;
        boolean isTouched = sums.of(parts.whole()) >= 0;
        for (int part : parts.parts()) {
            all += table.value(part);
            isTouched |= sums.of(part) >= 0;
            if (sums.of(parts.whole()) >= 0 || sums.of(part) >= 0) {
                MPConstraint row =
                        solver.makeConstraint((double) (table.value(part) - table.value(parts.whole())), MANY);
                add(row, parts.whole(), 1);
                add(row, part, -1);
            }
        }
        if (isTouched) {
            MPConstraint row = solver.makeConstraint((double) (table.value(parts.whole()) - all), MANY);
            add(row, parts.whole(), -1);
            parts.parts().forEach(part -> add(row, part, 1));
        }
    }

    private void add(MPConstraint row, int cell, int factor) {
        Change change = change(cell);
        if (change != null) {
            change.add(row, factor);
        }
    }

    /** Asks of some cells that a move of this window changes anew what they cost. */
    void price(Iterable<Integer> cells, BitSet printed) {
        for (int cell : cells) {
            setCost(sums.of(cell), printed);
        }
    }

    /** The table in which a cell has grown most, or shrunk most; empty if it stays as it is in all. */
    Optional<Move> extreme(int cell, boolean isMore) {
        Change change = change(cell);
        if (change == null) {
            return Optional.empty();
        }
        solver.objective().clear();
        solver.objective().setCoefficient(change.more(), 1);
        solver.objective().setOptimizationDirection(isMore);
        return solve(MPSolverParameters.LpAlgorithmValues.PRIMAL);
    }

    /**
     * Another table in which a cell has changed by so much, with few printed cells changed; empty if there is none in
     * the window. The cost of a person alone may spread a change over many cells; so it is asked again with those cells
     * cheaper that change much, and the answer with fewer printed cells is taken.
     */
    Optional<Move> change(int cell, long by, BitSet printed) {
        Change change = change(cell);
        if (change == null || !change.allows((double) by)) {
            return Optional.empty();
        }
        MPVariable less = change.less();
        double least = change.more().lb();
        double most = less == null ? 0 : less.ub();
        change.fix((double) by);
        Optional<Move> first = solve(MPSolverParameters.LpAlgorithmValues.DUAL);
        Optional<Move> move = first;
        long cost = first.map(found -> cost(found, printed)).orElse(0L);
        if (cost > 1) {
            List<Integer> cheaper = concentrate(printed);
            Optional<Move> again = solve(MPSolverParameters.LpAlgorithmValues.DUAL);
            cheaper.forEach(sum -> setCost(sum, printed));
            move = again.filter(found -> cost(found, printed) < cost).or(() -> first);
        }
        change.more().setBounds(least, MANY);
        if (less != null) {
            less.setBounds(0, most);
        }
        return move;
    }

    private Optional<Move> solve(MPSolverParameters.LpAlgorithmValues algorithm) {
        parameters.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
        return solver.solve(parameters) == MPSolver.ResultStatus.OPTIMAL ? Optional.of(solution()) : Optional.empty();
    }

    /** How many printed cells a move changes. */
    long cost(Move move, BitSet printed) {
        return move.changes(table).keySet().stream().filter(printed::get).count();
    }

    private List<Integer> concentrate(BitSet printed) {
        Map<Integer, Double> costs = new HashMap<>();
        for (int sum = 0; sum < changes.length; sum++) {
            Change change = changes[sum];
            int count = change == null ? 0 : sums.printed(sum, printed);
            if (change != null && count > 0 && Math.abs(change.value()) > Move.ROUNDING) {
                costs.put(sum, count / (1 + 2 * Math.abs(change.value())));
            }
        }
        costs.forEach((sum, cost) -> setCost(Objects.requireNonNull(changes[sum]), cost));
        return List.copyOf(costs.keySet());
    }

    private Move solution() {
        List<Integer> moved = new ArrayList<>();
        double[] by = new double[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            Change change = atoms[i];
            by[i] = change == null ? 0 : change.value();
            if (Math.abs(by[i]) > Move.ROUNDING) {
                moved.add(i);
            }
        }
        return new Move(
                moved.stream().mapToInt(i -> sums.atoms()[i]).toArray(),
                moved.stream().mapToDouble(i -> by[i]).toArray());
    }

    @Override
    public void close() {
        solver.delete();
        parameters.delete();
    }
}
