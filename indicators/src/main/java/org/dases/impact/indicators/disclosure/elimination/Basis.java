// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns of which none is a sum of the others, by their first rows, and how each was made of those that were added.
 */
final class Basis {
    private final Map<Integer, Tagged> byFirst = new HashMap<>();
    private final BitSet rows = new BitSet();

    /**
     * Adds a column, unless it is a sum of those that were added before.
     *
     * @param number how it is called in what is told
     * @return how often each is in a sum of it and of those before that is nothing; empty where there is none
     */
    Optional<LinearSum> add(SparseColumn column, int number) {
        Tagged next = new Tagged(column);
        next.factors.add(number, 1);
        Arrays.stream(column.nonzeroRows()).forEach(rows::set);
        next.reduce(byFirst);
        if (next.isNothing()) {
            return Optional.of(next.factors());
        }
        next.settle();
        byFirst.put(next.first, next);
        return Optional.empty();
    }

    /** All columns are there now. */
    void finish() {
        byFirst.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(row -> Objects.requireNonNull(byFirst.get(row)).foresee(byFirst));
    }

    /** Rows in which some column had a value when it was added. */
    Stream<Integer> rows() {
        return rows.stream().boxed();
    }

    /** How often each column is in a sum of them and of another that is nothing; empty where there is none. */
    Optional<LinearSum> factorsOf(SparseColumn column) {
        if (Tagged.product(column, byFirst) != 0) {
            return Optional.empty();
        }
        Tagged next = new Tagged(column);
        next.reduce(byFirst);
        return next.isNothing() ? Optional.of(next.factors()) : Optional.empty();
    }

    /** A column, and how often each of those that were added is in what was made of it. */
    private static final class Tagged {
        private final SparseColumn column;
        private final SparseColumn factors = new SparseColumn(2);
        private int first;
        private int share;
        private int[] rows = {};
        private int foreseen;

        Tagged(SparseColumn column) {
            this.column = column.copy();
        }

        boolean isNothing() {
            return column.nonzero() == 0;
        }

        LinearSum factors() {
            Map<Integer, Integer> nonzero = new HashMap<>();
            Arrays.stream(factors.nonzeroRows()).forEach(i -> nonzero.put(i, factors.get(i)));
            return LinearSum.of(nonzero);
        }

        /** Remembers its first row, of which others are freed with it; it does not change any more. */
        void settle() {
            rows = column.nonzeroRows();
            first = Arrays.stream(rows).min().orElseThrow();
            share = PrimeField.negative(PrimeField.inverse(column.get(first)));
        }

        /**
         * Chooses a number for the first row, so that the product with the numbers of all rows is 0. All columns of the
         * basis have that product, and so have their sums: a column that is no sum of them has another one, but for one
         * in 2³¹. Those of later rows are chosen already.
         */
        void foresee(Map<Integer, Tagged> basis) {
            foreseen = 0;
            foreseen = PrimeField.times(share, product(column, basis));
        }

        /** The sum of the values, each times the number of its row: an arbitrary one where that is no first row. */
        static int product(SparseColumn column, Map<Integer, Tagged> basis) {
            int sum = 0;
            for (int slot = 0; slot < column.capacity(); slot++) {
                int value = column.valueAt(slot);
                if (value != 0) {
                    Tagged each = basis.get(column.rowAt(slot));
                    int number = each == null ? Image.number(column.rowAt(slot)) : each.foreseen;
                    sum = PrimeField.add(sum, PrimeField.times(value, number));
                }
            }
            return sum;
        }

        /**
         * Frees it of the first row of each of some columns, by that row, up to the first row of which it cannot be
         * freed. None of the columns has a row before its first: if there is such a row, it is no sum of them.
         */
        void reduce(Map<Integer, Tagged> basis) {
            BitSet open = new BitSet();
            Arrays.stream(column.nonzeroRows()).forEach(open::set);
            for (int row = open.nextSetBit(0); row >= 0; row = open.nextSetBit(row + 1)) {
                int value = column.get(row);
                if (value != 0) {
                    Tagged each = basis.get(row);
                    if (each == null) {
                        return;
                    }
                    int factor = PrimeField.times(value, each.share);
                    column.add(each.column, factor);
                    factors.add(each.factors, factor);
                    Arrays.stream(each.rows).forEach(open::set);
                }
            }
        }
    }
}
