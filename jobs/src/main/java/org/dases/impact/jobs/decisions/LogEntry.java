// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.lake.Digest;

/**
 * A decision in its place in the log.
 *
 * @param number its place, from 1
 * @param previous hash of the entry before; {@link #START} for the first
 * @param decided what was decided
 * @param hash SHA-256 over all of these
 */
public record LogEntry(long number, String previous, Decided decided, String hash) {
    /** What the first entry goes on from. */
    public static final String START = "0".repeat(64);

    static LogEntry after(long number, String previous, Decided decided) {
        return new LogEntry(number, previous, decided, hash(number, previous, decided));
    }

    /** Whether the entry is as it was written. */
    boolean isWhole() {
        return hash.equals(hash(number, previous, decided));
    }

    /** Each part's length goes in, so that no text can be moved from one part to another. */
    private static String hash(long number, String previous, Decided decided) {
        List<String> parts = new ArrayList<>(List.of(
                Long.toString(number),
                previous,
                decided.at().toString(),
                decided.point(),
                decided.dataset(),
                decided.contract(),
                decided.sha256(),
                decided.action(),
                Boolean.toString(decided.permitted()),
                Integer.toString(decided.purposes().size())));
        parts.addAll(decided.purposes());
        parts.addAll(decided.reasons());
        return Digest.of(parts);
    }
}
