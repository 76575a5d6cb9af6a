// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be printed of a part, as it turns out if some sums are secrets besides and some of its parties have told
 * everybody what they know, while others are looked at apart. What parties come by is told.
 *
 * <p>One that has told all comes by nothing more: what is printed anew is independent of that, so that no sum of both
 * follows from what is printed, and no secret of others follows from both.
 */
final class PartDecision {
    private final Part part;
    private final List<LinearSum> known = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();
    private final BitSet printed = new BitSet();
    private final List<Insight> told = new ArrayList<>();

    /**
     * Decides.
     *
     * @param kept the sums that are secrets besides
     * @param apart numbers of the parties that have a view of their own, and so come by no secret
     * @param open numbers of the parties that have told what they know
     */
    PartDecision(Part part, List<LinearSum> kept, BitSet apart, BitSet open) {
        this.part = part;
        known.addAll(part.known());
        for (Party party : part.parties()) {
            if (open.get(party.number())) {
                known.addAll(party.sums());
            } else {
                parties.add(party);
            }
        }
        Insights before = Insights.of(part.unknowns(), known, part.secrets(), parties);
        List<Secret> secrets = new ArrayList<>();
        part.secrets().stream()
                .filter(secret -> secret.isFirst() && (open.isEmpty() || !before.isKnown(secret)))
                .forEach(secrets::add);
        int first = secrets.size();
        part.secrets().stream().filter(secret -> !secret.isFirst()).forEach(secrets::add);
        kept.forEach(sum -> secrets.add(Secret.derived(sum)));
        List<View> views = new ArrayList<>();
        views.add(view(secrets, first));
        parties.stream()
                .filter(party -> apart.get(party.number()))
                .map(this::viewOf)
                .forEach(views::add);
        Outcome outcome = Suppression.decide(views);
        List<LinearSum> shown = sortOut(outcome);
        if (!parties.isEmpty()) {
            findTold(outcome.insights(secrets, parties), before, shown);
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
                known,
                sums.subList(0, first),
                sums.subList(first, sums.size()),
                part.candidates(),
                watched);
    }

    private View viewOf(Party party) {
        List<LinearSum> all = new ArrayList<>(known);
        all.addAll(party.sums());
        List<LinearSum> others = part.secrets().stream()
                .filter(party::isShutOff)
                .map(Secret::sum)
                .toList();
        return new View(part.unknowns(), all, List.of(), others, part.candidates(), List.of());
    }

    /** What follows from sums taken for known must follow from what is printed: else it would tell of them. */
    private List<LinearSum> sortOut(Outcome outcome) {
        List<LinearSum> shown = new ArrayList<>(part.printed());
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < part.candidates().size(); i++) {
            if (outcome.isPrinted(i) && outcome.isImplied(i) && !known.isEmpty()) {
                doubtful.add(i);
            } else if (outcome.isPrinted(i)) {
                shown.add(part.candidates().get(i));
                printed.set(i);
            }
        }
        Set<Secret> sums = new LinkedHashSet<>();
        doubtful.forEach(i -> sums.add(Secret.derived(part.candidates().get(i))));
        Set<Secret> following = Insights.known(part.unknowns(), shown, sums, List.of());
        doubtful.stream()
                .filter(i -> following.contains(Secret.derived(part.candidates().get(i))))
                .forEach(printed::set);
        return shown;
    }

    /**
     * Finds who comes by something that was not known before. Where a secret followed for a party before, it knows it
     * by itself, or a margin was made of it that it must not come by. What follows of what a party knows tells it
     * nothing if it follows from what is printed, and from what it knew before of what is taken for known.
     */
    private void findTold(Insights after, Insights before, List<LinearSum> shown) {
        Map<Secret, Insight> doubtful = new LinkedHashMap<>();
        for (Insight insight : after.all()) {
            Party party = insight.party();
            if (insight.secret().isPresent()) {
                if (!before.isComeBy(insight)) {
                    told.add(insight);
                }
            } else if ((party.isStrict() || !known.isEmpty()) && !before.isKnown(insight)) {
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
