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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.audit.OpenTable.Parts;

/**
 * Looks for the other table in which a cell is larger or smaller, and that changes printed cells least: equal cost for
 * each person that a printed cell would have to gain or lose. A linear program (GLOP) over the atoms of a window that
 * is kept from question to question, so that each starts where the last one ended. Atoms outside of the window and
 * atoms that everybody may know to be empty stay as they are.
 */
final class LiftProgram implements AutoCloseable {
    private static final double MANY = 1e7;
    /** Of equal changes that of smaller cells is preferred: less is lost with them. */
    private static final double SIZE = 0.01;

    static {
        Loader.loadNativeLibraries();
    }

    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final OpenTable table;
    private final int[] window;
    private final MPVariable[] atoms;
    private final Map<Integer, Sum> sums = new HashMap<>();
    private final List<Sum> distinct = new ArrayList<>();

    /** Cells that are the same sum within the window: how much it grows and shrinks. */
    private record Sum(List<Integer> cells, MPVariable more, MPVariable less) {}

    /**
     * A program.
     *
     * @param table the true table
     * @param window the atoms that may change, ascending
     * @param printed the cells that cost something
     * @param floor 1 if everybody knows that a withheld cell is not empty, else 0
     */
    LiftProgram(OpenTable table, int[] window, BitSet printed, int floor) {
        this.table = table;
        this.window = Arrays.stream(window).filter(atom -> !table.isFixed(atom)).toArray();
        atoms = new MPVariable[this.window.length];
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.LP_ALGORITHM, MPSolverParameters.LpAlgorithmValues.DUAL.swigValue());
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        solver.objective().setMinimization();
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = solver.makeNumVar((double) Math.min(0, floor - table.atom(this.window[i])), MANY, "");
        }
        addSums(printed);
        table.equal().forEach(pair -> addEqual(pair[0], pair[1]));
        table.parts().forEach(this::addParts);
    }

    private void addSums(BitSet printed) {
        Map<Integer, List<Integer>> touched = new HashMap<>();
        for (int i = 0; i < window.length; i++) {
            for (int cell : table.cellsOf(window[i])) {
                touched.computeIfAbsent(cell, key -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, List<Integer>> same = new LinkedHashMap<>();
        touched.keySet().stream()
                .sorted()
                .forEach(cell -> same.computeIfAbsent(touched.get(cell), k -> new ArrayList<>())
                        .add(cell));
        same.forEach((terms, cells) -> addSum(terms, cells, printed));
    }

    private void addSum(List<Integer> terms, List<Integer> cells, BitSet printed) {
        Sum sum = new Sum(cells, solver.makeNumVar(0, MANY, ""), solver.makeNumVar(0, MANY, ""));
        MPConstraint row = solver.makeConstraint(0, 0);
        terms.forEach(i -> row.setCoefficient(atoms[i], 1));
        row.setCoefficient(sum.more(), -1);
        row.setCoefficient(sum.less(), 1);
        cells.forEach(cell -> sums.put(cell, sum));
        distinct.add(sum);
        setCost(sum, printed);
    }

    private void setCost(Sum sum, BitSet printed) {
        double cost = (double) sum.cells().stream().filter(printed::get).count();
        cost *= 1 + SIZE * Math.log1p((double) table.value(sum.cells().get(0)));
        solver.objective().setCoefficient(sum.more(), cost);
        solver.objective().setCoefficient(sum.less(), cost);
    }

    private void addEqual(int one, int two) {
        if (sums.containsKey(one) || sums.containsKey(two)) {
            MPConstraint row = solver.makeConstraint(0, 0);
            add(row, one, 1);
            add(row, two, -1);
        }
    }

    private void addParts(Parts parts) {
        long all = 0;
        boolean isTouched = sums.containsKey(parts.whole());
        for (int part : parts.parts()) {
            all += table.value(part);
            isTouched |= sums.containsKey(part);
            if (sums.containsKey(parts.whole()) || sums.containsKey(part)) {
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
        Sum sum = sums.get(cell);
        if (sum != null) {
            row.setCoefficient(sum.more(), row.getCoefficient(sum.more()) + factor);
            row.setCoefficient(sum.less(), row.getCoefficient(sum.less()) - factor);
        }
    }

    /** Asks of some cells that a move of this window changes anew what they cost. */
    void price(Iterable<Integer> cells, BitSet printed) {
        for (int cell : cells) {
            setCost(Objects.requireNonNull(sums.get(cell)), printed);
        }
    }

    /**
     * Another table in which a cell has changed by so much, with few printed cells changed; empty if there is none in
     * the window. The cost of a person alone may spread a change over many cells; so it is asked again with those cells
     * cheaper that change much, and the answer with fewer printed cells is taken.
     */
    Optional<Move> change(int cell, long by, BitSet printed) {
        Sum sum = sums.get(cell);
        if (sum == null) {
            return Optional.empty();
        }
        double more = (double) Math.max(by, 0);
        double less = (double) Math.max(-by, 0);
        sum.more().setBounds(more, more);
        sum.less().setBounds(less, less);
        Optional<Move> first = solve();
        Optional<Move> move = first;
        long cost = first.map(found -> cost(found, printed)).orElse(0L);
        if (cost > 1) {
            List<Sum> cheaper = concentrate(printed);
            Optional<Move> again = solve();
            cheaper.forEach(each -> setCost(each, printed));
            move = again.filter(found -> cost(found, printed) < cost).or(() -> first);
        }
        sum.more().setBounds(0, MANY);
        sum.less().setBounds(0, MANY);
        return move;
    }

    private Optional<Move> solve() {
        return solver.solve(parameters) == MPSolver.ResultStatus.OPTIMAL ? Optional.of(solution()) : Optional.empty();
    }

    /** How many printed cells a move changes. */
    long cost(Move move, BitSet printed) {
        return move.changes(table).keySet().stream().filter(printed::get).count();
    }

    private List<Sum> concentrate(BitSet printed) {
        List<Sum> cheaper = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (Sum sum : distinct) {
            double change = sum.more().solutionValue() + sum.less().solutionValue();
            double count = (double) sum.cells().stream().filter(printed::get).count();
            if (count > 0 && change > Move.ROUNDING) {
                cheaper.add(sum);
                costs.add(count / (1 + 2 * change));
            }
        }
        for (int i = 0; i < costs.size(); i++) {
            solver.objective().setCoefficient(cheaper.get(i).more(), costs.get(i));
            solver.objective().setCoefficient(cheaper.get(i).less(), costs.get(i));
        }
        return cheaper;
    }

    private Move solution() {
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < atoms.length; i++) {
            if (Math.abs(atoms[i].solutionValue()) > Move.ROUNDING) {
                moved.add(i);
            }
        }
        moved.sort(Comparator.naturalOrder());
        return new Move(
                moved.stream().mapToInt(i -> window[i]).toArray(),
                moved.stream().mapToDouble(i -> atoms[i].solutionValue()).toArray());
    }

    @Override
    public void close() {
        solver.delete();
        parameters.delete();
    }
}
