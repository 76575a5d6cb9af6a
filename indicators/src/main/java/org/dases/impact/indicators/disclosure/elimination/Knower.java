// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.List;
import java.util.Set;

/**
 * Somebody who knows some sums although they are not printed. From all of them and from what is printed it must not be
 * able to compute a secret that is not its own.
 *
 * @param sums what it knows
 * @param own numbers of the secrets, as the view counts them, that it may know
 */
public record Knower(List<LinearSum> sums, Set<Integer> own) {
    /**
     * Whoever knows more sums than that has a view of its own, which takes less time than to look for what it comes by.
     */
    public static final int MANY = 1_000;

    public Knower {
        sums = List.copyOf(sums);
        own = Set.copyOf(own);
    }

    /** The same with each sum once. */
    Knower once() {
        return new Knower(sums.stream().distinct().toList(), own);
    }
}
