// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import org.dases.impact.indicators.definition.Measure;

/**
 * What lies between two values, as Spark SQL over the cells {@code a} of the advantaged and {@code d} of the others.
 *
 * @param value the comparison
 * @param low lower limit of its confidence interval
 * @param high upper limit
 */
record Between(String value, String low, String high) {
    /** From logits to standard deviations. */
    private static final String COX = " / 1.65";

    static Between of(Measure measure) {
        if (measure instanceof Measure.Parity) {
            return new Between(
                    "try_divide(d.value, a.value)",
                    quotientLimit("low", "high", "-"),
                    quotientLimit("high", "low", "+"));
        } else if (measure instanceof Measure.EffectSize) {
            String difference = logit("a.value") + " - " + logit("d.value");
            return new Between(
                    "(" + difference + ")" + COX,
                    "(" + difference + " - " + logitDistance("low", "high") + ")" + COX,
                    "(" + difference + " + " + logitDistance("high", "low") + ")" + COX);
        }
        return new Between(
                "a.value - d.value",
                "a.value - d.value - " + distance("a", "low", "d", "high"),
                "a.value - d.value + " + distance("a", "high", "d", "low"));
    }

    /** Limits of a difference from those of its parts: Newcombe 1998, method 10 (MOVER). */
    private static String distance(String first, String end, String second, String otherEnd) {
        return "sqrt(power(" + first + ".value - " + first + ".ci_" + end + ", 2) + power(" + second + ".value - "
                + second + ".ci_" + otherEnd + ", 2))";
    }

    /** The same of logits: on this scale Wilson's limits lie as far above as below (Newcombe 2001). */
    private static String logitDistance(String end, String otherEnd) {
        return "sqrt(power(" + logit("a.value") + " - " + logit("a.ci_" + end) + ", 2) + power(" + logit("d.value")
                + " - " + logit("d.ci_" + otherEnd) + ", 2))";
    }

    /** Null where the share is 0 or 1, of which the logit is not finite. */
    private static String logit(String share) {
        String side = share.substring(0, 1);
        String whole = "if(" + side + ".unit = 'percent', 100D, 1D)";
        return "if(" + share + " > 0 and " + share + " < " + whole + ", ln(" + share + " / (" + whole + " - " + share
                + ")), null)";
    }

    /**
     * Limits of a quotient from those of its parts, null where they would be infinite: Donner and Zou 2012, Statistical
     * Methods in Medical Research 21:347 (MOVER-R).
     */
    private static String quotientLimit(String end, String otherEnd, String sign) {
        String above = "d.ci_" + end + " * (2 * d.value - d.ci_" + end + ")";
        String below = "a.ci_" + otherEnd + " * (2 * a.value - a.ci_" + otherEnd + ")";
        String both = "d.value * a.value";
        return "try_divide(" + both + " " + sign + " sqrt(greatest(0D, power(" + both + ", 2) - " + above + " * "
                + below + ")), " + below + ")";
    }
}
