// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Other tables than the true one, as a linear program (GLOP) over the atoms of a window. Atoms outside of the window
 * and atoms that everybody may know to be empty stay as they are. Either printed cells stay too, and a cell is let grow
 * or shrink as far as it can; or each person that a printed cell gains or loses has its cost, and the least is looked
 * for.
 *
 * <p>A printed sum is tied to printed parts of it, see {@link Cover}, so that the program stays sparse.
 */
final class LiftProgram implements AutoCloseable {
    /** Of equal changes that of smaller cells is preferred: less is lost with them. */
    private static final double SIZE = 0.01;
    /** A hundred times what an answer takes on average: a program that goes astray must not hold up a release. */
    private static final int STEPS = 50_000;

    private final CellChanges changes;
    private final WindowSums sums;
    private final boolean isFree;
    private final LiftModel model;
    private final MPSolver solver;
    private final MPObjective objective;
    private final MPSolverParameters parameters;
    /** What lets atoms go that are held. */
    private final List<Runnable> held = new ArrayList<>();

    /**
     * A program.
     *
     * @param table the true table
     * @param sums of the window
     * @param printed the cells that are printed
     * @param floor 1 if everybody knows that a withheld cell is not empty, else 0
     * @param isFree whether printed cells stay as they are
     */
    LiftProgram(OpenTable table, WindowSums sums, BitSet printed, int floor, boolean isFree) {
        changes = new CellChanges(table);
        this.sums = sums;
        this.isFree = isFree;
        model = new LiftModel(table, sums, printed, floor, isFree);
        solver = model.solver();
        objective = solver.objective();
        parameters = new MPSolverParameters(); // after the model, which loads the library
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        limit(STEPS);
        setCosts(printed);
    }

    /** How many steps an answer may take, see {@link Glop#limit}. */
    void limit(int steps) {
        Glop.limit(solver, steps);
    }

    private void setCosts(BitSet printed) {
        for (int sum = 0; !isFree && sum < sums.size(); sum++) {
            if (sums.printed(sum, printed) > 0) {
                setCost(sum, printed);
            }
        }
    }

    private void setCost(int sum, BitSet printed) {
        double cost = sums.printed(sum, printed) * (1 + SIZE * Math.log1p((double) sums.value(sum)));
        setCost(Objects.requireNonNull(model.change(sum)), cost);
    }

    private void setCost(Change change, double cost) {
        objective.setCoefficient(change.more(), cost);
        objective.setCoefficient(Objects.requireNonNull(change.less()), cost);
    }

    /** Asks of some cells that a move of this window changes anew what they cost. */
    void price(Iterable<Integer> cells, BitSet printed) {
        for (int cell : cells) {
            setCost(sums.of(cell), printed);
        }
    }

    /** The table in which a cell has grown most, or shrunk most. */
    Optional<Move> extreme(int cell, boolean isMore) {
        return extreme(Map.of(cell, 1.0), isMore);
    }

    /**
     * The table in which some cells, each with a random weight of its own, have together grown most, or shrunk most.
     */
    Optional<Move> together(Collection<Integer> cells, boolean isMore) {
        return extreme(weights(cells), isMore);
    }

    /** Lets some atoms stay as they are, until they are let go. */
    void hold(Collection<Integer> some) {
        for (int atom : some) {
            int place = Arrays.binarySearch(sums.atoms(), atom);
            Change change = place < 0 ? null : model.atom(place);
            if (change != null) {
                held.add(change.fix(0));
            }
        }
    }

    /** Lets atoms go that were held. */
    void letGo() {
        held.forEach(Runnable::run);
        held.clear();
    }

    private static Map<Integer, Double> weights(Collection<Integer> cells) {
        Random random = new Random(cells.size());
        Map<Integer, Double> weights = new LinkedHashMap<>();
        cells.forEach(cell -> weights.put(cell, 1 + random.nextDouble()));
        return weights;
    }

