// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.List;

/**
 * An aggregated quantity over the rows of a canonical table. Expressions are Spark SQL over the columns of that table;
 * a condition that is null counts as not held, and a row whose number or column is null does not contribute. Sums are
 * exact to a millionth, so that the order of the rows never changes a value.
 */
public sealed interface Measure {

    /**
     * Number of distinct values of a column among the rows.
     *
     * @param columns the columns whose distinct combinations are counted; not empty
     */
    record Distinct(List<String> columns) implements Measure {
        public Distinct {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("distinct needs at least one column");
            }
        }
    }

    /** Number of rows. */
    record Rows() implements Measure {}

    /**
     * Sum of an expression over the rows; rows where it is null add nothing.
     *
     * @param of numeric expression
     */
    record Sum(String of) implements Measure {}

    /**
     * Share of the denominator's units for which the numerator also holds, in [0, 1] before scaling to the indicator's
     * unit. A unit is a row, or a distinct combination of {@code per}: it is in the denominator if one of its rows is,
     * and in the numerator if one of its rows in the denominator fulfils it. The contributors of the cell are those of
     * the denominator, so that 100 % of one learner does not pass a threshold of ten.
     *
     * @param numerator condition
     * @param denominator condition; rows that do not fulfil it are left out of both counts
     * @param per columns whose distinct combinations are the units; empty when each row is one
     */
    record Rate(String numerator, String denominator, List<String> per) implements Measure {
        public Rate {
            per = List.copyOf(per);
        }

        /**
         * A share of rows.
         *
         * @param numerator condition
         * @param denominator condition; rows that do not fulfil it are left out of both counts
         */
        public Rate(String numerator, String denominator) {
            this(numerator, denominator, List.of());
        }
    }

    /**
     * Sum of an expression over the number of distinct units, for instance minutes per learner and week; a unit without
     * a number is not one.
     *
     * @param of numeric expression summed over the rows
     * @param per columns whose distinct combinations are the units divided by
     */
    record Mean(String of, List<String> per) implements Measure {
        public Mean {
            per = List.copyOf(per);
            if (per.isEmpty()) {
                throw new IllegalArgumentException("a mean needs the columns it is taken per");
            }
        }
    }

    /**
     * Quotient of two sums over the same rows.
     *
     * @param numerator numeric expression
     * @param denominator numeric expression
     */
    record RatioOfSums(String numerator, String denominator) implements Measure {}

    /**
     * Difference of another indicator's values between two codes of a dimension: value(advantaged) −
     * value(disadvantaged).
     *
     * @param indicator id of the other indicator, which the same table publishes
     * @param level dimension level that holds both codes
     * @param advantaged code whose value is taken first
     * @param disadvantaged code whose value is subtracted
     */
    record Gap(String indicator, String level, String advantaged, String disadvantaged) implements Measure {}

    /** Share of withheld cells; known only after the gate has decided, and computed from what is published. */
    record WithheldShare() implements Measure {}
}
