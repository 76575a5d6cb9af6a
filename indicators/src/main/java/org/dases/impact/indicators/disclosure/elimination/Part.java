// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Part of a large table that is decided on by itself, and can be elsewhere: its unknowns have numbers of their own, in
 * the order that they have in the whole table. No secret of the whole follows from what is known.
 */
final class Part implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int FEW = 2;

    private final int unknowns;
    private final ArrayList<LinearSum> known = new ArrayList<>();
    private final ArrayList<LinearSum> printed = new ArrayList<>();
    private final ArrayList<Secret> secrets = new ArrayList<>();
    private final ArrayList<LinearSum> candidates = new ArrayList<>();
    private final ArrayList<Party> parties = new ArrayList<>();

    /**
     * A part of which nothing is known yet.
     *
     * @param unknowns how many unknowns it has
     */
    Part(int unknowns) {
        this.unknowns = unknowns;
    }

    int unknowns() {
        return unknowns;
    }

    /** Sums that everybody is taken to know, whether they are printed or not. */
    List<LinearSum> known() {
        return known;
    }

    /** Sums that are printed; they follow from those that are taken to be known. */
    List<LinearSum> printed() {
        return printed;
    }

    /** Sums that nobody shall be able to compute. */
    List<Secret> secrets() {
        return secrets;
    }

    /** Sums that one would like to print, the most useful first. */
    List<LinearSum> candidates() {
        return candidates;
    }

    /** Those who know more than is printed. */
    List<Party> parties() {
        return parties;
    }

    /** Whether no unknown is in two of the known sums, each of which counts its unknowns once. */
    boolean isKnownDisjoint() {
        Set<Integer> seen = new HashSet<>();
        for (LinearSum sum : known) {
            for (int i = 0; i < sum.size(); i++) {
                if (!seen.add(sum.unknown(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Numbers of the candidates that may be printed. What is printed anew is independent of what is taken for known,
     * and tells no party anything of it: a sum of what a party knows that follows from both follows from what is
     * printed and what the party knew before; such a sum with a secret that the party is shut off from followed before.
     *
     * <p>What a party comes by nevertheless becomes a secret, and all is decided again. One who knows many sums comes
     * by as many things, one after the other: those who know very many, and those who still come by something after a
     * few times, get a view of their own.
     *
     * @param many how many sums are very many
     */
    BitSet decide(int many) {
        parties.replaceAll(Party::inShort);
        List<Insight> kept = new ArrayList<>();
        BitSet apart = new BitSet();
        parties.stream().filter(party -> party.sums().size() > many).forEach(party -> apart.set(party.number()));
        PartDecision decision = new PartDecision(this, kept, apart);
        for (int times = 1; !decision.told().isEmpty(); times++) {
            for (Insight insight : decision.told()) {
                if (times <= FEW) {
                    kept.add(insight);
                } else {
                    apart.set(insight.party().number());
                }
            }
            kept.removeIf(insight -> apart.get(insight.party().number()));
            decision = new PartDecision(this, kept, apart);
        }
        return decision.printed();
    }
}
