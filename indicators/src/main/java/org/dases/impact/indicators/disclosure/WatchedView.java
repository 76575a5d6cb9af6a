// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.elimination.Knower;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.elimination.Outcome;
import org.dases.impact.indicators.disclosure.elimination.Suppression;
import org.dases.impact.indicators.disclosure.elimination.View;
import org.dases.impact.indicators.disclosure.elimination.Watched;

/**
 * A view of what one would like to print, with those who know more than is printed: none of them shall be able to
 * compute a secret cell that is not its own.
 */
final class WatchedView {
    private static final int FEW = 2;

    private final View view;
    private final List<CellSum> kept;
    private final Insiders insiders;
    private final IntFunction<LinearSum> sum;
    private final Set<LinearSum> further = new LinkedHashSet<>();
    private final Set<Insiders.Body> apart = new LinkedHashSet<>();

    /**
     * A view that is watched.
     *
     * @param view what everybody knows, its secrets and candidates
     * @param kept its first secrets; the further ones are not kept from insiders
     * @param insiders those who know more
     * @param sum the number in a cell as a sum of the view's unknowns
     */
    WatchedView(View view, List<CellSum> kept, Insiders insiders, IntFunction<LinearSum> sum) {
        this.view = view;
        this.kept = kept;
        this.insiders = kept.isEmpty() ? Insiders.NONE : insiders;
        this.sum = sum;
        this.insiders.bodies().stream()
                .filter(body -> body.insiders().size() > Knower.MANY)
                .forEach(apart::add);
    }

    /** Whether nothing can be given away. */
    boolean isWithoutSecrets() {
        return view.isWithoutSecrets();
    }

    /**
     * Decides which candidates are printed.
     *
     * @param all views of the same candidates that are watched
     * @param others further views of them
     */
    static Outcome decide(List<WatchedView> all, List<View> others) {
        Outcome outcome = decideOnce(all, others);
        for (int round = 1; isTelling(all, outcome, round); round++) {
            outcome = decideOnce(all, others);
        }
        return outcome;
    }

    private static Outcome decideOnce(List<WatchedView> all, List<View> others) {
        List<View> views = new ArrayList<>();
        all.forEach(each -> views.add(each.now()));
        all.forEach(each -> views.addAll(each.viewsApart()));
        views.addAll(others);
        return Suppression.decide(views);
    }

    /** Who knows several cells is looked at once all is decided, since few of them could compute something. */
    private static boolean isTelling(List<WatchedView> all, Outcome outcome, int round) {
        boolean isTelling = false;
        for (int number = 0; number < all.size(); number++) {
            isTelling |= all.get(number).keep(outcome, number, round);
        }
        return isTelling;
    }

    private View now() {
        List<LinearSum> derived = new ArrayList<>(view.derived());
        derived.addAll(further);
        List<Watched> watched = insiders.besides(apart, kept).stream()
                .map(insider -> new Watched(sum.apply(insider.cell()), insider.own()))
                .toList();
        return new View(view.unknowns(), view.known(), view.secrets(), derived, view.candidates(), watched);
    }

    /**
     * The views of those who know several cells and are looked at apart: what they know is known there, and what is not
     * theirs is secret.
     */
    private List<View> viewsApart() {
        return knowers(List.copyOf(apart)).stream().map(this::viewOf).toList();
    }

    private View viewOf(Knower knower) {
        List<LinearSum> known = new ArrayList<>(view.known());
        known.addAll(knower.sums());
        List<LinearSum> others = IntStream.range(0, kept.size())
                .filter(secret -> !knower.own().contains(secret))
                .mapToObj(view.secrets()::get)
                .toList();
        return new View(view.unknowns(), known, List.of(), others, view.candidates(), List.of());
    }

    private List<Knower> knowers(List<Insiders.Body> bodies) {
        return insiders.knowers(bodies, kept, sum);
    }

    /**
     * Makes secrets of what those come by who know several cells. None follows again from what is then printed, but one
     * who knows many cells comes by as many things, one after the other: those who do so after a few rounds are looked
     * at apart, so that this ends soon, as are from the beginning those who know very many. What follows before
     * anything is printed cannot be helped.
     *
     * @param number number of this view among all
     * @param round number of the round, from 1
     * @return false if there is nothing more to keep
     */
    private boolean keep(Outcome outcome, int number, int round) {
        List<Insiders.Body> bodies = insiders.bodies().stream()
                .filter(body -> body.insiders().size() > 1 && !apart.contains(body))
                .toList();
        Map<Integer, List<LinearSum>> told = outcome.told(number, kept.size(), knowers(bodies));
        boolean isMore = false;
        for (Map.Entry<Integer, List<LinearSum>> each : told.entrySet()) {
            isMore |= round <= FEW ? further.addAll(each.getValue()) : apart.add(bodies.get(each.getKey()));
        }
        return isMore;
    }
}
