// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/**
 * Schools and providers that are alone behind a cell and so know its figures even when it is withheld. What such an
 * insider could work out about others is a secret too.
 *
 * <p>Where schools or providers of a whole population are one only, it learns nothing that it does not know.
 */
final class Insiders {
    private final Population population;
    private final SharedMargins margins;
    private final List<Integer> cells = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final Map<Member, Map<List<Node>, Integer>> places = new HashMap<>();
    private final List<Bodies.Body> bodies = new ArrayList<>();

    Insiders(Population population, SharedMargins margins, BitSet filled) {
        this.population = population;
        this.margins = margins;
        for (Owner owner : Owner.values()) {
            for (Member member : population.members()) {
                int[] peopled = IntStream.range(0, member.cohorts())
                        .filter(c -> filled.get(member.firstCell() + c))
                        .toArray();
                int[] single = Arrays.stream(peopled)
                        .filter(c -> member.isSingle(c, owner))
                        .toArray();
                if (single.length < peopled.length) {
                    for (int cohort : single) {
                        cells.add(member.firstCell() + cohort);
                        owners.add(owner);
                    }
                }
            }
            Map<Integer, Integer> own = new TreeMap<>();
            IntStream.range(0, cells.size())
                    .filter(insider -> owners.get(insider) == owner)
                    .forEach(insider -> own.put(insider, cells.get(insider)));
            bodies.addAll(Bodies.of(population, margins, filled, owner, own));
        }
    }

    /**
     * One who knows a cell.
     *
     * @param cell the cell
     * @param own numbers of the secret cells that are its own
     */
    record Insider(int cell, IntPredicate own) {}

    /** What a body knows. */
    List<LinearSum> sums(Bodies.Body body) {
        return body.insiders().stream()
                .map(insider -> population.sum(cells.get(insider)))
                .toList();
    }

    /** Those that are the insiders of several cells. */
    List<Bodies.Body> bodies() {
        return bodies;
    }

    /** Whether there are any. */
    boolean areThere() {
        return !cells.isEmpty();
    }

    /**
     * What each insider knows.
     *
     * @param secretCells the secret cells, by whose number its own are told; further secrets may be told
     */
    List<Insider> all(int[] secretCells) {
        return IntStream.range(0, cells.size())
                .mapToObj(insider -> new Insider(
                        cells.get(insider),
                        secret -> secret >= secretCells.length || isOwn(insider, secretCells[secret])))
                .toList();
    }

    /** Whether the insider of a watched cell is also the only one behind a secret cell. */
    private boolean isOwn(int watched, int secret) {
        int cell = cells.get(watched);
        Member member = population.memberOf(cell);
        if (margins.isSame(cell, secret)) {
            return true;
        }
        if (population.memberOf(secret) != member) {
            return false;
        }
        List<Node> both = new ArrayList<>();
        List<Node> one = member.at(cell - member.firstCell());
        List<Node> two = member.at(secret - member.firstCell());
        for (int axis = 0; axis < one.size(); axis++) {
            both.add(one.get(axis).common(two.get(axis)));
        }
        Integer above = places.computeIfAbsent(member, Insiders::placesOf).get(both);
        return above != null && member.isSingle(above, owners.get(watched));
    }

    private static Map<List<Node>, Integer> placesOf(Member member) {
        Map<List<Node>, Integer> places = new HashMap<>();
        for (Cohort cohort : member.table().cohorts()) {
            places.put(cohort.at(), places.size());
        }
        return places;
    }
}
