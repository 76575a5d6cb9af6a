// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant by a name that does not exist: the known name with the least letters to change. */
public final class CloseName {
    private CloseName() {}

    /**
     * The closest name.
     *
     * @param name the name that does not exist
     * @param known the names that do
     * @return the closest, if no more than a third of the letters differ
     */
    public static Optional<String> to(String name, Collection<String> known) {
        int limit = Math.max(1, name.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= limit);
    }

    /**
     * The closest name as part of a message.
     *
     * @param name the name that does not exist
     * @param known the names that do
     * @return {@code " (did you mean 'x'?)"}, or nothing when none is close
     */
    public static String hint(String name, Collection<String> known) {
        return to(name, known).map(close -> " (did you mean '" + close + "'?)").orElse("");
    }

    /** Letters to change, insert, remove or swap with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int least(int[][] d, String a, String b, int i, int j) {
        char x = a.charAt(i - 1);
        char y = b.charAt(j - 1);
        int edited = Math.min(d[i - 1][j - 1] + (x == y ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2);
        return swapped ? Math.min(edited, d[i - 2][j - 2] + 1) : edited;
    }
}
