// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.time.Instant;

/**
 * A release that readers have already.
 *
 * @param id its number or name
 * @param at when it was released; a figure that is reprinted from it bears this date
 * @param ledger what the gate remembered of it
 * @param isReprintable whether its figures may be printed again; what they told is known all the same
 */
public record EarlierRelease(String id, Instant at, Ledger ledger, boolean isReprintable) {

    /** One whose figures may be printed again. */
    public EarlierRelease(String id, Instant at, Ledger ledger) {
        this(id, at, ledger, true);
    }
}
