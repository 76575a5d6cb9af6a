// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.Optional;

/** Whether rows that landed under a contract may be kept. */
sealed interface Verdict {
    /** They may. */
    record Keep() implements Verdict {}

    /**
     * They may not.
     *
     * @param cause why
     * @param before of the rows only those pulled before this instant; empty: all of them
     * @param reason a sentence that a lawyer can read
     */
    record Due(Cause cause, Optional<Instant> before, String reason) implements Verdict {}

    /**
     * Nobody can tell, so that they are neither used nor destroyed.
     *
     * @param reason why, and what to do
     */
    record Unclear(String reason) implements Verdict {}
}
