// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody most likely meant, by Levenshtein distance with swapped letters as one mistake. */
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

    /** Letters inserted, removed, changed, or swapped with their neighbour. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int changed = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }
}
