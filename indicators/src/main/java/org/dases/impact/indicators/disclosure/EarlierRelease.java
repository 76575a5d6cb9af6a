// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.time.Instant;

/**
 * A release that readers have already.
 *
 * @param id its number or name
 * @param at when it was released; a figure that is reprinted from it bears this date
 * @param ledger what the gate remembered of it
 */
public record EarlierRelease(String id, Instant at, Ledger ledger) {}
