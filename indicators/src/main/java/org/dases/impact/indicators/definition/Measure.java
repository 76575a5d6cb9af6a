// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.List;
import java.util.Optional;

/**
 * An aggregated quantity over the rows of a canonical table. Expressions are Spark SQL over the columns of that table;
 * a condition that is null counts as not held, and a row whose number or column is null does not contribute. Sums are
 * exact to a millionth, so that the order of the rows never changes a value.
 */
public sealed interface Measure {

    /**
     * Whether the value is computed from rows, rather than from other cells, by the gate, or by a study.
     *
     * @return false for gap, parity, effect size, withheld share and study
     */
    default boolean isOfRows() {
        return true;
    }

    /**
     * Whether the gate has a rule for such a figure. What it has none for is not published.
     *
     * @return false for a study
     */
    default boolean isJudgedByTheGate() {
        return true;
    }

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
     * @param repeats how often the numerator must hold for a unit to be in it, where once is not enough
     */
    record Rate(String numerator, String denominator, List<String> per, Optional<Repeats> repeats) implements Measure {
        public Rate {
            per = List.copyOf(per);
            if (repeats.isPresent() && per.isEmpty()) {
                throw new IllegalArgumentException("a row cannot repeat itself: a rate with repeats needs its units");
            }
        }

        /**
         * A share of units that are in the numerator as soon as one of their rows is.
         *
         * @param numerator condition
         * @param denominator condition; rows that do not fulfil it are left out of both counts
         * @param per columns whose distinct combinations are the units; empty when each row is one
         */
        public Rate(String numerator, String denominator, List<String> per) {
            this(numerator, denominator, per, Optional.empty());
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
     * So many distinct things among a unit's rows: three weeks of activity, two solutions.
     *
     * @param distinct columns whose distinct combinations are counted, among the unit's rows that fulfil the numerator;
     *     a combination with a null is none
     * @param atLeast how many put the unit into the numerator; at least 1
     */
    record Repeats(List<String> distinct, int atLeast) {
        public Repeats {
            distinct = List.copyOf(distinct);
            if (distinct.isEmpty() || atLeast < 1) {
                throw new IllegalArgumentException("repeats need columns and a number from 1, was " + atLeast);
            }
        }
    }

    /**
     * Sum of an expression over the number of distinct units, for instance minutes per learner and week; a unit without
     * a number is not one.
     *
     * @param of numeric expression summed over the rows
     * @param per columns whose distinct combinations are the units divided by
     * @param distinct columns; rows of a unit that are equal in them are one, with the greatest of their numbers. Empty
     *     when each row counts
     */
    record Mean(String of, List<String> per, List<String> distinct) implements Measure {
        public Mean {
            per = List.copyOf(per);
            distinct = List.copyOf(distinct);
            if (per.isEmpty()) {
                throw new IllegalArgumentException("a mean needs the columns it is taken per");
            }
        }

        /**
         * A mean over all rows.
         *
         * @param of numeric expression summed over the rows
         * @param per columns whose distinct combinations are the units divided by
         */
        public Mean(String of, List<String> per) {
            this(of, per, List.of());
        }
    }

    /**
     * Exact percentile of the units' sums, linear between the two nearest; for instance the median of minutes per
     * learner and week.
     *
     * @param of numeric expression summed over a unit's rows
     * @param per columns whose distinct combinations are the units; the contributor is one of them
     * @param distinct as of {@link Mean}
     * @param at which percentile, in (0, 1); 0 and 1 would be the value of one unit
     */
    record Quantile(String of, List<String> per, List<String> distinct, double at) implements Measure {
        public Quantile {
            per = List.copyOf(per);
            distinct = List.copyOf(distinct);
            if (per.isEmpty() || !(at > 0 && at < 1)) {
                throw new IllegalArgumentException("a quantile needs its units and lies between 0 and 1, was " + at);
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

    /** A measure that compares another indicator's values between two codes of a dimension's level. */
    sealed interface Comparison extends Measure {
        /**
         * The other indicator.
         *
         * @return its id; the same table publishes it
         */
        String indicator();

        /**
         * Where the codes stand.
         *
         * @return dimension level that holds both codes
         */
        String level();

        /**
         * The one side.
         *
         * @return code of the advantaged group
         */
        String advantaged();

        /**
         * The other side.
         *
         * @return code of the disadvantaged group
         */
        String disadvantaged();

        @Override
        default boolean isOfRows() {
            return false;
        }
    }

    /**
     * Difference of another indicator's values between two codes of a dimension: value(advantaged) −
     * value(disadvantaged).
     *
     * @param indicator id of the other indicator, which the same table publishes
     * @param level dimension level that holds both codes
     * @param advantaged code whose value is taken first
     * @param disadvantaged code whose value is subtracted
     */
    record Gap(String indicator, String level, String advantaged, String disadvantaged) implements Comparison {}

    /**
     * Quotient of another indicator's values between two codes of a dimension: value(disadvantaged) /
     * value(advantaged); 1 is parity. Undefined where the advantaged value is 0.
     *
     * @param indicator id of the other indicator, which the same table publishes
     * @param level dimension level that holds both codes
     * @param advantaged code whose value is divided by
     * @param disadvantaged code whose value is divided
     */
    record Parity(String indicator, String level, String advantaged, String disadvantaged) implements Comparison {}

    /**
     * Difference of two rates between two codes of a dimension in standard deviations, by Cox's d: (logit p advantaged
     * − logit p disadvantaged) / 1.65. Without the correction for small samples, by which the value would tell how many
     * learners there are, and which is below 1.3 % from 60 on. Undefined where a rate is 0 or 1.
     *
     * @param indicator id of the other indicator, a rate, which the same table publishes
     * @param level dimension level that holds both codes
     * @param advantaged code whose logit is taken first
     * @param disadvantaged code whose logit is subtracted
     * @see <a href="https://doi.org/10.1037/1082-989X.8.4.448">Sánchez-Meca, Marín-Martínez and Chacón-Moscoso 2003</a>
     */
    record EffectSize(String indicator, String level, String advantaged, String disadvantaged) implements Comparison {}

    /** Share of withheld cells; known only after the gate has decided, and computed from what is published. */
    record WithheldShare() implements Measure {
        @Override
        public boolean isOfRows() {
            return false;
        }
    }

    /**
     * Result of an impact study, which has a design and arms of its own; no cell of a cube.
     *
     * @param method name of the method, for instance {@code hedges-g}
     */
    record Study(String method) implements Measure {
        @Override
        public boolean isJudgedByTheGate() {
            return false;
        }

        @Override
        public boolean isOfRows() {
            return false;
        }
    }
}
