// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * What a number of persons and two others, each of some of them, tell together: who is in neither, where those two have
 * nobody in common, or who is in both, where everybody is in one of them. Nobody declares which holds; it is seen from
 * the figures: the whole is nowhere less than both together, or nowhere more. Those below the line of a rate are not
 * looked at: what they leave over is a difference to those above it, see {@link NestedPair}.
 */
final class Rests {
    private final SeriesRows mine;
    private final ToIntFunction<List<HeadCount>> least;
    private final PrimaryRules rules;
    private final List<HeadCount> all;
    private final Map<HeadCount, BitSet> printed = new HashMap<>();

    /**
     * Nothing is looked for yet.
     *
     * @param mine the rows that give way
     * @param done those that were decided on before
     * @param least how many are no small group, by the numbers that tell it
     * @param rules what rows keep their number for in any case
     */
    Rests(SeriesRows mine, List<SeriesRows> done, ToIntFunction<List<HeadCount>> least, PrimaryRules rules) {
        this.mine = mine;
        this.least = least;
        this.rules = rules;
        all = Stream.concat(done.stream(), Stream.of(mine))
                .flatMap(rows -> rows.counts().stream())
                .filter(count -> !count.isBelow())
                .toList();
        all.forEach(count -> printed.put(count, count.printed()));
    }

    /** A number in a cell. */
    private record InCell(HeadCount count, int cell) {
        long persons() {
            return count.at(cell);
        }
    }

    /** Three numbers of one cohort. */
    private record Triple(InCell whole, InCell one, InCell other) {
        /** Of those in neither; less than nobody where some are in both. */
        long rest() {
            return whole.persons() - one.persons() - other.persons();
        }

        /** Whether the rest is neither nobody nor many, and none of the three tells it by itself. */
        boolean isSmall(int least) {
            boolean isOfBoth = one.persons() < whole.persons() && other.persons() < whole.persons();
            return isOfBoth && rest() != 0 && Math.abs(rest()) < least;
        }

        Stream<InCell> numbers() {
            return Stream.of(whole, one, other);
        }
    }

    /** Makes secrets of numbers that tell such a group, if it is small. True if there was any. */
    boolean hide() {
        boolean isNew = false;
        for (HeadCount whole : all) {
            List<HeadCount> parts = isMine(whole) || all.stream().anyMatch(part -> isMine(part) && isPart(part, whole))
                    ? all.stream().filter(part -> isPart(part, whole)).toList()
                    : List.of();
            for (int i = 0; i < parts.size(); i++) {
                for (HeadCount other : parts.subList(i + 1, parts.size())) {
                    boolean isAsked = Stream.of(whole, parts.get(i), other).anyMatch(this::isMine);
                    isNew |= isAsked && hide(whole, parts.get(i), other);
                }
            }
        }
        return isNew;
    }

    private boolean isMine(HeadCount count) {
        return count.rows() == mine;
    }

    /** Those above the line of a rate are among others if all of the rate are. */
    private static boolean isPart(HeadCount part, HeadCount whole) {
        return part != whole
                && Stream.concat(
                                Stream.of(part),
                                part.rows().counts().stream().filter(count -> count.isWritten() && !count.isBelow()))
                        .allMatch(count -> NestedPair.isNested(count, whole));
    }

    private boolean hide(HeadCount whole, HeadCount one, HeadCount other) {
        int many = least.applyAsInt(List.of(whole, one, other));
        List<Triple> small = new ArrayList<>();
        boolean isWithout = false;
        boolean isWithin = false;
        int[] peopled = whole.rows().cells().filter(cell -> whole.at(cell) > 0).toArray();
        for (int cell : peopled) {
            for (Triple triple : triples(new InCell(whole, cell), one, other)) {
                if (triple.numbers().allMatch(this::isPrinted)) {
                    isWithout |= triple.rest() > 0;
                    isWithin |= triple.rest() < 0;
                }
                if (triple.isSmall(many)) {
                    small.add(triple);
                }
            }
            if (isWithout && isWithin) {
                return false;
            }
        }
        boolean isNew = false;
        for (Triple triple : small) {
            if (triple.numbers().allMatch(this::isVisible)) {
                InCell last = triple.numbers()
                        .filter(number -> isMine(number.count()))
                        .min(Comparator.comparing(InCell::persons))
                        .orElseThrow();
                last.count().hide(last.cell());
                isNew = true;
            }
        }
        return isNew;
    }

    private static List<Triple> triples(InCell whole, HeadCount one, HeadCount other) {
        int place = whole.count().rows().placeOf(whole.cell());
        List<Triple> triples = new ArrayList<>();
        for (InCell first : at(one, place)) {
            at(other, place).forEach(second -> triples.add(new Triple(whole, first, second)));
        }
        return triples;
    }

    private static List<InCell> at(HeadCount count, int place) {
        return count.rows().cellsAt(place).stream()
                .map(cell -> new InCell(count, cell))
                .filter(number -> number.persons() > 0)
                .toList();
    }

    /** Above the line of a rate over records stand records, which are no number of persons. */
    private boolean isVisible(InCell number) {
        return number.count().isVisible(number.cell())
                && number.count().isWritten(number.cell())
                && !Overlaps.isUnsaid(
                        number.count(), number.cell(), number.count().threshold(rules));
    }

    private boolean isPrinted(InCell number) {
        return Objects.requireNonNull(printed.get(number.count())).get(number.cell())
                && number.count().isWritten(number.cell());
    }
}
