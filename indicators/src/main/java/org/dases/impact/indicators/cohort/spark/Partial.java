// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.math.BigInteger;
import org.dases.impact.indicators.cohort.TableRefused;
import org.jspecify.annotations.Nullable;

/** Sums over contributors that are still to be added to those of the other tasks. */
final class Partial {
    /**
     * What a sum is about: the contributors, those of one school, of one provider, a shared unit, units of one value,
     * or contributors of whom that is the least or the greatest value.
     */
    enum Of {
        CONTRIBUTORS,
        SCHOOL,
        PROVIDER,
        UNIT,
        VALUE,
        LEAST,
        GREATEST
    }

    /**
     * Where a sum belongs.
     *
     * @param cell the cell
     * @param indicator position of the indicator
     * @param of what the sum is about
     * @param name of the school, provider or unit, or the value; null for all contributors
     */
    record Key(Place cell, int indicator, Of of, @Nullable String name) {}

    /** 2¹²⁶ has 38 digits, as many as Spark's decimals hold. */
    private static final int MOST_BITS = 126;

    private final UnitRule rule;
    private long contributors;
    private long numerator;
    private long denominator;
    private long hits;
    private long misses;
    private BigInteger xx = BigInteger.ZERO;
    private BigInteger xm = BigInteger.ZERO;
    private BigInteger mm = BigInteger.ZERO;

    /**
     * Nothing yet.
     *
     * @param rule how the indicator's numbers add up
     */
    Partial(UnitRule rule) {
        this.rule = rule;
    }

    /** One contributor more. */
    void add(long x, long y, boolean hit, boolean miss) {
        contributors++;
        numerator = rule.plus(numerator, x);
        denominator = rule.plus(denominator, y);
        hits += hit ? 1 : 0;
        misses += miss ? 1 : 0;
    }

    /** The contributor's squares, from which the interval of a mean is made. */
    void addSquares(long x, long m) {
        BigInteger bigX = BigInteger.valueOf(x);
        BigInteger bigM = BigInteger.valueOf(m);
        xx = xx.add(bigX.multiply(bigX));
        xm = xm.add(bigX.multiply(bigM));
        mm = mm.add(bigM.multiply(bigM));
        if (xx.bitLength() > MOST_BITS || xm.bitLength() > MOST_BITS || mm.bitLength() > MOST_BITS) {
            throw TableRefused.overflow(rule.indicator());
        }
    }

    /** The sums in the order of {@link WalkPlan#SUMS}. */
    Object[] sums() {
        return new Object[] {
            contributors,
            numerator,
            denominator,
            hits,
            misses,
            new java.math.BigDecimal(xx),
            new java.math.BigDecimal(xm),
            new java.math.BigDecimal(mm)
        };
    }
}
