// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.Insider;
import org.dases.impact.indicators.disclosure.audit.Move;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.audit.OpenTable;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.PrimaryReason;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * The learners that a series counts in the cells of a population, as a table that an attacker could bound. Counts add
 * up on axes whose codes share nobody; on the others, periods and solutions, each code is a table of its own, and the
 * counts of the parts bound that of the whole.
 */
final class HeadTable {
    private final Population population;
    private final Series series;
    private final int[][] cells;
    private final List<long[]> atoms = new ArrayList<>();
    private final List<OpenTable.Parts> parts = new ArrayList<>();
    private final BitSet fixed = new BitSet();
    private final List<List<String>> places = new ArrayList<>();
    private final List<Integer> cellOfAtom = new ArrayList<>();
    private final boolean isCounting;
    private final List<Series> alike = new ArrayList<>();
    private int size;

    private HeadTable(Population population, Series series) {
        this.population = population;
        this.series = series;
        cells = new int[population.cells()][0];
        population.members().stream().filter(member -> member.has(series)).forEach(this::add);
        isCounting = atoms.stream().flatMapToLong(Arrays::stream).anyMatch(count -> count > 0);
    }

    /** A table for each series, those that count the same learners everywhere once. */
    static List<HeadTable> of(Population population, PrimaryRules rules) {
        Map<List<Long>, HeadTable> distinct = new LinkedHashMap<>();
        for (Series series : population.series()) {
            List<Long> counts = new ArrayList<>();
            for (Member member : population.members()) {
                for (int c = 0; c < member.cohorts(); c++) {
                    counts.add(member.has(series) ? member.learners(c, series) : -1);
                }
                Series own = member.own(series);
                counts.add((long) rules.threshold(own));
                counts.add(rules.isSecretAsZero(own) ? 1L : 0L);
            }
            distinct.computeIfAbsent(counts, key -> new HeadTable(population, series))
                    .alike
                    .add(series);
        }
        return List.copyOf(distinct.values());
    }

    /** Whether a series counts these learners. */
    boolean isOf(Series other) {
        return alike.stream().anyMatch(other::isSameIndicator);
    }

    OpenTable open() {
        long[] counts = atoms.stream().flatMapToLong(Arrays::stream).toArray();
        return new OpenTable(
                counts, fixed, cells, SharedMargins.of(population, series).pairs(), parts);
    }

    /** Whether learners are in several parts of a whole, or may be. */
    boolean isOverlapping() {
        return !parts.isEmpty();
    }

    /**
     * That an unsafe count below the threshold may as well be at the threshold; and that one that has moved by less
     * than the threshold since it was told may as well have moved by the threshold.
     */
    List<Need> bounds(PrimaryRules rules) {
        List<Need> needs = new ArrayList<>();
        secrets(rules).forEach(cell -> {
            int threshold = rules.threshold(population.memberOf(cell).own(series));
            long learners = learners(cell);
            if (learners < threshold) {
                needs.add(new Need(cell, threshold - learners, Need.NEVER));
            }
            population.reasons(cell).stream()
                    .flatMap(reason -> reason instanceof PrimaryReason.Moved moved ? Stream.of(moved) : Stream.empty())
                    .filter(moved ->
                            alike.stream().anyMatch(each -> each.indicatorId().equals(moved.indicator())))
                    .mapToLong(PrimaryReason.Moved::earlier)
                    .filter(earlier -> Math.abs(learners - earlier) < threshold)
                    .distinct()
                    .forEach(earlier -> needs.add(new Need(
                            cell,
                            earlier + threshold - learners,
                            earlier < threshold ? Need.NEVER : learners + threshold - earlier)));
        });
        return needs;
    }

    /** That an unsafe count, whatever makes it unsafe, may as well be another one. */
    List<Need> doubts(PrimaryRules rules) {
        return secrets(rules).mapToObj(cell -> new Need(cell, 1, 1)).toList();
    }

    /** Those who are alone behind cells by one of the series that count alike, and so know more than is printed. */
    List<Insider> insiders(Rules rules) {
        SharedMargins margins = SharedMargins.of(population, series);
        BitSet peopled = population.peopledBy(series);
        Knowledge knowledge = new Knowledge(cells, fixed, parts);
        return alike.stream()
                .map(each -> Insiders.ofSeries(population, margins, peopled, each, rules))
                .flatMap(each -> each.bodies().stream().map(body -> knowledge.of(each.cellsOf(body), body.cells())))
                .distinct()
                .toList();
    }

    /** Unsafe cells in which the series counts somebody; empty ones too where zeros are secret. */
    private IntStream secrets(PrimaryRules rules) {
        BitSet unsafe = population.cellsOf(series);
        unsafe.and(population.unsafe());
        return unsafe.stream()
                .filter(cell -> isCounting
                        && (learners(cell) > 0
                                || rules.isSecretAsZero(
                                        population.memberOf(cell).own(series))));
    }

