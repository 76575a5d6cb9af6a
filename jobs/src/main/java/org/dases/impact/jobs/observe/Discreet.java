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
     * A count of a whole next to that of a part. Where the part is too small to be shown the whole is rounded, or one
     * could subtract what is shown elsewhere from it.
     *
     * @param whole number of records, not negative
     * @param part how many of them are told apart, not negative
     * @return the number, or {@code ~2620} where the part is small
     */
    public String text(long whole, long part) {
        return part > 0 && part < threshold && whole >= threshold
                ? "~" + Math.round((double) whole / threshold) * threshold
                : text(whole);
    }
}
