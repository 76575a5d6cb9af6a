// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.time.Duration;

/**
 * One thing done twice.
 *
 * @param name what was done
 * @param peer who else did it, and how
 * @param ours our time, the shortest of all runs
 * @param theirs the peer's time, the shortest of all runs
 * @param goal the least {@link #ratio} that is promised
 * @param cells how many cells, or other results, came out
 * @param isEqual whether both found the same, each of them
 */
public record Comparison(
        String name, String peer, Duration ours, Duration theirs, double goal, int cells, boolean isEqual) {

    /**
     * How many times as fast as the peer we are.
     *
     * @return the peer's time over ours
     */
    public double ratio() {
        return (double) theirs.toNanos() / Math.max(1, ours.toNanos());
    }

    /**
     * Whether what is promised holds.
     *
     * @return true when the results are equal and the ratio reaches the goal
     */
    public boolean isMet() {
        return isEqual && ratio() >= goal;
    }
}
