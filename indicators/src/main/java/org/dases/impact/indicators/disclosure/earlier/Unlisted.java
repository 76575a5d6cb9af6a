// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Cohorts of which everybody knows that nobody was in them: an earlier release did not list them, though it listed
 * others beside them, or told that nobody was in what they are in.
 */
final class Unlisted {
    private final Side side;
    private final Member member;
    private final Map<List<Node>, Optional<Ledger.Figure>> then;

    /**
     * Of a release.
     *
     * @param side the cohorts of both times
     * @param then what it listed
     */
    Unlisted(Side side, Map<List<Node>, Optional<Ledger.Figure>> then) {
        this.side = side;
        this.member = side.member();
        this.then = then;
    }

    /** The numbers of the cohorts; all that is in one of them is among them. */
    BitSet find() {
        BitSet unlisted = new BitSet();
        int before;
        do {
            before = unlisted.cardinality();
            for (Family family : member.lattice().families()) {
                boolean wasEmpty = unlisted.get(family.parent()) || isOfNobody(member.at(family.parent()));
                if (wasEmpty || wasDivided(family)) {
                    Arrays.stream(family.children())
                            .filter(c -> !then.containsKey(member.at(c)))
                            .forEach(unlisted::set);
                }
            }
        } while (unlisted.cardinality() > before);
        return unlisted;
    }

    /** By codes that stand there now, or have left. */
    private boolean wasDivided(Family family) {
        MovedNodes.Change change = side.change(family.parent());
        Node own = member.at(family.parent()).get(family.axis());
        return Arrays.stream(family.children()).anyMatch(c -> then.containsKey(member.at(c)))
                || Optional.ofNullable(change).stream()
                        .flatMap(each -> each.left().stream())
                        .filter(at -> !at.get(family.axis()).equals(own))
                        .anyMatch(then::containsKey);
    }

    private boolean isOfNobody(List<Node> at) {
        return then.getOrDefault(at, Optional.empty())
                .filter(figure -> figure.reach() == Ledger.Reach.READERS)
                .flatMap(Ledger.Figure::counts)
                .filter(Ledger.Counts::isNobody)
                .isPresent();
    }
}
