// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds entries to one another, and finds out where that bond is broken. */
final class Chain {
    private Chain() {}

    /** Decisions as the entries that follow a head. */
    static List<LogEntry> extend(Head head, List<Decided> decisions) {
        List<LogEntry> entries = new ArrayList<>();
        Head last = head;
        for (Decided decided : decisions) {
            LogEntry entry = LogEntry.after(last.number() + 1, last.hash(), decided);
            entries.add(entry);
            last = new Head(entry.number(), entry.hash());
        }
        return entries;
    }

    /**
     * Checks entries.
     *
     * @param entries in the order of their numbers
     * @param head the last entry that was written
     * @return where the log is broken first; empty when it is whole
     */
    static Optional<Break> check(List<LogEntry> entries, Head head) {
        Head last = Head.NONE;
        for (LogEntry entry : entries) {
            long expected = last.number() + 1;
            if (entry.number() > expected) {
                return Optional.of(new Break(Break.Kind.MISSING, expected));
            }
            if (entry.number() < expected) {
                return Optional.of(new Break(Break.Kind.TWICE, entry.number()));
            }
            if (!entry.isWhole()) {
                return Optional.of(new Break(Break.Kind.CHANGED, entry.number()));
            }
            if (!entry.previous().equals(last.hash())) {
                return Optional.of(new Break(Break.Kind.MOVED, entry.number()));
            }
            if (entry.number() == head.number() && !entry.hash().equals(head.hash())) {
                return Optional.of(new Break(Break.Kind.REPLACED, entry.number()));
            }
            if (entry.number() > head.number()) {
                return Optional.of(new Break(Break.Kind.ADDED, entry.number()));
            }
            last = new Head(entry.number(), entry.hash());
        }
        return last.number() < head.number()
                ? Optional.of(new Break(Break.Kind.MISSING, last.number() + 1))
                : Optional.empty();
    }
}
