// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.BitSet;

/** What may be printed. */
public final class Outcome {
    private final BitSet printed;
    private final BitSet implied;

    Outcome(BitSet printed, BitSet implied) {
        this.printed = printed;
        this.implied = implied;
    }

    /**
     * Whether a candidate may be printed.
     *
     * @param candidate its place in the order
     * @return false if it must be withheld
     */
    public boolean isPrinted(int candidate) {
        return printed.get(candidate);
    }

    /** Whether a candidate that may be printed tells nothing new in the first view, after the others. */
    boolean isImplied(int candidate) {
        return implied.get(candidate);
    }
}
