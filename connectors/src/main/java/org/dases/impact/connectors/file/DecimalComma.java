// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with a decimal comma, in groups of three with a space or without, become numbers with a point. */
final class DecimalComma {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+|\\d+),\\d+");
    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u202F]");
    private static final int LONGEST = 40;

    private DecimalComma() {}

    static @Nullable String normalise(@Nullable String value) {
        if (value == null || value.length() > LONGEST || value.indexOf(',') < 0) {
            return value;
        }
        String number = value.strip();
        return NUMBER.matcher(number).matches()
                ? SPACES.matcher(number).replaceAll("").replace(',', '.')
                : value;
    }
}
