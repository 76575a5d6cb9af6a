// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A 95 % confidence interval.
 *
 * @param low lower limit, finite
 * @param high upper limit, finite
 */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;
    /** Above this many degrees of freedom t is normal to the fourth decimal. */
    private static final int NORMAL_ABOVE = 10_000;

    /**
     * Wilson's score interval of a proportion, in [0, 1].
     *
     * @param successes in [0, n]
     * @param n number of units
     * @return empty when n is 0
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Optional<Interval> wilson(double successes, double n) {
        if (n <= 0) {
            return Optional.empty();
        }
        double p = successes / n;
        double z2n = Z * Z / n;
        double centre = (p + z2n / 2) / (1 + z2n);
        double half = Z / (1 + z2n) * Math.sqrt(p * (1 - p) / n + z2n / (4 * n));
        return Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }

    /**
     * Wilson's interval of a proportion of units that belong to contributors, who are what was drawn: with as many
     * units as would vary as much if each were drawn by itself, and Student's t for so many contributors. Where nothing
     * varies, at 0 and at 1, the units of a contributor are taken for all alike. With one unit each it is Wilson's.
     *
     * @param n contributors
     * @param x Σ over contributors of x, the contributor's units in the numerator
     * @param m Σ of m, the contributor's units
     * @param xx Σ of x²
     * @param xm Σ of x·m
     * @param mm Σ of m²
     * @return empty when m is 0
     * @see <a href="https://www150.statcan.gc.ca/n1/pub/12-001-x/1998002/article/4356-eng.pdf">Korn and Graubard
     *     1998</a>
     * @see <a href="https://doi.org/10.1093/jssam/smv024">Dean and Pagano 2015</a>
     */
    public static Optional<Interval> clustered(long n, double x, double m, double xx, double xm, double mm) {
        if (m <= n) {
            return wilson(x, m);
        }
        double p = x / m;
        double units = m * m / mm;
        if (x > 0 && x < m && n > 1) {
            double squares = Math.max(0, xx - 2 * p * xm + p * p * mm);
            double variance = squares * n / (n - 1) / (m * m);
            double ratio = Z / t(n - 1);
            units = Math.min(m, p * (1 - p) / variance * ratio * ratio);
        }
        return wilson(p * units, units);
    }

    private static double t(long freedom) {
        return freedom > NORMAL_ABOVE ? Z : new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
    }

    /**
     * Student's t interval of a mean of units that belong to contributors, who are what was drawn: with one unit each
     * it is the usual mean ± t·s/√n, with several it is that of the ratio Σx/Σm.
     *
     * @param n contributors
     * @param x Σ over contributors of x, the contributor's sum
     * @param m Σ of m, the contributor's number of units
     * @param xx Σ of x²
     * @param xm Σ of x·m
     * @param mm Σ of m²
     * @return empty for fewer than two contributors
     * @see <a href="https://doi.org/10.1002/9780470316535">Cochran 1977, 6.4: ratio estimates</a>
     */
    public static Optional<Interval> mean(long n, double x, double m, double xx, double xm, double mm) {
        if (n < 2 || m <= 0) {
            return Optional.empty();
        }
        double mean = x / m;
        double squares = Math.max(0, xx - 2 * mean * xm + mean * mean * mm);
        double error = Math.sqrt(squares / (n - 1) * n) / m;
        double reach = t(n - 1) * error;
        return Optional.of(new Interval(mean - reach, mean + reach));
    }
}
