// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.io.Serializable;

/**
 * What an attacker must not be able to rule out: that a cell is larger than it is by so much, or smaller by so much.
 *
 * @param cell number of the cell
 * @param more how much more must stay possible; {@link #NEVER} when only less will do
 * @param less how much less would do as well; {@link #NEVER} when only more will do
 */
public record Need(int cell, long more, long less) implements Serializable {
    /** No change in this direction will do. */
    public static final long NEVER = Long.MAX_VALUE;

    public Need {
        if (more <= 0 || less <= 0) {
            throw new IllegalArgumentException("a need is about a change");
        }
    }

    boolean isMetBy(double change) {
        return change >= more - Move.ROUNDING || change <= Move.ROUNDING - less;
    }
}
