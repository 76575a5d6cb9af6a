// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.jspecify.annotations.Nullable;

/**
 * What readers could know of a series at an earlier release, in the cohorts of both times as they stand at one of them,
 * and how many came or went since; or what they have of several releases, of each cohort from one of them.
 */
final class Since {
    private final BothTimes cohorts;
    private final Side side;
    private final Member member;
    private final Kin kin;
    private final int k;
    private final BitSet known = new BitSet();
    private final BitSet secret = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet empty;
    private final Moved[] now;
    private final Moved[] moved;
    private final Sizes sizes;
    private final OtherSums sums;
    /** By cohort, from where the numbers of each are; empty where that is the same for all. */
    private final @Nullable Since[] times;

    private final Map<List<Since>, Sizes> between = new HashMap<>();

    /**
     * Compares with one release.
     *
     * @param cohorts those of both times
     * @param side as they stand at one of them
     * @param k the least number of contributors that are not few
     * @param then what is remembered; in a cohort that was not listed then, though others beside it were, nobody was,
     *     as everybody knows
     */
    Since(BothTimes cohorts, Side side, Series series, Kin kin, int k, EarlierFigures then) {
        this(cohorts, side, series, kin, k, then, new @Nullable Since[0]);
    }

    /**
     * Compares with several releases.
     *
     * @param then of each cohort, the figure of its own release
     * @param times by cohort, what its own release is compared with; null where there is none
     */
    Since(BothTimes cohorts, Side side, Series series, Kin kin, int k, EarlierFigures then, @Nullable Since[] times) {
        this.times = times;
        this.cohorts = cohorts;
        this.side = side;
        member = side.member();
        this.kin = kin;
        this.k = k;
        now = new Moved[member.cohorts()];
        moved = new Moved[now.length];
        Map<List<Node>, Optional<Ledger.Figure>> figures = side.isThen() ? then.stood() : then.figures();
        empty = new Unlisted(side, figures).find();
        People people = new People(side, series, empty, figures, then.moves());
        for (int c = 0; c < now.length; c++) {
            Optional<Ledger.Figure> figure = figures.getOrDefault(member.at(c), Optional.empty());
            boolean wasKnown =
                    figure.filter(each -> each.reach() == Ledger.Reach.READERS).isPresent();
            known.set(c, wasKnown || empty.get(c));
            secret.set(c, figure.isPresent() && !wasKnown);
            Optional<Moved> is = people.now(c);
            Optional<Moved> was = people.before(c);
            now[c] = is.orElse(people.count(c));
            counted.set(c, is.isPresent() && was.isPresent());
            moved[c] = counted.get(c) ? now[c].minus(was.orElseThrow()) : Moved.NOT;
        }
        sums = new OtherSums(side, series, empty, figures);
        if (!side.isThen()) {
            // What is another set of people was no cohort then.
            side.changed().forEach(secret::clear);
            side.changed().forEach(empty::clear);
        }
        sizes = new Sizes(kin, now.length, cohort -> moved[cohort], this::renamed);
        // What others ask of at the same time must not change any more.
        IntStream.range(0, now.length).forEach(sizes::of);
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

    /** Whether a release told the figure of a cohort: nothing is remembered of who was not listed. */
    boolean wasTold(int cohort) {
        return known.get(cohort) && !empty.get(cohort);
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
        Since at = at(cohort);
        return at == this ? sizes.of(cohort) : at.size(cohort);
    }

    /** Where the numbers of a cohort are from. */
    private Since at(int cohort) {
        Since time = cohort < times.length ? times[cohort] : null;
        return time == null ? this : time;
    }

    /** Whether the numbers of all cohorts are from one release, so that those of a whole are those of its parts. */
    boolean isOfOneTime() {
        return times.length == 0;
    }

    /** The numbers of a piece. */
    Moved now(Piece piece) {
        return piece.parts().stream().map(part -> now[part]).reduce(now[piece.cohort()], Moved::minus);
    }

    /** By how much a piece moved. */
    Moved moved(Piece piece) {
        return moved[piece.cohort()].minus(movedWithin(piece));
    }

    /** By how much what readers know within a piece moved. */
    Moved movedWithin(Piece piece) {
        return piece.parts().stream().map(part -> moved(part, piece)).reduce(Moved.NOT, Moved::plus);
    }

    /** By how much the sums of what readers know within a piece are other ones than they were. */
    Sums sumsWithin(Piece piece) {
        return piece.parts().stream()
                .map(part -> told(part, piece).sums.of(part))
                .reduce(Sums.NONE, Sums::plus);
    }

    private Moved moved(int part, Piece piece) {
        return told(part, piece).moved[part];
    }

    /** What readers know within a piece is from the same release, where they knew it then. */
    private Since told(int part, Piece piece) {
        Since at = time(part, piece);
        return at.known.get(part) ? at : this;
    }

    /**
     * How many came to a piece or left it at least. Where what readers know within it is from another release, those
     * who came or went between both are among them.
     */
    Moved size(Piece piece) {
        Moved all = size(piece.cohort());
        for (int part : piece.parts()) {
            Since at = time(part, piece);
            Since other = at.known.get(part) ? at : at(part);
            all = all.minus(at.size(part))
                    .plus(
                            at == other
                                    ? Moved.NOT
                                    : between.computeIfAbsent(List.of(at, other), both -> between(at, other))
                                            .of(part));
        }
        return all;
    }

    /** How many came or went between two releases, as far as both remember it. */
    private Sizes between(Since one, Since other) {
        BitSet both = (BitSet) one.counted.clone();
        both.and(other.counted);
        Moved[] between = new Moved[now.length];
        Arrays.fill(between, Moved.NOT);
        both.get(0, times.length).stream()
                .forEach(cohort -> between[cohort] = one.moved[cohort].minus(other.moved[cohort]));
        return new Sizes(kin, now.length, cohort -> between[cohort], parts -> Moved.NOT);
    }

    /** Those that have gone have other numbers elsewhere. */
    private Since time(int part, Piece piece) {
        return part < times.length ? at(piece.cohort()) : this;
    }

    /** As many as may have another code: who left with one that has gone may be who came with one that is new. */
    private Moved renamed(int[] parts) {
        Moved left = Arrays.stream(parts)
                .filter(part -> !isListed(part))
                .mapToObj(sizes::of)
                .reduce(Moved.NOT, Moved::plus);
        Moved came = Arrays.stream(parts).filter(empty::get).mapToObj(sizes::of).reduce(Moved.NOT, Moved::plus);
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
