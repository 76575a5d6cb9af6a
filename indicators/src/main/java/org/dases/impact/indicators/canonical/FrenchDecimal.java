// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers as French files write them: decimal comma or point, spaces between thousands (also no-break ones), and
 * codes such as "ND" where there is no value.
 */
public final class FrenchDecimal {
    private static final Set<String> NO_VALUE = Set.of("", "ND", "NC", "NS", "NA", "N/A", "-", ".", "S", "N.D.");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{0,18})?|[+-]?[.,]\\d{1,18}");

    private FrenchDecimal() {}

    /**
     * Reads a text.
     *
     * @param text what to read
     * @return the number, or empty where the text is none
     */
    public static Optional<Double> parse(String text) {
        String plain = SPACES.matcher(text).replaceAll("");
        return NUMBER.matcher(plain).matches()
                ? Optional.of(Double.parseDouble(plain.replace(',', '.')))
                : Optional.empty();
    }

    /**
     * Whether a text says that there is no value.
     *
     * @param text what to read
     * @return true for blank texts and codes such as ND
     */
    public static boolean saysNoValue(String text) {
        return NO_VALUE.contains(SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }
}
