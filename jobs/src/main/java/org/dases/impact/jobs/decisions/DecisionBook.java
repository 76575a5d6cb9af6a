// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects decisions until they are written. Safe for use by several threads. */
public final class DecisionBook {
    private final List<Decided> decisions = new ArrayList<>();

    /** Makes an empty book. */
    public DecisionBook() {}

    /**
     * Notes a decision.
     *
     * @param decision what was decided
     */
    public synchronized void note(Decided decision) {
        decisions.add(decision);
    }

    /**
     * Writes what was noted somewhere. It leaves the book only once that is done: what could not be written is written
     * the next time.
     *
     * @param log takes the decisions, oldest first, or throws
     */
    public synchronized void emptyInto(Consumer<List<Decided>> log) {
        log.accept(List.copyOf(decisions));
        decisions.clear();
    }
}
