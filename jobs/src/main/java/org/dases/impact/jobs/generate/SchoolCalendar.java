// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The school year 2025-2026: 1 September to 3 July, with the official holidays of zones A, B and C. Territories with a
 * calendar of their own are taken to follow zone B.
 *
 * @see <a href="https://www.education.gouv.fr/calendrier-scolaire-100148">calendrier scolaire</a>
 */
final class SchoolCalendar {
    static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    /** Days from the first day of school to the last, both included. */
    static final int DAYS = 306;

    private static final Set<LocalDate> CLOSED = Set.of(
            LocalDate.of(2025, 11, 11),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 8),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 5, 15),
            LocalDate.of(2026, 5, 25));
    /** First day of the winter holidays of zones A, B, C; those of spring begin eight weeks later. */
    private static final LocalDate[] WINTER = {
        LocalDate.of(2026, 2, 7), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 21)
    };

    private SchoolCalendar() {}

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    /** What is used on a day, compared with an ordinary Monday. */
    static double weight(int day, String zone) {
        LocalDate date = date(day);
        if (holiday(date, zone) || CLOSED.contains(date)) {
            return 0.08;
        }
        return switch (date.getDayOfWeek()) {
            case MONDAY, FRIDAY -> 1.0;
            case TUESDAY, THURSDAY -> 1.15;
            case WEDNESDAY -> 0.75;
            case SATURDAY -> 0.12;
            case SUNDAY -> 0.25;
        };
    }

    /** Whether lessons are held. */
    static boolean lessons(int day, String zone) {
        LocalDate date = date(day);
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !CLOSED.contains(date) && !holiday(date, zone);
    }

    private static boolean holiday(LocalDate date, String zone) {
        LocalDate winter = WINTER[zone.equals("A") ? 0 : zone.equals("C") ? 2 : 1];
        return within(date, LocalDate.of(2025, 10, 18), 16)
                || within(date, LocalDate.of(2025, 12, 20), 16)
                || within(date, winter, 16)
                || within(date, winter.plusWeeks(8), 16);
    }

    private static boolean within(LocalDate date, LocalDate first, int days) {
        return !date.isBefore(first) && date.isBefore(first.plusDays(days));
    }
}
