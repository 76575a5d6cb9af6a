// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What readers could know of a series at an earlier release, in the cohorts of both times as they stand at one of them,
 * and how many came or went since.
 */
final class Since {
    private final BothTimes cohorts;
    private final Side side;
    private final Member member;
    private final Series series;
    private final Kin kin;
    private final int k;
    private final BitSet known = new BitSet();
    private final BitSet secret = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet empty;
    private final Moved[] now;
    private final Moved[] moved;
    private final @Nullable Moved[] sizes;
    private final OtherSums sums;

    /**
     * Compares.
     *
     * @param cohorts those of both times
     * @param side as they stand at one of them
     * @param k the least number of contributors that are not few
     * @param then what is remembered; in a cohort that was not listed then, though others beside it were, nobody was,
     *     as everybody knows
     */
    Since(BothTimes cohorts, Side side, Series series, Kin kin, int k, EarlierFigures then) {
        this.cohorts = cohorts;
        this.side = side;
        member = side.member();
        this.series = series;
        this.kin = kin;
        this.k = k;
        now = new Moved[member.cohorts()];
        moved = new Moved[now.length];
        Map<List<Node>, Optional<Ledger.Figure>> figures = side.isThen() ? then.stood() : then.figures();
        empty = new Unlisted(side, figures).find();
        for (int c = 0; c < now.length; c++) {
            Optional<Ledger.Figure> figure = figures.getOrDefault(member.at(c), Optional.empty());
            boolean wasKnown =
                    figure.filter(each -> each.reach() == Ledger.Reach.READERS).isPresent();
            known.set(c, wasKnown || empty.get(c));
            secret.set(c, figure.isPresent() && !wasKnown);
            Optional<Moved> is = now(c, then.moves());
            Optional<Moved> was = before(c, figures);
            now[c] = is.orElse(count(c));
            counted.set(c, is.isPresent() && was.isPresent());
            moved[c] = counted.get(c) ? now[c].minus(was.orElseThrow()) : Moved.NOT;
        }
        sums = new OtherSums(side, series, empty, figures);
        if (!side.isThen()) {
            // What is another set of people was no cohort then.
            side.changed().forEach(secret::clear);
            side.changed().forEach(empty::clear);
        }
        sizes = new @Nullable Moved[now.length];
        IntStream.range(0, now.length).forEach(this::size);
    }

    private Moved count(int cohort) {
        Tally tally = member.tally(cohort, series);
        return tally == null ? Moved.NOT : Moved.of(series, Ledger.Counts.of(tally));
    }

    /** As many as there are of a cohort's people. */
    private Optional<Moved> now(int cohort, MovedNodes moves) {
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
    private Optional<Moved> before(int cohort, Map<List<Node>, Optional<Ledger.Figure>> then) {
        Optional<Moved> own = empty.get(cohort)
                ? Optional.of(Moved.NOT)
                : then.getOrDefault(member.at(cohort), Optional.empty()).flatMap(this::count);
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

    /** The cohorts by which all else here is numbered. */
    Side side() {
        return side;
    }

    Kin kin() {
        return kin;
    }

    /** The least number of contributors that are not few. */
    int k() {
        return k;
    }

    /** Cohorts of which readers could know the figure then. */
    BitSet known() {
        return known;
    }

    /** The atoms of a cohort, by the numbers of both times. */
    BitSet atoms(int cohort) {
        BitSet atoms = new BitSet();
        Arrays.stream(side.atoms(cohort)).forEach(atoms::set);
        return atoms;
    }

    /** Whether a cohort is listed now, or a part of it. */
    boolean isListed(int cohort) {
        return Arrays.stream(side.atoms(cohort)).anyMatch(cohorts::isListed);
    }

    /** Whether a cohort is another set of people than any at the other time, as codes have moved. */
    boolean isChanged(int cohort) {
        return side.change(cohort) != null;
    }

    /** Whether a cohort was listed then, or none beside it was. */
    boolean wasListed(int cohort) {
        return !empty.get(cohort);
    }

    /** Whether it is known here how many were in a cohort. */
    boolean wasCounted(int cohort) {
        return counted.get(cohort);
    }

    /** Whether the figure of a cohort was withheld then. */
    boolean wasSecret(int cohort) {
        return secret.get(cohort);
    }

    /** The numbers of a cohort. */
    Moved now(int cohort) {
        return now[cohort];
    }

    /** By how much a cohort moved; not, where it is not known how many were there. */
    Moved moved(int cohort) {
        return moved[cohort];
    }

    /** By how much cohorts that have nobody in common moved together. */
    Moved moved(List<Integer> some) {
        return some.stream().map(cohort -> moved[cohort]).reduce(Moved.NOT, Moved::plus);
    }

    /** How many came to a cohort or left it at least: as many as it moved, or as came to its parts or left them. */
    Moved size(int cohort) {
        Moved size = sizes[cohort];
        if (size == null) {
            size = moved[cohort].size();
            for (int axis = 0; axis < kin.axes(); axis++) {
                int[] parts = kin.children(cohort, axis);
                Moved all = Arrays.stream(parts).mapToObj(this::size).reduce(Moved.NOT, Moved::plus);
                Moved renamed = renamed(parts);
                size = size.most(all.minus(renamed).minus(renamed));
            }
            sizes[cohort] = size;
        }
        return size;
    }

    /** As many as may have another code: who left with one that has gone may be who came with one that is new. */
    private Moved renamed(int[] parts) {
        Moved left = Arrays.stream(parts)
                .filter(part -> !isListed(part))
                .mapToObj(this::size)
                .reduce(Moved.NOT, Moved::plus);
        Moved came =
                Arrays.stream(parts).filter(empty::get).mapToObj(this::size).reduce(Moved.NOT, Moved::plus);
        return left.least(came);
    }

    /** Whether it is remembered how many were in a cohort, and nobody is seen to have come or gone. */
    boolean isStill(int cohort) {
        return counted.get(cohort) && size(cohort).equals(Moved.NOT);
    }

    /** What the figures are made of, and by how much that is another than it was told to be. */
    OtherSums sums() {
        return sums;
    }

    /**
     * A cohort with those one step finer on an axis; empty where neither persons nor sums add up, or none is listed.
     */
    Optional<Family> family(int cohort, int axis) {
        return kin.family(cohort, axis).filter(family -> kin.areApart(axis) || sums.areAddingUp(family));
    }
}
