// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which sums of unknowns follow from known sums, whatever the numbers are. What follows from one sum at a
 * time is taken out first. Then a random change is drawn that leaves every known sum as it is. A sum that it does not
 * touch can be recomputed; one that it touches cannot.
 */
public final class LinearProbe {
    private final int unknowns;
    private final List<int[]> known = new ArrayList<>();
    private @Nullable OpenSums open;

    /**
     * An attacker who knows nothing yet.
     *
     * @param unknowns how many unknown numbers there are
     */
    public LinearProbe(int unknowns) {
        this.unknowns = unknowns;
    }

    /**
     * Tells the attacker a difference of two sums that have no unknown in common.
     *
     * @param added unknowns that are added
     * @param subtracted unknowns that are subtracted
     */
    public void know(int[] added, int[] subtracted) {
        if (added.length + subtracted.length > 0) {
            known.add(IntStream.concat(
                            Arrays.stream(added), Arrays.stream(subtracted).map(unknown -> ~unknown))
                    .toArray());
            open = null;
        }
    }

    /**
     * Which secrets follow by two random changes. The second one is drawn only where the first raises an alarm.
     *
     * @param secrets sums of unknowns, each once
     * @param first seed of the one
     * @param second seed of the other
     * @return numbers of the secrets that follow from what is known
     */
    public BitSet recovered(List<int[]> secrets, long first, long second) {
        BitSet recovered = secrets.isEmpty() ? new BitSet() : recovered(secrets, first);
        if (!recovered.isEmpty()) {
            recovered.and(recovered(secrets, second));
        }
        return recovered;
    }

    /**
     * Which secrets follow.
     *
     * @param secrets sums of unknowns, each once
     * @param seed of the random change
     * @return numbers of the secrets that follow from what is known; a false alarm is possible, but rare
     */
    public BitSet recovered(List<int[]> secrets, long seed) {
        OpenSums sums = open == null ? OpenSums.of(unknowns, known) : open;
        open = sums;
        long[] change = HiddenChange.draw(sums.open(), sums.rows(), seed);
        BitSet recovered = new BitSet();
        for (int s = 0; s < secrets.size(); s++) {
            long touch = 0;
            for (int unknown : secrets.get(s)) {
                int number = sums.numberOf(unknown);
                touch = number < 0 ? touch : HiddenChange.add(touch, change[number]);
            }
            recovered.set(s, touch == 0);
        }
        return recovered;
    }
}
