// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;

/** Finds what must become a secret of one series so that no difference to the series before it is too small. */
final class NestedSecrets {
    private final SeriesRows mine;
    private final Places places;
    private final List<NestedPair> pairs;
    private final ToldSides told;
    private final boolean areSumsProtected;
    private boolean isNew;

    NestedSecrets(SeriesRows mine, Places places, List<NestedPair> pairs, ToldSides told, boolean areSumsProtected) {
        this.mine = mine;
        this.places = places;
        this.pairs = pairs;
        this.told = told;
        this.areSumsProtected = areSumsProtected;
    }

    /** Makes secrets of all that is too close. True if there was something new. */
    boolean hide() {
        pairs.forEach(pair -> pair.forEachClose(places, (inner, outer) -> {
            if (!told.tell(pair, inner, outer)) {
                hide(pair, inner, outer);
            }
        }));
        if (areSumsProtected) {
            pairs.stream().filter(pair -> pair.inner() != pair.outer()).forEach(this::hideGroups);
        }
        return isNew;
    }

    /** Makes secrets of what is too close to another count's people of one code. */
    void hideOfOneCode(OneCode pair, int least) {
        pair.forEachClose(least, (single, coded) -> {
            boolean isSingle = pair.single().rows() == mine;
            hide(isSingle ? pair.single() : pair.coded(), isSingle ? single : coded);
        });
    }

    /**
     * Where another count is the sum over some codes, those of them without a printed number must not be a small group
     * together either.
     */
    void hideCodes(HeadCount count, int least) {
        BitSet printed = count.printed();
        for (Echo echo : areSumsProtected ? count.echoes() : List.<Echo>of()) {
            echo.other().visible().stream()
                    .boxed()
                    .flatMap(cell -> echo.at(cell).stream())
                    .forEach(sum -> hideCodes(count, printed, sum, least));
        }
    }

    private void hideCodes(HeadCount count, BitSet printed, CellSum sum, int least) {
        List<Integer> peopled =
                sum.plus().stream().filter(cell -> count.at(cell) > 0).toList();
        List<Integer> hidden =
                peopled.stream().filter(cell -> !printed.get(cell)).toList();
        boolean isPart = hidden.size() > 1 && hidden.size() < peopled.size();
        if (isPart && hidden.stream().mapToLong(count::at).sum() < least) {
            isNew |= count.hide(new CellSum(hidden, List.of()));
        }
    }

    private void hide(NestedPair pair, int inner, int outer) {
        if (pair.inner() != pair.outer()) {
            boolean isInner = pair.inner().rows() == mine;
            hide(isInner ? pair.inner() : pair.outer(), isInner ? inner : outer);
        } else if (!places.differAdditively(mine.placeOf(inner), mine.placeOf(outer))) {
            hide(pair.inner(), inner);
        } else if (areSumsProtected
                && mine.population().memberOf(inner) == mine.population().memberOf(outer)) {
            isNew |= pair.inner().hide(new CellSum(List.of(outer), List.of(inner)));
        }
    }

    private void hide(HeadCount count, int cell) {
        isNew = true; // only cells that were visible until now are found too close
        count.hide(cell);
    }

    /**
     * Siblings without a printed number, whose sum follows from the parent, must not differ by a small group either.
     */
    private void hideGroups(NestedPair pair) {
        boolean isInner = pair.inner().rows() == mine;
        HeadCount count = isInner ? pair.inner() : pair.outer();
        HeadCount other = isInner ? pair.outer() : pair.inner();
        BitSet printed = count.printed();
        for (Member member : mine.population().members()) {
            for (Family family : member.lattice().families()) {
                int[] hidden = Arrays.stream(family.children())
                        .map(child -> member.firstCell() + child)
                        .filter(cell -> !printed.get(cell) && count.at(cell) > 0)
                        .toArray();
                boolean isSumKnown =
                        printed.get(member.firstCell() + family.parent()) && isAddingUp(count, member, family);
                if (isSumKnown && hidden.length > 1) {
                    hideGroup(count, other, hidden, pair.least());
                }
            }
        }
    }

    /** Whether nobody is in two siblings: as the axis says, or as the numbers do. */
    private static boolean isAddingUp(HeadCount count, Member member, Family family) {
        return member.table().axes().get(family.axis()).additive()
                || Arrays.stream(family.children())
                                .mapToLong(child -> count.at(member.firstCell() + child))
                                .sum()
                        == count.at(member.firstCell() + family.parent());
    }

    private void hideGroup(HeadCount count, HeadCount other, int[] hidden, int least) {
        long difference = 0;
        for (int cell : hidden) {
            OptionalLong its = other.rows().cellsAt(mine.placeOf(cell)).stream()
                    .mapToLong(other::at)
                    .findFirst();
            if (its.isEmpty()) {
                return;
            }
            difference += count.at(cell) - its.getAsLong();
        }
        if (difference != 0 && Math.abs(difference) < least) {
            isNew |= count.hide(new CellSum(Arrays.stream(hidden).boxed().toList(), List.of()));
        }
    }
}
