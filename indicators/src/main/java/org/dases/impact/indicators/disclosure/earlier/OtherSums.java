// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;

/** What the figures of a series are made of, and by how much that is another than they were told to be made of. */
final class OtherSums {
    private final Side side;
    private final Series series;
    private final Sums[] others;

    /**
     * Compares.
     *
     * @param side cohorts as they stand at one of both times
     * @param empty those of which everybody knows that nobody was in them
     * @param then what is remembered, by place
     */
    OtherSums(Side side, Series series, BitSet empty, Map<List<Node>, Optional<Ledger.Figure>> then) {
        this.side = side;
        this.series = series;
        others = new Sums[side.member().cohorts()];
        Arrays.setAll(others, c -> now(c).minus(before(c, empty, then)));
    }

    /** By how much the sums of a cohort are other ones than they were told to be; unknown where they were not told. */
    Sums of(int cohort) {
        return others[cohort];
    }

    /** By how much the sums of cohorts that have no record in common are other ones, together. */
    Sums of(List<Integer> some) {
        return some.stream().map(cohort -> others[cohort]).reduce(Sums.NONE, Sums::plus);
    }

    /** Whether the sums above the line, or the figures themselves, add up within a family. */
    boolean areAddingUp(Family family) {
        return rest(family).isAmountKnown();
    }

    /** What sums leave over within a family: nothing, or unknown, as of things that persons share, and quantiles. */
    Sums rest(Family family) {
        boolean isChanged = IntStream.concat(IntStream.of(family.parent()), Arrays.stream(family.children()))
                .anyMatch(cohort -> side.change(cohort) != null);
        Sums parts = Arrays.stream(family.children()).mapToObj(this::now).reduce(Sums.NONE, Sums::plus);
        return isChanged && side.isThen()
                ? Sums.UNKNOWN
                : now(family.parent()).minus(parts).orUnknown();
    }

    private Sums now(int cohort) {
        return Sums.of(side.member().tally(cohort, series));
    }

    /** What the figure of a cohort's people was made of. */
    private Sums before(int cohort, BitSet empty, Map<List<Node>, Optional<Ledger.Figure>> then) {
        Sums own = empty.get(cohort)
                ? Sums.NONE
                : sums(then, side.member().at(cohort)).orElse(Sums.UNKNOWN);
        MovedNodes.Change change = side.change(cohort);
        if (change == null) {
            return own;
        }
        Sums sum = side.isThen() || !change.isKnown() ? Sums.UNKNOWN : own;
        for (List<Node> at : change.come()) {
            sum = sum.plus(sums(then, at).orElse(Sums.NONE));
        }
        for (List<Node> at : change.left()) {
            sum = sum.minus(sums(then, at).orElse(Sums.NONE));
        }
        return sum;
    }

    /** Those of a place; empty where none was listed. */
    private Optional<Sums> sums(Map<List<Node>, Optional<Ledger.Figure>> then, List<Node> at) {
        return Optional.ofNullable(then.get(at))
                .map(figure -> figure.map(this::sums).orElse(Sums.UNKNOWN));
    }

    /** As far as they were told: what the figures of single persons were made of is not remembered. */
    private Sums sums(Ledger.Figure then) {
        boolean isNobody = then.counts().filter(Ledger.Counts::isNobody).isPresent();
        return then.printed().map(row -> Sums.of(row, series)).orElse(isNobody ? Sums.NONE : Sums.UNKNOWN);
    }
}
