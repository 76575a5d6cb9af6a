// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

/** The unit of an indicator's value. */
public enum Unit {
    /** A whole number of persons, schools, rows or things. */
    COUNT,
    /** A share, published as 0 to 100. */
    PERCENT,
    /** Minutes. */
    MINUTES,
    /** A quotient without unit. */
    RATIO,
    /** A difference of percentages, in points. */
    POINTS,
    /** Hours. */
    HOURS,
    /** Standard deviations: the unit of an effect size. */
    SD,
    /** Months of progress. */
    MONTHS,
    /** A class of a scale, for instance an evidence level from I to IV. */
    CLASS
}
