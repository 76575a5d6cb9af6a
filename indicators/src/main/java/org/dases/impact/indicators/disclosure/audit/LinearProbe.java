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
        long[] touched = touches(secrets, seed)[0];
        BitSet recovered = new BitSet();
        for (int s = 0; s < touched.length; s++) {
            recovered.set(s, touched[s] == 0);
        }
        return recovered;
    }

    /**
     * Which sums follow from one another: those that are multiples of each other, up to what is known. Whoever knows
     * one of them besides knows all.
     *
     * @param sums sums of unknowns, each once
     * @param first seed of a random change
     * @param second seed of another
     * @return a number for each sum, which its multiples have too, and others by a very small chance; 0 where the sum
     *     follows from what is known
     */
    public long[] forms(List<int[]> sums, long first, long second) {
        long[][] touched = touches(sums, first, second);
        long[] forms = new long[sums.size()];
        for (int s = 0; s < forms.length; s++) {
            forms[s] = touched[0][s] == 0 ? 0 : HiddenChange.ratio(touched[0][s], touched[1][s]);
        }
        return forms;
    }

    /** By how much a random change of each seed changes each sum. */
    private long[][] touches(List<int[]> sums, long... seeds) {
        OpenSums left = open == null ? OpenSums.of(unknowns, known) : open;
        open = left;
        long[][] changes = HiddenChange.draw(left.open(), left.rows(), seeds);
        long[][] touched = new long[seeds.length][sums.size()];
        for (int seed = 0; seed < seeds.length; seed++) {
            for (int s = 0; s < sums.size(); s++) {
                for (int unknown : sums.get(s)) {
                    int number = left.numberOf(unknown);
                    long by = number < 0 ? 0 : changes[seed][number];
                    touched[seed][s] = HiddenChange.add(touched[seed][s], by);
                }
            }
        }
        return touched;
    }
}
