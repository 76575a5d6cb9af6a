// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a file that the gate wrote, also where another program has written it anew: that drops a column and
 * makes {@code True}, {@code VRAI} and {@code 105.0} of what was there.
 */
final class PrintedText {
    static final String NO_FLAG = " is neither TRUE nor FALSE.";
    static final String WRITE_FLAG = "Write TRUE or FALSE.";

    private static final Pattern NEEDLESS = Pattern.compile("(?<=[0-9])\\.0$");

    private PrintedText() {}

    /** A mark; empty where the text is none. */
    static Optional<Boolean> flag(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE", "VRAI" -> Optional.of(true);
            case "FALSE", "FAUX" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A count without the decimal that says nothing; other texts as they are, as 1.000, which may be many. */
    static String count(String text) {
        return NEEDLESS.matcher(text).replaceFirst("");
    }

    /** Whether a cell says a number: there are marks in its place, as C. */
    static boolean isNumber(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
