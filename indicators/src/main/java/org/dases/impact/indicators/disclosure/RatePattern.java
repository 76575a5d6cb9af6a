// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;

/**
 * What becomes of a rate in the cells that are not withheld for all series. The sets are disjoint and filled by their
 * maker.
 *
 * @param banded cells whose rate is printed as a band
 * @param exact cells whose rate is printed exactly
 * @param zeros cells without anybody below the line
 * @param lost cells whose rate is withheld, because the numerator of a banded one would follow from theirs
 */
record RatePattern(BitSet banded, BitSet exact, BitSet zeros, BitSet lost) {
    RatePattern() {
        this(new BitSet(), new BitSet(), new BitSet(), new BitSet());
    }
}
