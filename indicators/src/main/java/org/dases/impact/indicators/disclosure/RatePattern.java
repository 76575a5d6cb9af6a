// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;

/**
 * What becomes of a rate in the cells that are not withheld for all series. The sets are disjoint and filled by their
 * maker.
 *
 * @param onesided cells where one side of the rate is too small
 * @param exact cells whose rate is printed exactly
 * @param zeros cells without anybody below the line
 * @param lost cells whose rate is withheld, because the numerator of a one-sided one would follow from theirs
 * @param margins what tables have in common of the rate
 * @param isTold whether another series prints the rate's numerator, so that a band is no protection
 */
record RatePattern(BitSet onesided, BitSet exact, BitSet zeros, BitSet lost, SharedMargins margins, boolean isTold) {
    RatePattern(SharedMargins margins, boolean isTold) {
        this(new BitSet(), new BitSet(), new BitSet(), new BitSet(), margins, isTold);
    }

    /** Whether the rate is withheld in a cell that other series print. */
    boolean isWithheld(int cell) {
        return lost.get(cell) || (isTold && onesided.get(cell));
    }
}
