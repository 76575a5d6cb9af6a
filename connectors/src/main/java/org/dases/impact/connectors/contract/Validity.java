// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a contract holds.
 *
 * @param from first instant; empty when it holds since its signing
 * @param until last instant; empty when no end is stated
 */
public record Validity(Optional<Instant> from, Optional<Instant> until) {
    /** No bound on either side. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /**
     * Whether it begins after an instant.
     *
     * @param at instant
     * @return true when the contract does not hold yet
     */
    public boolean beginsAfter(Instant at) {
        return from.filter(at::isBefore).isPresent();
    }

    /**
     * Whether it ended before an instant.
     *
     * @param at instant
     * @return true when the contract holds no more
     */
    public boolean endedBefore(Instant at) {
        return until.filter(at::isAfter).isPresent();
    }

    /** The time that is in both. */
    Validity and(Validity other) {
        return new Validity(Bounds.later(from, other.from, false), Bounds.earlier(until, other.until, false));
    }

    /** The shortest time that covers both. */
    Validity or(Validity other) {
        return new Validity(Bounds.earlier(from, other.from, true), Bounds.later(until, other.until, true));
    }
}
