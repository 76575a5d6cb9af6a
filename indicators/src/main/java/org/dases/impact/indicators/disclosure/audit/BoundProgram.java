// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables that a reader cannot rule out: linear programs (GLOP) over the atoms that are not settled by
 * {@link Bounds}. One program that is kept, so that each question starts from the answer to the last one.
 */
final class BoundProgram implements AutoCloseable {
    /** A question takes some hundred steps; a program that goes astray leaves it undecided. */
    static final int STEPS = 100_000;

    /** What came of a question. */
    enum Answer {
        /** There is a largest table. */
        FOUND,
        /** No table agrees with what is printed; not said of counts that are too large to tell. */
        NONE,
        /** The program came to no answer, as with numbers too far apart. */
        UNKNOWN
    }

    /** The solver's numbers are not exact: beside counts as large, small ones that fit seem not to. */
    private static final long TOO_LARGE = 10_000_000;

    /** Beside counts as large the largest table that is found may be some units too small. */
    private static final long FAR_TOO_LARGE = 10_000_000_000L;

    private final MPSolver solver = Glop.solver();
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final Bounds bounds;
    private final Map<Integer, MPVariable> open = new HashMap<>();
    private final double[] found;
    /** Atoms without bounds that were given one, where others must make up for them. */
    private final List<MPVariable> cut = new ArrayList<>();

    private long largest;

    /**
     * A program.
     *
     * @param bounds of the atoms
     * @param cells the atoms of each cell
     * @param printed the count of each printed cell, −1 for the others
     * @param equal pairs of cells that count the same
     * @param enough by how much an atom that no printed cell bounds is let grow
     * @param steps how many an answer may take
     */
    BoundProgram(Bounds bounds, int[][] cells, long[] printed, List<int[]> equal, long enough, int steps) {
        this.bounds = bounds;
        Glop.limit(solver, steps);
        found = new double[bounds.atoms()];
        Arrays.setAll(found, atom -> (double) bounds.low(atom));
        solver.objective().setMaximization();
        for (int[] atoms : cells) {
            for (int atom : atoms) {
                if (!bounds.isFixed(atom)) {
                    open.computeIfAbsent(atom, key -> variable(key, enough, !equal.isEmpty()));
                }
            }
        }
        Map<List<Integer>, Long> rows = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (printed[cell] >= 0) {
                addRow(cells[cell], printed[cell], rows);
            }
        }
        equal.forEach(pair -> addPair(cells[pair[0]], cells[pair[1]]));
    }

    private MPVariable variable(int atom, long enough, boolean hasEqual) {
        boolean isBounded = bounds.high(atom) < Bounds.MANY;
        long high = isBounded ? bounds.high(atom) : bounds.low(atom) + enough;
        MPVariable variable = solver.makeNumVar((double) bounds.low(atom), (double) high, "");
        if (!isBounded && hasEqual) {
            cut.add(variable);
        }
        return variable;
    }

    private void addRow(int[] atoms, long count, Map<List<Integer>, Long> rows) {
        List<Integer> terms = new ArrayList<>();
        long rest = count;
        for (int atom : atoms) {
            if (bounds.isFixed(atom)) {
                rest -= bounds.low(atom);
            } else {
                terms.add(atom);
            }
        }
        Long same = rows.putIfAbsent(terms, rest);
        if (!terms.isEmpty() && (same == null || same != rest)) {
            largest = Math.max(largest, rest);
            MPConstraint row = solver.makeConstraint((double) rest, (double) rest);
            terms.forEach(atom -> row.setCoefficient(Objects.requireNonNull(open.get(atom)), 1));
        }
    }

    private void addPair(int[] one, int[] other) {
        MPConstraint row = solver.makeConstraint(0, 0);
        double fixed = addTerms(row, one, 1) + addTerms(row, other, -1);
        largest = Math.max(largest, (long) Math.abs(fixed));
        row.setBounds(-fixed, -fixed);
    }

    /** What the settled atoms among them add up to, by that sign. */
    private double addTerms(MPConstraint row, int[] atoms, int sign) {
        double fixed = 0;
        for (int atom : atoms) {
            if (bounds.isFixed(atom)) {
                fixed += sign * (double) bounds.low(atom);
            } else {
                row.setCoefficient(Objects.requireNonNull(open.get(atom)), sign);
            }
        }
        return fixed;
    }

    /**
     * Looks for the table in which a cell is largest. Where the program comes to no answer from the table before, it
     * begins anew by the dual method, and then by the primal one once more with the rows made simpler.
     *
     * @param atoms of the cell
     * @return whether there is a table at all; ask {@link #count} what cells are in it
     */
    Answer raise(int[] atoms) {
        solver.objective().clear();
        solver.objective().setMaximization();
        Arrays.stream(atoms)
                .mapToObj(open::get)
                .flatMap(variable -> Optional.ofNullable(variable).stream())
                .forEach(variable -> solver.objective().setCoefficient(variable, 1));
        Answer answer = solve(LpAlgorithmValues.PRIMAL, PresolveValues.PRESOLVE_OFF);
        if (answer == Answer.UNKNOWN) {
            solver.reset();
            answer = solve(LpAlgorithmValues.DUAL, PresolveValues.PRESOLVE_OFF);
        }
        if (answer == Answer.UNKNOWN) {
            solver.reset();
            answer = solve(LpAlgorithmValues.PRIMAL, PresolveValues.PRESOLVE_ON);
        }
        if (answer == Answer.FOUND) {
            open.forEach((atom, variable) -> found[atom] = variable.solutionValue());
        }
        return answer;
    }

    private Answer solve(LpAlgorithmValues algorithm, PresolveValues presolve) {
        parameters.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
        parameters.setIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, presolve.swigValue());
        MPSolver.ResultStatus status = solver.solve(parameters);
        if (status == MPSolver.ResultStatus.OPTIMAL) {
            return Answer.FOUND;
        }
        boolean isNone = status == MPSolver.ResultStatus.INFEASIBLE && largest < TOO_LARGE && cut.isEmpty();
        return isNone ? Answer.NONE : Answer.UNKNOWN;
    }

    /** Whether there may be a larger table than the one that was found last. */
    boolean isRough() {
        return largest > FAR_TOO_LARGE || cut.stream().anyMatch(atom -> atom.solutionValue() > atom.ub() - 1);
    }

    /** What a cell counts in the table that was found last. */
    double count(int[] atoms) {
        double count = 0;
        for (int atom : atoms) {
            count += found[atom];
        }
        return count;
    }

    @Override
    public void close() {
        solver.delete();
        parameters.delete();
    }
}
