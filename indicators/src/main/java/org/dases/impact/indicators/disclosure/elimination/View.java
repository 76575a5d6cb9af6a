// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.List;

/**
 * What an outsider knows of one quantity, and what one would like to print of it. Several views of the same candidates
 * are decided together: a candidate is printed in all of them or in none.
 *
 * @param unknowns how many unknown numbers there are
 * @param known sums that everybody knows
 * @param secrets sums that nobody shall be able to compute
 * @param derived further secrets, which do not count where they are known anyway
 * @param candidates sums that one would like to print, the most useful first; the empty sum for a candidate that tells
 *     nothing about this quantity
 * @param watched sums that single outsiders know; none of them shall be able to compute a secret that is not its own
 */
public record View(
        int unknowns,
        List<LinearSum> known,
        List<LinearSum> secrets,
        List<LinearSum> derived,
        List<LinearSum> candidates,
        List<Watched> watched) {
    public View {
        known = List.copyOf(known);
        secrets = List.copyOf(secrets);
        derived = List.copyOf(derived);
        candidates = List.copyOf(candidates);
        watched = List.copyOf(watched);
    }

    /**
     * Whether nothing can be given away.
     *
     * @return true if all candidates may be printed
     */
    public boolean isWithoutSecrets() {
        return secrets.isEmpty() && derived.isEmpty();
    }
}
