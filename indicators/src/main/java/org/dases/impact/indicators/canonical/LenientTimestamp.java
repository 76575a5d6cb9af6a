// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ISO-8601 instants as they are met in the wild: seconds, fraction, offset or time may be missing, a space may
 * stand for the T, the offset may be {@code +01}, {@code +0100}, {@code +01:00} or {@code Z}.
 *
 * <p>Without an offset the text is local time of the school: in the hour that a change of clocks skips it moves forward
 * by the length of the gap, in the hour that comes twice the first is meant. Fractions are cut to microseconds. Numbers
 * such as Unix time are not read.
 */
public final class LenientTimestamp {
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})"
                    + "(?:[Tt ]\\s*(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,18}))?)?\\s*(?:([Zz])|([+-]\\d{2})(?::?(\\d{2}))?)?)?");

    private LenientTimestamp() {}

    /**
     * Reads a text.
     *
     * @param text what to read
     * @param zone the school's time zone, for texts without an offset
     * @return the instant, or empty where the text is none
     */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        Matcher m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            if (m.group(4) == null) {
                return Optional.of(day.atStartOfDay(zone).toInstant());
            }
            LocalTime time = LocalTime.of(number(m, 4), number(m, 5), number(m, 6), nanos(m));
            LocalDateTime local = day.atTime(time);
            return Optional.of(offset(m)
                    .map(local::toInstant)
                    .orElseGet(() -> local.atZone(zone).toInstant()));
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(Matcher m) {
        String digits = m.group(7);
        return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6)) * 1000;
    }

    private static Optional<ZoneOffset> offset(Matcher m) {
        if (m.group(8) != null) {
            return Optional.of(ZoneOffset.UTC);
        }
        String hours = m.group(9);
        if (hours == null) {
            return Optional.empty();
        }
        int sign = hours.startsWith("-") ? -1 : 1;
        return Optional.of(ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), sign * number(m, 10)));
    }
}
