// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

/** Collects facts in any order; those that come by school and learner need no sorting. */
public final class FactTable {
    private static final int UNKNOWN = -1;

    private final CubeShape shape;
    private final IntColumn schools = new IntColumn();
    private final LongColumn schoolParts = new LongColumn();
    private final IntColumn learners = new IntColumn();
    private final LongColumn learnerParts = new LongColumn();
    private final LongColumn freeParts = new LongColumn();
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
        check(school, learner, codes, numbers);
        int last = schools.size() - 1;
        isClustered &= last < 0
                || schools.get(last) < school
                || (schools.get(last) == school && learners.get(last) <= learner);
        schools.add(school);
        learners.add(learner);
        schoolParts.add(shape.part(Scope.SCHOOL, codes));
        learnerParts.add(shape.part(Scope.LEARNER, codes));
        freeParts.add(shape.part(Scope.FREE, codes));
        for (int i = 0; i < values.length; i++) {
            values[i].add(numbers[i]);
            magnitudes[i] = magnitude(i, numbers[i]);
        }
    }

    /** Every cell's sum is one over some of the facts: when all magnitudes fit together, none can overflow. */
    private long magnitude(int measure, long number) {
        try {
            return Math.addExact(magnitudes[measure], Math.absExact(number));
        } catch (ArithmeticException e) {
            CubeRefused refused = CubeRefused.overflow(measure);
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private void check(int school, int learner, int[] codes, long[] numbers) {
        if (school < UNKNOWN || learner < 0) {
            throw new IllegalArgumentException(
                    "school must be >= -1 and learner >= 0, were " + school + " and " + learner);
        }
        if (codes.length != shape.axes().size() || numbers.length != values.length) {
            throw new IllegalArgumentException(
                    "a fact must have " + shape.axes().size() + " codes and " + values.length + " values, had "
                            + codes.length + " and " + numbers.length);
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
        int rows = schools.size();
        int[] order = ClusterOrder.of(schools, learners, isClustered);
        Runs runs = new Runs();
        for (int i = 0; i < rows; i++) {
            int row = order[i];
            runs.add(i, schools.get(row), schoolParts.get(row), learners.get(row), learnerParts.get(row));
        }
        runs.end(rows);
        long[][] ordered = new long[values.length][];
        for (int i = 0; i < values.length; i++) {
            ordered[i] = values[i].toArray(order);
        }
        return new Facts(shape, runs, freeParts.toArray(order), ordered);
    }
}
