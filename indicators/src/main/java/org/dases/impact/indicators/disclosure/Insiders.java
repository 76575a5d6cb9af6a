// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Owner;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.Knower;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * Schools and providers that are alone behind a cell and so know its figures even when it is withheld. What such an
 * insider could work out about others is a secret too.
 *
 * <p>Where schools or providers of a whole population are one only, it learns nothing that it does not know.
 */
final class Insiders {
    /** Nobody knows more than is printed. */
    static final Insiders NONE = new Insiders();

    private final List<Integer> cells = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();

    private Insiders() {}

    /**
     * Those of a population, of what all series have in common: whoever is alone by one of them knows its numbers.
     *
     * @param filled cells with somebody in them
     */
    static Insiders of(Population population, SharedMargins margins, BitSet filled, Rules rules) {
        return rules.singletons() ? new Insiders(population, margins, filled, owner -> population.series()) : NONE;
    }

    /**
     * Those of one series. Of a rate over records it is not counted how many schools there are; other series of the
     * same cells may say it.
     *
     * @param filled cells in which it has somebody
     */
    static Insiders ofSeries(Population population, SharedMargins margins, BitSet filled, Series series, Rules rules) {
        return rules.singletons()
                ? new Insiders(
                        population,
                        margins,
                        filled,
                        owner -> isTelling(population, series, owner) ? List.of(series) : population.series())
                : NONE;
    }

    private static boolean isTelling(Population population, Series series, Owner owner) {
        return population.members().stream()
                .filter(member -> member.has(series))
                .anyMatch(member -> IntStream.range(0, member.cohorts())
                        .mapToObj(c -> member.tally(c, series))
                        .anyMatch(tally -> tally != null && owner.isCounted(tally.contributors())));
    }

    /**
     * Those of a population.
     *
     * @param by each series by whose contributors it is told who is alone behind a cell
     */
    private Insiders(Population population, SharedMargins margins, BitSet filled, Function<Owner, List<Series>> by) {
        Set<List<Collection<Integer>>> distinct = new HashSet<>();
        for (Owner owner : Owner.values()) {
            for (Series series : by.apply(owner)) {
                List<Integer> known = known(population, filled, owner, series);
                Bodies.of(population, margins, filled, owner, series, known).forEach((own, its) -> {
                    if (distinct.add(List.of(own, its))) {
                        bodies.add(new Body(number(its), own));
                    }
                });
            }
        }
    }

    /** Cells of which one is alone behind those of a series; none where it is alone in the whole table. */
    private static List<Integer> known(Population population, BitSet filled, Owner owner, Series series) {
        List<Integer> known = new ArrayList<>();
        for (Member member : population.members()) {
            int[] peopled = IntStream.range(0, member.cohorts())
                    .filter(c -> filled.get(member.firstCell() + c))
                    .toArray();
            int[] single = Arrays.stream(peopled)
                    .filter(c -> member.isSingle(c, owner, series))
                    .toArray();
            if (single.length < peopled.length) {
                Arrays.stream(single).forEach(c -> known.add(member.firstCell() + c));
            }
        }
        return known;
    }

    private List<Integer> number(List<Integer> known) {
        int first = cells.size();
        cells.addAll(known);
        return IntStream.range(first, cells.size()).boxed().toList();
    }

    /**
     * Who knows some cells.
     *
     * @param insiders its numbers as an insider
     * @param cells the cells that are its own
     */
    record Body(List<Integer> insiders, Set<Integer> cells) {
        Body {
            insiders = List.copyOf(insiders);
            cells = Set.copyOf(cells);
        }

        /** Whether a number is its own: of these cells alone. */
        boolean owns(CellSum number) {
            return cells.containsAll(number.plus());
        }
    }

    /**
     * One who knows a cell.
     *
     * @param cell the cell
     * @param own numbers of the secrets that are its own
     */
    record Insider(int cell, IntPredicate own) {}

    /** Those that are the insiders of one cell or several, each with all its cells. */
    List<Body> bodies() {
        return bodies;
    }

    /** The cells that a body knows. */
    List<Integer> cellsOf(Body body) {
        return body.insiders().stream().map(cells::get).toList();
    }

    /**
     * What a body knows, for an attack on what it could compute. Of one with very many cells each is looked at by
     * itself.
     *
     * @param atoms what the number in a cell is a sum of
     */
    List<List<int[]>> parties(Body body, IntFunction<int[]> atoms) {
        List<int[]> sums = cellsOf(body).stream().map(atoms::apply).toList();
        return sums.size() > LinearProbe.MOST_KNOWN
                ? sums.stream().map(List::of).toList()
                : List.of(sums);
    }

    /**
     * What insiders know, each cell by itself.
     *
     * @param apart those that are looked at otherwise
     * @param secrets those that are kept from them but for their own, in the order of their numbers; further secrets
     *     may be told
     */
    List<Insider> besides(Set<Body> apart, List<CellSum> secrets) {
        return bodies.stream()
                .filter(body -> !apart.contains(body))
                .flatMap(body -> cellsOf(body).stream()
                        .map(cell -> new Insider(
                                cell, secret -> secret >= secrets.size() || body.owns(secrets.get(secret)))))
                .toList();
    }

    /**
     * What some bodies know, with the numbers of the secrets that are their own.
     *
     * @param secrets those that are kept from them, in the order of their numbers
     * @param sum the number in a cell as a sum of unknowns
     */
    List<Knower> knowers(List<Body> some, List<CellSum> secrets, IntFunction<LinearSum> sum) {
        Map<Integer, List<Integer>> byFirstCell = new HashMap<>();
        for (int secret = 0; secret < secrets.size(); secret++) {
            byFirstCell
                    .computeIfAbsent(secrets.get(secret).plus().get(0), cell -> new ArrayList<>())
                    .add(secret);
        }
        return some.stream()
                .map(body -> new Knower(
                        cellsOf(body).stream().map(sum::apply).toList(),
                        body.cells().stream()
                                .flatMap(cell -> byFirstCell.getOrDefault(cell, List.of()).stream())
                                .filter(secret -> body.owns(secrets.get(secret)))
                                .collect(Collectors.toSet())))
                .toList();
    }
}
