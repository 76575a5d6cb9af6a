// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;
import java.util.Set;

/**
 * What an attacker must not be able to rule out: that a cell is larger than it is by so much, or smaller by so much.
 *
 * @param cell number of the cell
 * @param more how much more must stay possible; {@link #NEVER} when only less will do
 * @param less how much less would do as well; {@link #NEVER} when only more will do
 * @param known atoms whose counts the attacker knows, beside what is printed; for a {@link Proof} insiders are named by
 *     themselves
 */
public record Need(int cell, long more, long less, Set<Integer> known) implements Serializable {
    /** No change in this direction will do. */
    public static final long NEVER = Long.MAX_VALUE;

    public Need {
        if (more <= 0 || less <= 0) {
            throw new IllegalArgumentException("a need is about a change");
        }
        known = Set.copyOf(known);
    }

    /**
     * A need against an attacker who knows what is printed.
     *
     * @param cell number of the cell
     * @param more how much more must stay possible; {@link #NEVER} when only less will do
     * @param less how much less would do as well; {@link #NEVER} when only more will do
     */
    public Need(int cell, long more, long less) {
        this(cell, more, less, Set.of());
    }

    /** The same need against one who knows more. */
    Need against(Insider insider) {
        return new Need(cell, more, less, insider.atoms());
    }

    /** Whether any other number than the true one will do. */
    boolean isDoubt() {
        return more == 1 && less == 1;
    }

    boolean isMetBy(double change) {
        return change >= more - Move.ROUNDING || change <= Move.ROUNDING - less;
    }

    boolean isMetBy(double change, Move move) {
        return isMetBy(change) && !move.movesAny(known);
    }
}
