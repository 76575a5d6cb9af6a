// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may be printed of a part, as it turns out if some sums are secrets besides, and some of its parties are looked
 * at apart. What the other parties come by is told.
 *
 * <p>In the view of one that is looked at apart all that it knows is known besides. What is independent there of that
 * and of what is taken for known tells it nothing of either, and no secret of others; the rest is sorted out.
 */
final class PartDecision {
    private final Part part;
    private final List<Party> parties;
    private final List<Party> apart;
    private final BitSet printed = new BitSet();
    private final List<Insight> told = new ArrayList<>();

    /**
     * Decides.
     *
     * @param kept what is a secret besides
     * @param apart numbers of the parties that have a view of their own, and so come by nothing
     */
    PartDecision(Part part, List<Insight> kept, BitSet apart) {
        this.part = part;
        Map<Boolean, List<Party>> sides =
                part.parties().stream().collect(Collectors.partitioningBy(party -> apart.get(party.number())));
        this.parties = sides.getOrDefault(false, List.of());
        this.apart = sides.getOrDefault(true, List.of());
        List<Secret> secrets = new ArrayList<>();
        part.secrets().stream().filter(Secret::isFirst).forEach(secrets::add);
        int first = secrets.size();
        part.secrets().stream().filter(secret -> !secret.isFirst()).forEach(secrets::add);
        kept.forEach(insight -> secrets.add(Secret.derived(insight.sum())));
        List<View> views = new ArrayList<>();
        views.add(view(secrets, first));
        this.apart.stream().map(this::viewOf).forEach(views::add);
        Outcome outcome = Suppression.decide(views);
        sortOut(outcome);
        if (!parties.isEmpty()) {
            Insights before = Insights.of(part.unknowns(), part.known(), part.secrets(), parties);
            findTold(outcome.insights(secrets, parties), before, shown(printed));
        }
    }

    /** Numbers of the candidates that may be printed. */
    BitSet printed() {
        return printed;
    }

    /** What parties come by and must not. */
    List<Insight> told() {
        return told;
    }

    private View view(List<Secret> secrets, int first) {
        List<LinearSum> sums = secrets.stream().map(Secret::sum).toList();
        List<Watched> watched = new ArrayList<>();
        for (Party party : parties) {
            party.sums().forEach(sum -> watched.add(new Watched(sum, s -> !party.isShutOff(secrets.get(s)))));
        }
        return new View(
                part.unknowns(),
                part.known(),
                sums.subList(0, first),
                sums.subList(first, sums.size()),
                part.candidates(),
                watched);
    }

    private View viewOf(Party party) {
        List<LinearSum> all = new ArrayList<>(part.known());
        all.addAll(party.sums());
        List<LinearSum> others = part.secrets().stream()
                .filter(party::isShutOff)
                .map(Secret::sum)
                .toList();
        return new View(part.unknowns(), all, List.of(), others, part.candidates(), List.of());
    }

    /**
     * What follows from sums taken for known must follow from what is independent of them, and from what is printed of
     * them: else it would tell of them. What follows from them and from what a party knows must follow from what is
     * independent of both, from what the party knows, and from what is printed of them or known to it: else it would
     * tell the party. That not all that is independent is printed in the end takes nothing from that.
     */
    private void sortOut(Outcome outcome) {
        IntStream.range(0, part.candidates().size()).forEach(i -> printed.set(i, outcome.isPrinted(i)));
        BitSet accepted = (BitSet) printed.clone();
        if (!part.known().isEmpty()) {
            keepFollowing(outcome.implied(0), accepted, List.of());
        }
        for (int p = 0; p < apart.size(); p++) {
            Party party = apart.get(p);
            BitSet implied = outcome.implied(p + 1);
            if (party.isStrict()) {
                keepFollowing(implied, accepted, List.of());
            } else if (!part.known().isEmpty()) {
                keepFollowing(
                        implied,
                        accepted,
                        Stream.concat(party.sums().stream(), party.margins().stream())
                                .toList());
            }
        }
    }

    /** Of some candidates prints only those that follow from the others that were accepted, and from some sums. */
    private void keepFollowing(BitSet some, BitSet accepted, List<LinearSum> known) {
        BitSet others = (BitSet) accepted.clone();
        others.andNot(some);
        Elimination elimination = new Elimination(part.unknowns());
        Suppression.takeAll(
                elimination,
                Stream.concat(shown(others).stream(), known.stream()).toList());
        some.stream()
                .filter(i -> elimination.open(part.candidates().get(i)).nonzero() > 0)
                .forEach(printed::clear);
    }

    /** What is printed already, and some candidates. */
    private List<LinearSum> shown(BitSet some) {
        List<LinearSum> shown = new ArrayList<>(part.printed());
        some.stream().forEach(i -> shown.add(part.candidates().get(i)));
        return shown;
    }

    /**
     * Finds who comes by something that was not known before. Where a secret followed for a party before, it knows it
     * by itself, or a margin was made of it that it must not come by. What follows of what a party knows tells it
     * nothing if it follows from what is printed, and from what it knew before of what is taken for known. Candidates
     * that were sorted out count as told here, which tells of more than there is.
     */
    private void findTold(Insights after, Insights before, List<LinearSum> shown) {
        Map<Secret, Insight> doubtful = new LinkedHashMap<>();
        for (Insight insight : after.all()) {
            Party party = insight.party();
            if (insight.secret().isPresent()) {
                if (!before.isComeBy(insight)) {
                    told.add(insight);
                }
            } else if ((party.isStrict() || !part.known().isEmpty()) && !before.isKnown(insight)) {
                if (party.isStrict()) {
                    told.add(insight);
                } else {
                    doubtful.put(Secret.from(insight.sum(), party), insight);
                }
            }
        }
        // most follow from what is printed: what parties knew is looked up for the others only
        Set<Secret> sums = doubtful.keySet();
        sums.removeAll(Insights.known(part.unknowns(), shown, sums, List.of()));
        sums.removeAll(Insights.known(part.unknowns(), shown, sums, withMargins(doubtful.values(), before)));
        told.addAll(doubtful.values());
    }

    /** What some parties knew before of what is taken for known. */
    private static List<Party> withMargins(Collection<Insight> doubtful, Insights before) {
        Map<Integer, Party> parties = new LinkedHashMap<>();
        doubtful.forEach(insight -> parties.put(insight.party().number(), insight.party()));
        return parties.values().stream()
                .map(party -> {
                    List<LinearSum> sums = new ArrayList<>(party.margins());
                    before.of(party).stream()
                            .filter(insight -> insight.secret().isEmpty())
                            .forEach(insight -> sums.add(insight.sum()));
                    return party.knowing(sums, List.of(), false);
                })
                .toList();
    }
}
