// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * What the workspace decides about time, and what therefore decides numbers.
 *
 * @param sessionGap gap above which a learner's next event starts a new session; at least one second
 * @param timeZone zone of the schools: days, weeks and months are cut in it
 * @param schoolYearStart first day of a school year
 */
public record CubeSettings(Duration sessionGap, ZoneId timeZone, MonthDay schoolYearStart) {
    public CubeSettings {
        if (sessionGap.toSeconds() < 1) {
            throw new IllegalArgumentException("session gap must be at least one second, was " + sessionGap);
        }
    }
}
