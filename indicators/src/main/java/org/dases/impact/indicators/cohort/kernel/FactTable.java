// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.function.IntPredicate;

/** Collects facts in any order; those that come by school and learner need no sorting. */
public final class FactTable implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int UNKNOWN = -1;

    private final CubeShape shape;
    private final IntColumn schools = new IntColumn();
    private final IntColumn learners = new IntColumn();
    private final LongColumn cells = new LongColumn();
    private final LongColumn[] values;
    private final long[] magnitudes;
    private boolean isClustered = true;

    /**
     * An empty table.
     *
     * @param shape the axes
     * @param measures how many values each fact has, to be summed
     */
    public FactTable(CubeShape shape, int measures) {
        this.shape = shape;
        this.values = new LongColumn[measures];
        for (int i = 0; i < measures; i++) {
            values[i] = new LongColumn();
        }
        this.magnitudes = new long[measures];
    }

    /**
     * Adds a fact.
     *
     * @param school number of the school, from 0; −1 when it is not known, which counts as no school
     * @param learner number of the learner, from 0
     * @param codes the node on each axis, in the order of the shape
     * @param numbers one value per measure
     * @throws CubeRefused when the sum of a measure might not fit 64 bits
     */
    public void add(int school, int learner, int[] codes, long... numbers) {
        check(codes);
        add(school, learner, shape.cell(codes), numbers);
    }

    /**
     * Adds a fact whose cell is known.
     *
     * @param school number of the school, from 0; −1 when it is not known, which counts as no school
     * @param learner number of the learner, from 0
     * @param cell number of the cell in the shape
     * @param numbers one value per measure
     * @throws CubeRefused when the sum of a measure might not fit 64 bits
     */
    public void add(int school, int learner, long cell, long... numbers) {
        check(school, learner, cell, numbers);
        int last = schools.size() - 1;
        isClustered &= last < 0 || isInOrder(schools.get(last), learners.get(last), school, learner);
        schools.add(school);
        learners.add(learner);
        cells.add(cell);
        for (int i = 0; i < values.length; i++) {
            values[i].add(numbers[i]);
            raise(i, numbers[i]);
        }
    }

    /** Every cell's sum is one over some of the facts: when all magnitudes fit together, none can overflow. */
    private void raise(int measure, long number) {
        try {
            magnitudes[measure] = Math.addExact(magnitudes[measure], Math.absExact(number));
        } catch (ArithmeticException e) {
            CubeRefused refused = CubeRefused.overflow(measure);
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private static boolean isInOrder(int school, int learner, int nextSchool, int nextLearner) {
        return school < nextSchool || (school == nextSchool && learner <= nextLearner);
    }

    /**
     * Adds all facts of another table over the same axes.
     *
     * @param other facts that come after those that are here
     * @throws CubeRefused when the sum of a measure might not fit 64 bits
     */
    public void addAll(FactTable other) {
        int last = schools.size() - 1;
        isClustered &= other.isClustered
                && (last < 0
                        || other.schools.size() == 0
                        || isInOrder(
                                schools.get(last), learners.get(last), other.schools.get(0), other.learners.get(0)));
        schools.addAll(other.schools);
        learners.addAll(other.learners);
        cells.addAll(other.cells);
        for (int i = 0; i < values.length; i++) {
            values[i].addAll(other.values[i]);
            raise(i, other.magnitudes[i]);
        }
    }

    /** Gives back the memory that is kept for further facts. */
    public void trim() {
        schools.trim();
        learners.trim();
        cells.trim();
        for (LongColumn column : values) {
            column.trim();
        }
    }

    private void check(int school, int learner, long cell, long[] numbers) {
        if (school < UNKNOWN || learner < 0) {
            throw new IllegalArgumentException(
                    "school must be >= -1 and learner >= 0, were " + school + " and " + learner);
        }
        if (cell < 0 || cell >= shape.cells() || numbers.length != values.length) {
            throw new IllegalArgumentException("a fact must have a cell below " + shape.cells() + " and "
                    + values.length + " values, had " + cell + " and " + numbers.length);
        }
    }

    private void check(int[] codes) {
        if (codes.length != shape.axes().size()) {
            throw new IllegalArgumentException(
                    "a fact must have " + shape.axes().size() + " codes, had " + codes.length);
        }
        for (int axis = 0; axis < codes.length; axis++) {
            Axis along = shape.axes().get(axis);
            if (codes[axis] < 0 || codes[axis] >= along.nodes()) {
                throw new IllegalArgumentException("axis '" + along.name() + "' must have codes from 0 to "
                        + (along.nodes() - 1) + ", was " + codes[axis]);
            }
        }
    }

    /**
     * The facts by school and learner.
     *
     * @return facts to count; later additions do not change them
     */
    public Facts cluster() {
        return cluster(learner -> false);
    }

    /**
     * The facts by school and learner, of which some learners' are only a part. In what is counted, sums and schools
     * are those of all facts; only the other learners count as learners, and in their squares.
     *
     * @param elsewhere learners who are counted elsewhere, from all that they have
     * @return facts to count; later additions do not change them
     */
    public Facts cluster(IntPredicate elsewhere) {
        int[] order = ClusterOrder.of(schools, learners, isClustered);
        long schoolUnit = shape.unit(Scope.SCHOOL);
        long learnerUnit = Math.min(schoolUnit, shape.unit(Scope.LEARNER));
        long[] parts = new long[order.length];
        Runs runs = new Runs();
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            long cell = cells.get(row);
            long withinSchool = cell % schoolUnit;
            parts[i] = withinSchool % learnerUnit;
            runs.add(i, schools.get(row), cell - withinSchool, learners.get(row), withinSchool - parts[i]);
        }
        runs.end(order.length);
        long[][] ordered = new long[values.length][];
        for (int i = 0; i < values.length; i++) {
            ordered[i] = values[i].toArray(order);
        }
        return new Facts(shape, runs, parts, ordered, elsewhere);
    }
}
