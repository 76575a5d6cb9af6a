// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Cells of one series that stand in several tables of a submission: same place on the axes that both have, the total on
 * those that only one has. That their numbers are equal is public knowledge.
 *
 * <p>The same code names the same place even where tables arrange codes in different hierarchies; a code that begins
 * with an underscore does so only below the same parents. Whether two cells are really the same is seen from their
 * contributors.
 */
final class SharedMargins {
    private final Population population;
    private final int[] first;
    private final List<int[]> pairs = new ArrayList<>();

    private SharedMargins(Population population) {
        this.population = population;
        first = new int[population.cells()];
        Arrays.setAll(first, cell -> cell);
    }

    /** No knowledge of what tables have in common. */
    static SharedMargins none(Population population) {
        return new SharedMargins(population);
    }

    /** What the tables that print a series have in common of it. */
    static SharedMargins of(Population population, Series series) {
        SharedMargins margins = new SharedMargins(population);
        if (population.members().stream().filter(member -> member.has(series)).count() < 2) {
            return margins;
        }
        Map<List<Object>, List<Integer>> places = new HashMap<>();
        for (Member member : population.members()) {
            for (int c = 0; c < member.cohorts() && member.has(series); c++) {
                margins.equate(member, c, series, places);
            }
        }
        return margins;
    }

    /**
     * Differences that are publicly zero.
     *
     * @param sum the number in a cell as a sum of unknowns
     */
    List<LinearSum> equalities(IntFunction<LinearSum> sum) {
        return pairs.stream()
                .map(pair -> sum.apply(pair[0]).plus(-1, sum.apply(pair[1])))
                .toList();
    }

    /** Pairs of cells that are the same one in two tables. */
    List<int[]> pairs() {
        return pairs;
    }

    private void equate(Member member, int cohort, Series series, Map<List<Object>, List<Integer>> places) {
        int cell = member.firstCell() + cohort;
        for (boolean wholePath : new boolean[] {true, false}) {
            List<Integer> here = places.computeIfAbsent(place(member, cohort, wholePath), key -> new ArrayList<>());
            here.stream()
                    .filter(other -> first[cell] == cell && isEqual(member, cohort, series, other))
                    .findFirst()
                    .ifPresent(other -> {
                        first[cell] = first[other];
                        pairs.add(new int[] {cell, other});
                    });
            here.add(cell);
        }
    }

    private boolean isEqual(Member member, int cohort, Series series, int cell) {
        Member other = population.memberOf(cell);
        return other != member && member.isEqual(cohort, series, other, cell - other.firstCell());
    }

    /** As a list: the hash of a map hardly tells codes apart that are counted up. */
    private static List<Object> place(Member member, int cohort, boolean wholePath) {
        Map<String, Object> place = new TreeMap<>();
        List<Node> at = member.at(cohort);
        for (int axis = 0; axis < at.size(); axis++) {
            List<String> path = at.get(axis).path();
            if (!path.isEmpty()) {
                String last = path.get(path.size() - 1);
                place.put(member.table().axes().get(axis).kind(), wholePath || last.startsWith("_") ? path : last);
            }
        }
        return List.copyOf(place.entrySet());
    }
}
