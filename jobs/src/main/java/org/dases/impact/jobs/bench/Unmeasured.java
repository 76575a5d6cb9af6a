// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import org.jspecify.annotations.Nullable;

/** A comparison could not be made; the reason is in the words of the engine that failed, or that DuckDB is missing. */
public final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isMissing;

    private Unmeasured(String reason, boolean isMissing, @Nullable Exception cause) {
        super(reason, cause);
        this.isMissing = isMissing;
    }

    static Unmeasured missing(Exception cause) {
        return new Unmeasured("DuckDB is not on the class path", true, cause);
    }

    static Unmeasured failed(Exception cause) {
        return new Unmeasured(String.valueOf(cause.getMessage()), false, cause);
    }

    static Unmeasured because(String reason) {
        return because(reason, null);
    }

    static Unmeasured because(String reason, @Nullable Exception cause) {
        return new Unmeasured(reason, false, cause);
    }

    /**
     * Whether DuckDB was not found.
     *
     * @return false when it was found and failed
     */
    public boolean isMissing() {
        return isMissing;
    }
}
