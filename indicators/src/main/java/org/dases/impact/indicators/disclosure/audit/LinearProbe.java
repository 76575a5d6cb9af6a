// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which sums of unknowns follow from known sums, whatever the numbers are. What follows from one sum at a
 * time is taken out first. Then a random change is drawn that leaves every known sum as it is. A sum that it does not
 * touch can be recomputed; one that it touches cannot.
 */
public final class LinearProbe {
    /** So many sums a party may know for it to be found out what it could compute. */
    public static final int MOST_KNOWN = 64;

    /** Any number below 2⁶¹ − 1 that is not small: the digits of the golden ratio. */
    private static final long OTHER = 1_618_033_988_749_894_848L;

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
        List<long[]> touched = touches(secrets, seed);
        BitSet recovered = new BitSet();
        for (int s = 0; s < touched.size(); s++) {
            recovered.set(s, touched.get(s)[0] == 0);
        }
        return recovered;
    }

    /**
     * Draws random changes that leave all known sums as they are and have nothing to do with one another.
     *
     * @param sums sums of unknowns, each once
     * @param many how many changes
     * @param seed of what is drawn
     * @return for each sum, by how much each change changes it, numbers to be added with {@link #plus}; 0 for what
     *     follows, and for what does not but by a very small chance; not to be written to
     */
    public long[][] changes(List<int[]> sums, int many, long seed) {
        long[] none = new long[many];
        return touches(sums, new Random(seed).longs(many).toArray()).stream()
                .map(changed -> Arrays.equals(changed, none) ? none : changed)
                .toArray(long[][]::new);
    }

    /**
     * Adds up two changes.
     *
     * @param one by how much something changes
     * @param other by how much something else does
     * @return by how much both do
     */
    public static long plus(long one, long other) {
        return HiddenChange.add(one, other);
    }

    /**
     * Turns a change around.
     *
     * @param change by how much something changes
     * @return what makes up for it: 0 together, by {@link #plus}
     */
    public static long negative(long change) {
        return HiddenChange.subtract(0, change);
    }

    /**
     * Makes one change of two, so that these can be looked at together.
     *
     * @param one by how much something changes, by {@link #changes} or {@link #plus}
     * @param other the same of another change, drawn apart
     * @return 0 where it does neither way, and else by a very small chance only; of what is added up by {@link #plus},
     *     the sum of those of its parts
     */
    public static long both(long one, long other) {
        return HiddenChange.add(one, HiddenChange.product(other, OTHER));
    }

    /** What parties may not compute. */
    public interface Forbidden {
        /**
         * Asked of each sum that a party could compute, until one may not.
         *
         * @param party number of the party
         * @param sum number of the sum
         * @return true where that must not be
         */
        boolean isForbidden(int party, int sum);
    }

    /**
     * Which sums somebody could compute who knows more than everybody.
     *
     * @param parties for each, the sums of unknowns that it knows besides; who knows more than {@value #MOST_KNOWN}
     *     that do not follow from one another is taken to know everything
     * @param sums sums of unknowns, each once
     * @param forbidden what parties may not compute
     * @param seed of random changes
     * @return numbers of the sums that a party could compute and may not; those that follow from what everybody knows
     *     are not among them, others are by a very small chance
     */
    public BitSet reached(List<List<int[]>> parties, List<int[]> sums, Forbidden forbidden, long seed) {
        int most = parties.stream().mapToInt(List::size).max().orElse(0);
        long[] seeds = new Random(seed)
                .longs(1 + Math.min(Math.max(1, most), MOST_KNOWN))
                .toArray();
        List<int[]> all = new ArrayList<>(sums);
        parties.forEach(all::addAll);
        List<long[]> changes = touches(all, seeds);
        List<List<long[]>> known = new ArrayList<>();
        int first = sums.size();
        for (List<int[]> party : parties) {
            known.add(changes.subList(first, first + party.size()));
            first += party.size();
        }
        return new Parties(known, forbidden).reached(changes.subList(0, sums.size()));
    }

    /** For each sum, by how much a random change of each seed changes it. */
    private List<long[]> touches(List<int[]> sums, long... seeds) {
        OpenSums left = open == null ? OpenSums.of(unknowns, known) : open;
        open = left;
        long[][] changes = HiddenChange.draw(left.open(), left.rows(), seeds);
        return sums.stream()
                .map(sum -> {
                    long[] touched = new long[seeds.length];
                    for (int unknown : sum) {
                        int number = left.numberOf(unknown);
                        for (int seed = 0; seed < seeds.length && number >= 0; seed++) {
                            touched[seed] = HiddenChange.add(touched[seed], changes[seed][number]);
                        }
                    }
                    return touched;
                })
                .toList();
    }
}
