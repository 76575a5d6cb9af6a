// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a log.
 *
 * @param number its place; 0 for none
 * @param hash its hash
 */
record Head(long number, String hash) {
    static final Head NONE = new Head(0, LogEntry.START);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\\s*");

    String text() {
        return number + " " + hash;
    }

    static Optional<Head> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
