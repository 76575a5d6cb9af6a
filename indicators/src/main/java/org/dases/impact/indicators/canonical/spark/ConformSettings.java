// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.time.MonthDay;
import java.time.ZoneId;
import org.dases.impact.indicators.canonical.PseudonymKey;

/**
 * What conforming needs to know of the workspace.
 *
 * @param zone time zone of the schools
 * @param schoolYearStart first day of every school year
 * @param key secret of the pseudonyms
 * @param lateDays how many days after it happened a record may be pulled before it counts as late; not negative
 */
public record ConformSettings(ZoneId zone, MonthDay schoolYearStart, PseudonymKey key, int lateDays) {
    public ConformSettings {
        if (lateDays < 0) {
            throw new IllegalArgumentException("late-days must not be negative, was " + lateDays);
        }
    }
}
