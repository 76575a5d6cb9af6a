// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import org.jspecify.annotations.Nullable;

/**
 * A source failed. The message says problem, place, reason and what to do, and holds no secret and no value of a
 * record.
 */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, which decides whether trying again helps. */
    public enum Fault {
        /** Passing; try again after a while. */
        TRANSIENT,
        /** The source asks to slow down. */
        RATE_LIMITED,
        /** Credentials are no longer valid. */
        AUTH_EXPIRED,
        /** The contract no longer allows reading; never tried again. */
        CONTRACT_LOST,
        /** The data are not as described. */
        DATA,
        /** Trying again does not help. */
        PERMANENT
    }

    private final Fault fault;

    /**
     * Makes a fault.
     *
     * @param fault kind
     * @param message problem, place, reason, fix
     * @param cause what led to it, or null
     */
    public SourceException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * Kind of failure.
     *
     * @return never null
     */
    public Fault fault() {
        return fault;
    }
}
