// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.util.ArrayList;
import java.util.List;

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
     * Takes what was noted out of the book.
     *
     * @return oldest first
     */
    public synchronized List<Decided> take() {
        List<Decided> taken = List.copyOf(decisions);
        decisions.clear();
        return taken;
    }
}
