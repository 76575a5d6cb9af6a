// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.List;
import java.util.Optional;

/**
 * A sum that somebody comes by, since everybody knows it: of what it knows itself, each so many times, and perhaps of a
 * secret that it is shut off from.
 *
 * @param party who comes by it
 * @param secret the secret; none if it is a sum of what the party knows alone
 * @param factors how often each sum that the party knows is in it, modulo the order of the field
 */
record Insight(Party party, Optional<Secret> secret, List<Integer> factors) {
    /** The same whatever it follows from. */
    Insight withoutFactors() {
        return new Insight(party, secret, List.of());
    }

    /** The sum. */
    LinearSum sum() {
        LinearSum sum = secret.map(Secret::sum).orElse(LinearSum.of());
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) != 0) {
                sum = sum.plus(factors.get(i), party.sums().get(i));
            }
        }
        return sum;
    }
}
