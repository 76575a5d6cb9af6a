// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.time.Duration;
import java.util.Optional;
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
    private final @Nullable Duration retryAfter;

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
        this.retryAfter = null;
    }

    private SourceException(String message, Duration retryAfter) {
        super(message);
        this.fault = Fault.RATE_LIMITED;
        this.retryAfter = retryAfter;
    }

    /**
     * Makes the fault of a source that says how long to wait.
     *
     * @param message problem, place, reason, fix
     * @param retryAfter how long the source asks to wait
     * @return a fault of kind RATE_LIMITED
     */
    public static SourceException rateLimited(String message, Duration retryAfter) {
        return new SourceException(message, retryAfter);
    }

    /**
     * How long the source asks to wait.
     *
     * @return empty when it does not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
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
