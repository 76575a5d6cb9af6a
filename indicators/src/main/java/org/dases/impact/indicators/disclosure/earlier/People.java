// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;

/** How many there are of the people of a cohort, as it stands at one of two times, and how many there were. */
final class People {
    private final Side side;
    private final Series series;
    private final BitSet empty;
    private final Map<List<Node>, Optional<Ledger.Figure>> then;
    private final MovedNodes moves;

    /**
     * Of a release.
     *
     * @param empty cohorts of which everybody knows that nobody was in them
     * @param then what is remembered, by place
     */
    People(Side side, Series series, BitSet empty, Map<List<Node>, Optional<Ledger.Figure>> then, MovedNodes moves) {
        this.side = side;
        this.series = series;
        this.empty = empty;
        this.then = then;
        this.moves = moves;
    }

    /** As many as there are in a cohort. */
    Moved count(int cohort) {
        Tally tally = side.member().tally(cohort, series);
        return tally == null ? Moved.NOT : Moved.of(series, Ledger.Counts.of(tally));
    }

    /** As many as there are of a cohort's people; empty where that cannot be told. */
    Optional<Moved> now(int cohort) {
        MovedNodes.Change change = side.isThen() ? side.change(cohort) : null;
        return change == null
                ? Optional.of(count(cohort))
                : sum(
                        count(cohort),
                        change,
                        change.left(),
                        change.come(),
                        at -> side.find(moves.then(at)).map(this::count).or(() -> Optional.of(Moved.NOT)));
    }

    /** As many as there were of a cohort's people; empty where that is not known any more. */
    Optional<Moved> before(int cohort) {
        Optional<Moved> own = empty.get(cohort)
                ? Optional.of(Moved.NOT)
                : then.getOrDefault(side.member().at(cohort), Optional.empty()).flatMap(this::count);
        MovedNodes.Change change = side.isThen() ? null : side.change(cohort);
        return change == null
                ? own
                : own.flatMap(all -> sum(
                        all,
                        change,
                        change.come(),
                        change.left(),
                        at -> then.containsKey(at)
                                ? then.getOrDefault(at, Optional.empty()).flatMap(this::count)
                                : Optional.of(Moved.NOT)));
    }

    private Optional<Moved> count(Ledger.Figure then) {
        return then.counts().map(counts -> Moved.of(series, counts));
    }

    private static Optional<Moved> sum(
            Moved own,
            MovedNodes.Change change,
            List<List<Node>> more,
            List<List<Node>> less,
            Function<List<Node>, Optional<Moved>> people) {
        Optional<Moved> sum = Optional.of(own).filter(all -> change.isKnown()).filter(all -> change.areApart());
        for (List<Node> at : more) {
            sum = sum.flatMap(all -> people.apply(at).map(all::plus));
        }
        for (List<Node> at : less) {
            sum = sum.flatMap(all -> people.apply(at).map(all::minus));
        }
        return sum;
    }
}
