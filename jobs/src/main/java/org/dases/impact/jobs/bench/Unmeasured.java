// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

/** A comparison could not be made; the reason is the other engine's own words, or that it is not there. */
public final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isMissing;

    private Unmeasured(String reason, boolean isMissing, Exception cause) {
        super(reason, cause);
        this.isMissing = isMissing;
    }

    static Unmeasured missing(Exception cause) {
        return new Unmeasured("DuckDB is not on the class path", true, cause);
    }

    static Unmeasured failed(Exception cause) {
        return new Unmeasured(String.valueOf(cause.getMessage()), false, cause);
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
