// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes instants as ISO 8601, quicker than a formatter. */
final class Iso {
    private Iso() {}

    /** Appends the second with {@code Z} for offset 0, else as local time with the offset. */
    static void append(long epochSecond, int offsetSeconds, StringBuilder text) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond + offsetSeconds, 0, ZoneOffset.UTC);
        text.append(time.getYear()).append('-');
        two(time.getMonthValue(), text).append('-');
        two(time.getDayOfMonth(), text).append('T');
        two(time.getHour(), text).append(':');
        two(time.getMinute(), text).append(':');
        two(time.getSecond(), text);
        if (offsetSeconds == 0) {
            text.append('Z');
            return;
        }
        text.append(offsetSeconds < 0 ? '-' : '+');
        two(Math.abs(offsetSeconds) / 3_600, text).append(':');
        two(Math.abs(offsetSeconds) / 60 % 60, text);
    }

    private static StringBuilder two(int value, StringBuilder text) {
        return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
