// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** When in the day a sitting begins: mostly in lessons, else after school, seldom late. */
final class DayTime {
    private static final int MORNING = 8 * 60;
    private static final int NOON = 12 * 60;

    private DayTime() {}

    /** Minute of the day in the school's own time. */
    static int minute(LocalDate date, boolean lessons, Dice dice) {
        if (lessons && dice.chance(0.72)) {
            boolean afternoon = date.getDayOfWeek() != DayOfWeek.WEDNESDAY && dice.chance(0.45);
            return afternoon ? 13 * 60 + 30 + dice.below(220) : MORNING + dice.below(230);
        }
        if (lessons) {
            return 17 * 60 + (int) (270 * dice.unit() * dice.unit()) + dice.below(30);
        }
        return NOON - 120 + dice.below(600);
    }
}