    /** The table in which the sum of some cells, each times its weight, is largest or smallest. */
    Optional<Move> extreme(Map<Integer, Double> weights, boolean isMore) {
        objective.clear();
        objective.setOptimizationDirection(isMore);
        double[] byAtom = new double[sums.atoms().length];
        weights.forEach((cell, weight) -> {
            for (int i : sums.termsOf(cell)) {
                byAtom[i] += weight;
            }
        });
        for (int i = 0; i < byAtom.length; i++) {
            Change change = model.atom(i);
            if (change != null && byAtom[i] != 0) {
                setWeight(change, byAtom[i]);
            }
        }
        return solve(MPSolverParameters.LpAlgorithmValues.PRIMAL);
    }

    /** Another table in which a cell has changed by so much at the least cost; empty if there is none in the window. */
    Optional<Move> change(int cell, long by) {
        return model.ask(cell, (double) by).flatMap(asked -> {
            Optional<Move> move = solve(MPSolverParameters.LpAlgorithmValues.DUAL);
            asked.run();
            return move;
        });
    }

    /**
     * The cost of a person alone may spread a change over many cells; so it is asked again with those cells cheaper
     * that change much, and the answer with fewer printed cells is taken.
     *
     * @param move what {@link #change} answered
     */
    Move concentrated(Move move, int cell, long by, BitSet printed) {
        long cost = cost(move, printed);
        if (cost <= 1) {
            return move;
        }
        List<Integer> cheaper = concentrate(printed);
        Optional<Move> again = change(cell, by);
        cheaper.forEach(sum -> setCost(sum, printed));
        return again.filter(found -> cost(found, printed) < cost).orElse(move);
    }

    /**
     * Those of some cells that do not change, whatever moves: their sum, each with a random weight of its own, can be
     * made neither larger nor smaller. The weights are the same both ways: then the sum never changes at all, which
     * weights that are drawn at random do not bring about by chance.
     */
    Set<Integer> still(Collection<Integer> cells, BitSet printed) {
        Map<Integer, Double> still = weights(cells);
        boolean isUp = true;
        for (int inVain = 0; inVain < 2; isUp = !isUp) {
            inVain = dropMoved(still, isUp) ? 0 : inVain + 1;
        }
        objective.clear();
        objective.setMinimization();
        setCosts(printed);
        return still.keySet();
    }

    private boolean dropMoved(Map<Integer, Double> still, boolean isUp) {
        if (extreme(still, isUp).isEmpty()) {
            still.clear();
        }
        return still.keySet().removeIf(cell -> Math.abs(value(cell)) > Move.ROUNDING);
    }

    private double value(int cell) {
        double value = 0;
        for (int i : sums.termsOf(cell)) {
            Change change = model.atom(i);
            value += change == null ? 0 : change.value();
        }
        return value;
    }

    private void setWeight(Change change, double weight) {
        objective.setCoefficient(change.more(), weight);
        if (change.less() != null) {
            objective.setCoefficient(change.less(), -weight);
        }
    }

    /**
     * The dual method starts anew each time: no change costs less than nothing, so that its first basis is a valid one,
     * and what was asked before does not matter. From the basis of the question before, which had other prices, it
     * could go astray (decision 9).
     */
    private Optional<Move> solve(MPSolverParameters.LpAlgorithmValues algorithm) {
        parameters.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
        if (algorithm == MPSolverParameters.LpAlgorithmValues.DUAL) {
            solver.reset();
        }
        return solver.solve(parameters) == MPSolver.ResultStatus.OPTIMAL ? Optional.of(solution()) : Optional.empty();
    }

    /** How many printed cells a move changes. */
    long cost(Move move, BitSet printed) {
        return changes.of(move).cells().filter(printed::get).count();
    }

    /** Makes the printed cells of the move that was looked at last cheaper, and says which sums these are. */
    private List<Integer> concentrate(BitSet printed) {
        Map<Integer, Double> costs = new LinkedHashMap<>();
        changes.cells().filter(printed::get).forEach(cell -> {
            int sum = sums.of(cell);
            costs.put(sum, sums.printed(sum, printed) / (1 + 2 * Math.abs(changes.by(cell))));
        });
        costs.forEach((sum, cost) -> setCost(Objects.requireNonNull(model.change(sum)), cost));
        return List.copyOf(costs.keySet());
    }

    private Move solution() {
        List<Integer> moved = new ArrayList<>();
        double[] by = new double[sums.atoms().length];
        for (int i = 0; i < sums.atoms().length; i++) {
            Change change = model.atom(i);
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
