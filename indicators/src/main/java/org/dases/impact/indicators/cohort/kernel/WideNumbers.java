// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of the cells of a cube whose axes have more combinations than 63 bits tell apart. Of each scope only those
 * that occur are numbered, so that a cell still is one number, with three digits: what the school, the learner and the
 * rest give. Counting them therefore costs what it costs in a small cube.
 */
final class WideNumbers implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Digit> digits = new ArrayList<>();
    /** The digit that each axis is in. */
    private final Digit[] digitOf;
    /** Position of each axis among those of its digit. */
    private final int[] position;

    private final long cells;

    /**
     * Numbers the cells.
     *
     * @param axes the axes
     * @param facts the node on each axis, fact by fact
     * @param most more combinations of one scope than this are refused, since the cube has at least as many cells
     */
    WideNumbers(List<Axis> axes, FactPlaces facts, int most) {
        digitOf = new Digit[axes.size()];
        position = new int[axes.size()];
        for (Scope scope : Scope.values()) {
            List<Integer> own = new ArrayList<>();
            for (int axis = 0; axis < axes.size(); axis++) {
                if (axes.get(axis).scope() == scope) {
                    position[axis] = own.size();
                    own.add(axis);
                }
            }
            Digit digit = new Digit(
                    scope, own, new Combinations(own.stream().map(axes::get).toList(), most));
            own.forEach(axis -> digitOf[axis] = digit);
            digits.add(0, digit);
        }
        facts.forEach(codes -> digits.forEach(digit -> digit.add(codes)));
        long product = 1;
        for (Digit digit : digits) {
            digit.combinations.close();
            digit.unit = product;
            long size = Math.max(1, digit.combinations.size());
            if (product > Long.MAX_VALUE / size) {
                throw CubeRefused.tooWide(CubeShape.widest(axes));
            }
            product *= size;
        }
        cells = product;
    }

    /** The combinations of one scope; those of free axes change fastest. */
    private static final class Digit implements Serializable {
        private static final long serialVersionUID = 1;

        private final Scope scope;
        private final int[] axes;
        private final Combinations combinations;
        private long unit;

        Digit(Scope scope, List<Integer> axes, Combinations combinations) {
            this.scope = scope;
            this.axes = axes.stream().mapToInt(Integer::intValue).toArray();
            this.combinations = combinations;
        }

        void add(int[] codes) {
            combinations.add(own(codes));
        }

        int[] own(int[] codes) {
            int[] own = new int[axes.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = codes[axes[i]];
            }
            return own;
        }

        int of(long cell) {
            return (int) (cell / unit % combinations.size());
        }
    }

    long cells() {
        return cells;
    }

    /** What the parts of one scope are multiples of. */
    long unit(Scope scope) {
        return digits.stream()
                .filter(digit -> digit.scope == scope)
                .mapToLong(digit -> digit.unit)
                .sum();
    }

    int node(long cell, int axis) {
        Digit digit = digitOf[axis];
        return digit.combinations.node(digit.of(cell), position[axis]);
    }

    /** The cell with the node above on one axis, which has one. */
    long above(long cell, int axis) {
        Digit digit = digitOf[axis];
        int number = digit.of(cell);
        return cell + (digit.combinations.above(number, position[axis]) - number) * digit.unit;
    }

    /** Number of a cell in which or below which a fact is. */
    long cell(int[] codes) {
        long cell = 0;
        for (Digit digit : digits) {
            cell += digit.combinations.number(digit.own(codes)) * digit.unit;
        }
        return cell;
    }
}
