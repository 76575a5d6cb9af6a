// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What may be printed, and what somebody who knows several watched sums could compute from it. */
public final class Outcome {
    private final BitSet printed;
    private final List<BitSet> implied;
    private final List<View> views;
    private final List<Elimination> end;

    Outcome(BitSet printed, List<BitSet> implied, List<View> views, List<Elimination> end) {
        this.printed = printed;
        this.implied = implied;
        this.views = views;
        this.end = end;
    }

    /**
     * Whether a candidate may be printed.
     *
     * @param candidate its place in the order
     * @return false if it must be withheld
     */
    public boolean isPrinted(int candidate) {
        return printed.get(candidate);
    }

    /**
     * Candidates that may be printed and followed in a view from others, of those that do not: together these are
     * independent of one another and of what is known there.
     */
    BitSet implied(int view) {
        return implied.get(view);
    }

    /** What parties come by in the first view. */
    Insights insights(List<Secret> secrets, List<Party> parties) {
        return new Insights(end.get(0), secrets, parties);
    }

    /**
     * What those that know several watched sums could compute of the secrets of others from what is printed.
     *
     * @param view number of the view
     * @param secrets how many of its secrets, the first ones, they must not compute
     * @param knowers who they are
     * @return what each of them comes by, by its place in the list: for each secret, a sum of it and of what the knower
     *     knows that follows from what is printed, unless the secret follows before anything is printed; those who come
     *     by nothing are not in it
     */
    public Map<Integer, List<LinearSum>> told(int view, int secrets, List<Knower> knowers) {
        View own = views.get(view);
        List<Secret> first = IntStream.range(0, secrets)
                .mapToObj(s -> Secret.of(own.secrets().get(s), s))
                .toList();
        List<Party> parties = IntStream.range(0, knowers.size())
                .mapToObj(k -> Party.of(k, knowers.get(k)))
                .toList();
        Insights before = Insights.of(own.unknowns(), own.known(), first, parties);
        return new Insights(end.get(view), first, parties)
                .all().stream()
                        .filter(insight -> insight.secret().isPresent() && !before.isComeBy(insight))
                        .collect(Collectors.groupingBy(
                                insight -> insight.party().number(),
                                TreeMap::new,
                                Collectors.mapping(Insight::sum, Collectors.toList())));
    }
}
