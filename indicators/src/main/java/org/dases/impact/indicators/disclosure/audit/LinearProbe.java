// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Finds out which sums of unknowns follow from known sums, whatever the numbers are. A random vector is projected on
 * the space of all changes that leave every known sum as it is (conjugate gradients on the least-squares problem). A
 * sum that this change does not touch can be recomputed; one that it touches cannot.
 */
public final class LinearProbe {
    private static final double CONVERGED = 1e-11;
    private static final double UNTOUCHED = 1e-7;

    private final int unknowns;
    private final List<int[]> plus = new ArrayList<>();
    private final List<int[]> minus = new ArrayList<>();

    /**
     * An attacker who knows nothing yet.
     *
     * @param unknowns how many unknown numbers there are
     */
    public LinearProbe(int unknowns) {
        this.unknowns = unknowns;
    }

    /**
     * Tells the attacker a difference of two sums.
     *
     * @param added unknowns that are added
     * @param subtracted unknowns that are subtracted
     */
    public void know(int[] added, int[] subtracted) {
        if (added.length + subtracted.length > 0) {
            plus.add(added);
            minus.add(subtracted);
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
        double[] change = project(seed);
        BitSet recovered = new BitSet();
        for (int s = 0; s < secrets.size(); s++) {
            double touch = 0;
            for (int unknown : secrets.get(s)) {
                touch += change[unknown];
            }
            recovered.set(s, Math.abs(touch) < UNTOUCHED * Math.sqrt(secrets.get(s).length + 1.0));
        }
        return recovered;
    }

    /** A random vector less its part in the span of the known sums: min ‖y − Aᵀx‖ by CGLS; rows of A have length 1. */
    private double[] project(long seed) {
        Random random = new Random(seed);
        double[] rest = random.doubles(unknowns, -1, 1).toArray();
        double[] gradient = measure(rest);
        double[] direction = gradient.clone();
        double size = dot(gradient, gradient);
        double enough = CONVERGED * CONVERGED * Math.max(1, unknowns);
        for (int step = 0; size > enough; step++) {
            if (step > 20 * (plus.size() + 100)) {
                throw new IllegalStateException("the linear probe did not converge");
            }
            double[] image = spread(direction);
            double factor = size / dot(image, image);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= factor * image[i];
            }
            gradient = measure(rest);
            double next = dot(gradient, gradient);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = gradient[i] + next / size * direction[i];
            }
            size = next;
        }
        return rest;
    }

    private double[] measure(double[] vector) {
        double[] known = new double[plus.size()];
        for (int k = 0; k < known.length; k++) {
            double sum = 0;
            for (int unknown : plus.get(k)) {
                sum += vector[unknown];
            }
            for (int unknown : minus.get(k)) {
                sum -= vector[unknown];
            }
            known[k] = sum * scale(k);
        }
        return known;
    }

    private double[] spread(double[] known) {
        double[] vector = new double[unknowns];
        for (int k = 0; k < known.length; k++) {
            double part = known[k] * scale(k);
            for (int unknown : plus.get(k)) {
                vector[unknown] += part;
            }
            for (int unknown : minus.get(k)) {
                vector[unknown] -= part;
            }
        }
        return vector;
    }

    private double scale(int k) {
        return 1 / Math.sqrt(plus.get(k).length + minus.get(k).length);
    }

    private static double dot(double[] one, double[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }
}
