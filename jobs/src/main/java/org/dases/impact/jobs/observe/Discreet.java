// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.observe;

/**
 * Writes counts of received records for people and machines. A small number of records may be a small number of
 * persons, so that a count below the threshold is shown as such and never as itself.
 *
 * @param threshold the least count that is shown, the platform's k
 */
public record Discreet(int threshold) {
    /**
     * A count as it may be shown.
     *
     * @param count number of records, not negative
     * @return the number, or {@code <10} for 1 to 9 where the threshold is 10
     */
    public String text(long count) {
        return count > 0 && count < threshold ? "<" + threshold : Long.toString(count);
    }

    /**
     * A count of a whole, rounded: of what was landed and what was used, or of two days, one could else subtract the
     * one from the other, and have the records of those who took their consent back between them.
     *
     * @param whole number of records, not negative
     * @return {@code ~2620} for 2 615 to 2 624 where the threshold is 10; below the threshold as {@link #text}
     */
    public String about(long whole) {
        return whole < threshold ? text(whole) : "~" + Math.round((double) whole / threshold) * threshold;
    }
}
