// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects decisions until they are written into the log. What is noted lies in a file at once, so that a run that is
 * killed loses none: the next one that writes the log begins with it. Safe for use by several threads.
 */
public final class DecisionBook {
    private final List<Decided> decisions = new ArrayList<>();
    private final Optional<Pending> pending;
    private boolean recovered;

    /** Makes an empty book that is lost with the process. */
    public DecisionBook() {
        this.pending = Optional.empty();
    }

    /**
     * Makes a book that outlives the process. Whoever notes or empties holds the lake's lease.
     *
     * @param file where decisions lie until they are in the log; what a killed run left there comes first
     */
    public DecisionBook(Path file) {
        this.pending = Optional.of(new Pending(file));
    }

    /**
     * Notes a decision, before anything is done by it.
     *
     * @param decision what was decided
     */
    public synchronized void note(Decided decision) {
        recover();
        pending.ifPresent(file -> file.add(decision));
        decisions.add(decision);
    }

    /**
     * Writes what was noted somewhere. It leaves the book only once that is done: what could not be written is written
     * the next time. A run that is killed between the two has it in the log twice, which is better than not at all.
     *
     * @param log takes the decisions, oldest first, or throws
     */
    public synchronized void emptyInto(Consumer<List<Decided>> log) {
        recover();
        log.accept(List.copyOf(decisions));
        pending.ifPresent(Pending::clear);
        decisions.clear();
    }

    private void recover() {
        if (!recovered) {
            pending.ifPresent(file -> decisions.addAll(file.read()));
            recovered = true;
        }
    }
}
