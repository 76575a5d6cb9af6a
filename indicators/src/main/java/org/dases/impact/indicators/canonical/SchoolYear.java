// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Pattern;

/**
 * A school year, named by its two calendar years: {@code 2025-2026}.
 *
 * @param firstYear calendar year in which it starts, 1 to 9998
 */
public record SchoolYear(int firstYear) {
    private static final Pattern LABEL = Pattern.compile("(\\d{4})-(\\d{4})");

    public SchoolYear {
        if (firstYear < 1 || firstYear > 9998) {
            throw new IllegalArgumentException("a school year starts in 0001 to 9998, was " + firstYear);
        }
    }

    /**
     * The school year that a day falls in.
     *
     * @param day a day in the school's time zone
     * @param start first day of every school year
     * @return the year that starts on or before the day
     */
    public static SchoolYear of(LocalDate day, MonthDay start) {
        boolean begun = !MonthDay.from(day).isBefore(start);
        return new SchoolYear(begun ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Reads a label.
     *
     * @param label for instance {@code 2025-2026}
     * @return the school year
     * @throws IllegalArgumentException where the two years are not one after the other
     */
    public static SchoolYear parse(String label) {
        var matcher = LABEL.matcher(label);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != Integer.parseInt(matcher.group(1)) + 1) {
            throw new IllegalArgumentException("school year '" + label + "' is not of the form 2025-2026");
        }
        return new SchoolYear(Integer.parseInt(matcher.group(1)));
    }

    /**
     * The name used in tables.
     *
     * @return for instance {@code 2025-2026}
     */
    public String label() {
        return "%04d-%04d".formatted(firstYear, firstYear + 1);
    }

    /**
     * The first day of this school year.
     *
     * @param start first day of every school year
     * @return that day in the calendar year it starts in
     */
    public LocalDate firstDay(MonthDay start) {
        return start.atYear(firstYear);
    }

    @Override
    public String toString() {
        return label();
    }
}
