// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

/**
 * How contributor facts are kept between runs.
 *
 * @param anew whether all facts and cells are made again, whatever is there
 * @param fromRows fewest rows of a canonical table whose facts are kept: reading fewer anew takes less time than two
 *     commits
 */
public record FactKeeping(boolean anew, long fromRows) {
    private static final long ENOUGH_ROWS = 100_000;

    /**
     * As a run does it.
     *
     * @param anew whether all facts and cells are made again
     * @return keeping of facts where that saves time
     */
    public static FactKeeping usual(boolean anew) {
        return new FactKeeping(anew, ENOUGH_ROWS);
    }
}
