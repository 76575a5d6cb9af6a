// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns of which none is a sum of the others, no two with the same first row. How each was made of those that were
 * added is kept as the steps by which it was.
 */
final class Basis {
    private final List<Element> elements = new ArrayList<>();
    private final Map<Integer, Element> byFirst = new HashMap<>();
    private boolean isForeseen;

    /**
     * Adds a column, unless it is a sum of those that were added before.
     *
     * @param number how it is called in what is told; not negative
     * @return how often each is in a sum of it and of those before that is nothing; empty where there is none
     */
    Optional<LinearSum> add(SparseColumn column, int number) {
        Element next = new Element(column, elements.size());
        next.reduce(byFirst);
        if (next.isNothing()) {
            return Optional.of(factors(next).plus(1, LinearSum.of(number)));
        }
        next.settle(number);
        elements.add(next);
        byFirst.put(next.first, next);
        isForeseen = false;
        return Optional.empty();
    }

    private void foresee() {
        isForeseen = true;
        byFirst.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(row -> Objects.requireNonNull(byFirst.get(row)).foresee(byFirst));
    }

    /** First rows, ascending: that of any sum of the columns is one of them. */
    Stream<Integer> firstRows() {
        return byFirst.keySet().stream().sorted();
    }

    /**
     * A number for a row. The values of a column, each times the number of its row, add up to 0 for a sum of the
     * columns that were added; for another column once in 2³¹.
     */
    int number(int row) {
        if (!isForeseen) {
            foresee();
        }
        return Element.number(row, byFirst);
    }

    /** How often each column is in a sum of them and of another that is nothing; empty where there is none. */
    Optional<LinearSum> factorsOf(SparseColumn column) {
        Element next = new Element(column, elements.size());
        next.reduce(byFirst);
        return next.isNothing() ? Optional.of(factors(next)) : Optional.empty();
    }

    /** How often each column that was added was added to one, by its steps and by those of what was added in them. */
    private LinearSum factors(Element made) {
        int[] times = new int[elements.size()];
        Map<Integer, Integer> factors = new HashMap<>();
        made.addSteps(1, times);
        for (int place = times.length - 1; place >= 0; place--) {
            if (times[place] != 0) {
                Element element = elements.get(place);
                factors.put(element.number, times[place]);
                element.addSteps(times[place], times);
            }
        }
        return LinearSum.of(factors);
    }

    /** A column, and how often which elements were added to it. */
    private static final class Element {
        private static final int FEW = 4;

        private final SparseColumn column;
        private final int place;
        private int number;
        private int first;
        private int share;
        private int[] rows = {};
        private int foreseen;
        private int[] steps = new int[FEW];
        private int length;

        Element(SparseColumn column, int place) {
            this.column = column.copy();
            this.place = place;
        }

        boolean isNothing() {
            return column.nonzero() == 0;
        }

        /** Remembers its first row, of which others are freed with it; it does not change any more. */
        void settle(int name) {
            number = name;
            rows = column.nonzeroRows();
            first = Arrays.stream(rows).min().orElseThrow();
            share = PrimeField.negative(PrimeField.inverse(column.get(first)));
        }

        /**
         * Chooses a number for the first row, so that the product with the numbers of all rows is 0. All columns of the
         * basis have that product, and so have their sums: a column that is no sum of them has another one, but for one
         * in 2³¹. Those of later rows are chosen already.
         */
        void foresee(Map<Integer, Element> basis) {
            foreseen = 0;
            foreseen = PrimeField.times(share, product(column, basis));
        }

        private static int product(SparseColumn column, Map<Integer, Element> basis) {
            int sum = 0;
            for (int slot = 0; slot < column.capacity(); slot++) {
                int value = column.valueAt(slot);
                if (value != 0) {
                    sum = PrimeField.add(sum, PrimeField.times(value, number(column.rowAt(slot), basis)));
                }
            }
            return sum;
        }

        /** The number of a row: an arbitrary one where that is no first row. */
        static int number(int row, Map<Integer, Element> basis) {
            Element each = basis.get(row);
            return each == null ? Image.of(row).first() : each.foreseen;
        }

        /**
         * Frees it of the first row of each of some columns, by that row, up to the first row of which it cannot be
         * freed. None of the columns has a row before its first: if there is such a row, it is no sum of them.
         */
        void reduce(Map<Integer, Element> basis) {
            BitSet open = new BitSet();
            Arrays.stream(column.nonzeroRows()).forEach(open::set);
            for (int row = open.nextSetBit(0); row >= 0; row = open.nextSetBit(row + 1)) {
                int value = column.get(row);
                if (value != 0) {
                    Element each = basis.get(row);
                    if (each == null) {
                        return;
                    }
                    int factor = PrimeField.times(value, each.share);
                    column.add(each.column, factor);
                    note(each.place, factor);
                    Arrays.stream(each.rows).forEach(open::set);
                }
            }
        }

        private void note(int other, int factor) {
            if (length == steps.length) {
                steps = Arrays.copyOf(steps, length * 2);
            }
            steps[length++] = other;
            steps[length++] = factor;
        }

        /** Adds how often its steps added which element, so many times. */
        void addSteps(int factor, int[] times) {
            for (int i = 0; i < length; i += 2) {
                times[steps[i]] = PrimeField.add(times[steps[i]], PrimeField.times(factor, steps[i + 1]));
            }
        }
    }
}
