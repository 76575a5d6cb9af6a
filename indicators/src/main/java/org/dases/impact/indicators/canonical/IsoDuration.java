// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ISO-8601 durations such as xAPI's {@code PT1H30M5.2S}. Weeks and days count 7 and 1 times 24 hours; years and
 * months have no fixed length and are not read.
 */
public final class IsoDuration {
    private static final String N = "(\\d{1,9}(?:[.,]\\d{1,9})?)";
    private static final Pattern TEXT = Pattern.compile(
            "P(?=.)(?:" + N + "W)?(?:" + N + "D)?(?:T(?=.)(?:" + N + "H)?(?:" + N + "M)?(?:" + N + "S)?)?");
    private static final double[] SECONDS = {604800, 86400, 3600, 60, 1};

    private IsoDuration() {}

    /**
     * Reads a text.
     *
     * @param text what to read
     * @return seconds, not negative, or empty where the text is no duration
     */
    public static Optional<Double> seconds(String text) {
        Matcher m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            String digits = m.group(i + 1);
            sum += digits == null ? 0 : Double.parseDouble(digits.replace(',', '.')) * SECONDS[i];
        }
        return Optional.of(sum);
    }
}
