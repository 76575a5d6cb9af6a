// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody most likely meant, by Levenshtein distance. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Finds the nearest known name.
     *
     * @param written what was written
     * @param known names that exist
     * @return the nearest, if it is near: at most a third of the letters differ, without regard to case
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.max(2, written.length()) / 3);
        return known.stream()
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The nearest known name as an insertion for a message.
     *
     * @param written what was written
     * @param known names that exist
     * @return {@code " (did you mean 'x'?)"}, or nothing when no name is near
     */
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }

    static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
