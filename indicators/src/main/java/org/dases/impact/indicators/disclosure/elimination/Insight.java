// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Optional;

/**
 * A sum that somebody comes by, since everybody knows it: of what it knows itself, each so many times, and perhaps of a
 * secret that it is shut off from.
 *
 * @param party who comes by it
 * @param secret the secret; none if it is a sum of what the party knows alone
 * @param factors how often each sum that the party knows is in it, by its place in the list
 */
record Insight(Party party, Optional<Secret> secret, LinearSum factors) {
    /** The sum. */
    LinearSum sum() {
        SparseColumn sum = new SparseColumn(factors.size());
        secret.ifPresent(one -> sum.add(one.sum(), 1));
        for (int i = 0; i < factors.size(); i++) {
            sum.add(party.sums().get(factors.unknown(i)), factors.coefficient(i));
        }
        return LinearSum.of(sum);
    }
}
