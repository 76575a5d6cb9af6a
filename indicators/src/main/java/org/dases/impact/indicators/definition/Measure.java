// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.List;

/**
 * An aggregated quantity over the rows of a canonical table. Expressions are Spark SQL over the columns of that table;
 * a condition that is null counts as not held.
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
     * Share of the denominator's rows for which the numerator also holds. The contributors of the cell are those of the
     * denominator, so that 100 % of one learner does not pass a threshold of ten.
     *
     * @param numerator condition
     * @param denominator condition; rows that do not fulfil it are left out of both counts
     */
    record Rate(String numerator, String denominator) implements Measure {}

    /**
     * Sum of an expression over the number of distinct units, for instance minutes per learner and week.
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
