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
 * time is taken out first. A random vector is projected on the space of all changes that leave every known sum as it is
 * (conjugate gradients on the least-squares problem). A sum that this change does not touch can be recomputed; one that
 * it touches cannot.
 */
public final class LinearProbe {
    private static final double CONVERGED = 1e-11;
    private static final double UNTOUCHED = 1e-7;

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
     * Which secrets follow.
     *
     * @param secrets sums of unknowns
     * @param seed of the random vector
     * @return numbers of the secrets that follow from what is known; a false alarm is possible, but rare
     * @throws IllegalStateException if the projection does not converge
     */
    public BitSet recovered(List<int[]> secrets, long seed) {
        OpenSums sums = open == null ? OpenSums.of(unknowns, known) : open;
        open = sums;
        double[] change = project(sums, seed);
        BitSet recovered = new BitSet();
        for (int s = 0; s < secrets.size(); s++) {
            double touch = 0;
            for (int unknown : secrets.get(s)) {
                touch += sums.numberOf(unknown) < 0 ? 0 : change[sums.numberOf(unknown)];
            }
            recovered.set(s, Math.abs(touch) < UNTOUCHED * Math.sqrt(secrets.get(s).length + 1.0));
        }
        return recovered;
    }

    /** A random vector less its part in the span of the known sums: min ‖y − Aᵀx‖ by CGLS; rows of A have length 1. */
    private static double[] project(OpenSums sums, long seed) {
        double[] rest = new Random(seed).doubles(sums.open(), -1, 1).toArray();
        double[] gradient = sums.measure(rest);
        double[] direction = gradient.clone();
        double size = dot(gradient, gradient);
        double enough = CONVERGED * CONVERGED * Math.max(1, sums.open());
        // Whatever is no number has not converged either.
        for (int step = 0; !(size <= enough); step++) {
            if (step > 20 * (sums.rows() + 100)) {
                throw new IllegalStateException("the linear probe did not converge");
            }
            double[] image = sums.spread(direction);
            double factor = size / dot(image, image);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= factor * image[i];
            }
            gradient = sums.measure(rest);
            double next = dot(gradient, gradient);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = gradient[i] + next / size * direction[i];
            }
            size = next;
        }
        return rest;
    }

    private static double dot(double[] one, double[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }
}