    /** The least that a reader may take a withheld count for: nobody only where no table tells that nobody is there. */
    int floor(PrimaryRules rules) {
        return population.members().stream()
                        .filter(member -> member.has(series))
                        .allMatch(member -> rules.isSecretAsZero(member.own(series)))
                ? 0
                : 1;
    }

    /** Codes that tell where an atom is, the table and the codes of overlapping axes first, then coarse before fine. */
    List<List<String>> places() {
        return places;
    }

    /** Another table that agrees with what is printed, by its places. */
    Witness witness(Move move) {
        List<Witness.Difference> differences = new ArrayList<>();
        move.forEach((atom, by) -> {
            int cell = cellOfAtom.get(atom);
            Member member = population.memberOf(cell);
            differences.add(new Witness.Difference(member.table().id(), member.at(cell - member.firstCell()), by));
        });
        return new Witness(series.indicatorId(), differences);
    }

    private long learners(int cell) {
        Member member = population.memberOf(cell);
        return member.learners(cell - member.firstCell(), series);
    }

    private void add(Member member) {
        BitSet overlapping = overlapping(member);
        Lattice slices = slices(member, overlapping);
        long[] counts = new long[slices.atoms()];
        for (int c = 0; c < member.cohorts(); c++) {
            cells[member.firstCell() + c] =
                    Arrays.stream(slices.atomsOf(c)).map(atom -> atom + size).toArray();
            int atom = slices.atomNumber(c);
            if (atom >= 0) {
                counts[atom] = member.learners(c, series);
                fixed.set(size + atom, counts[atom] == 0 && population.isPublicZero(member.firstCell() + c));
            }
        }
        addPlaces(member, slices, overlapping);
        for (Family family : member.lattice().families()) {
            if (overlapping.get(family.axis())) {
                parts.add(new OpenTable.Parts(
                        member.firstCell() + family.parent(),
                        Arrays.stream(family.children())
                                .mapToObj(child -> child + member.firstCell())
                                .toList()));
            }
        }
        atoms.add(counts);
        size += counts.length;
    }

    private void addPlaces(Member member, Lattice slices, BitSet overlapping) {
        Map<Integer, List<String>> place = new HashMap<>();
        int[] cellOf = new int[slices.atoms()];
        for (int c = 0; c < member.cohorts(); c++) {
            int atom = slices.atomNumber(c);
            if (atom >= 0) {
                cellOf[atom] = member.firstCell() + c;
                List<String> codes = new ArrayList<>(List.of(member.table().id()));
                List<Node> at = member.at(c);
                overlapping.stream().forEach(axis -> codes.add(at.get(axis).toString()));
                for (int depth = 1; depth <= 2; depth++) {
                    for (int axis = 0; axis < at.size(); axis++) {
                        List<String> path = at.get(axis).path();
                        if (!overlapping.get(axis)) {
                            codes.add(path.subList(0, Math.min(depth, path.size()))
                                    .toString());
                        }
                    }
                }
                place.put(atom, codes);
            }
        }
        for (int atom = 0; atom < place.size(); atom++) {
            cellOfAtom.add(cellOf[atom]);
            places.add(place.getOrDefault(atom, List.of()));
        }
    }

    /** Axes whose codes share learners: said so, or seen from the counts. */
    private BitSet overlapping(Member member) {
        BitSet overlapping = new BitSet();
        for (int axis = 0; axis < member.table().axes().size(); axis++) {
            overlapping.set(axis, !member.table().axes().get(axis).additive());
        }
        for (Family family : member.lattice().families()) {
            long sum = Arrays.stream(family.children())
                    .mapToLong(child -> member.learners(child, series))
                    .sum();
            if (sum != member.learners(family.parent(), series)) {
                overlapping.set(family.axis());
            }
        }
        return overlapping;
    }

    /** How the cohorts of a table contain one another with each code of some axes by itself, no code above another. */
    static Lattice slices(Member member, BitSet axes) {
        CellTable table = member.table();
        List<Cohort> cohorts = table.cohorts().stream()
                .map(cohort -> new Cohort(alone(cohort.at(), axes), cohort.tallies()))
                .toList();
        return new Lattice(new CellTable(table.id(), table.axes(), table.series(), cohorts));
    }

    private static List<Node> alone(List<Node> at, BitSet axes) {
        List<Node> nodes = new ArrayList<>(at);
        axes.stream()
                .forEach(axis -> nodes.set(axis, Node.of(at.get(axis).path().toString())));
        return nodes;
    }
}
