// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.jobs.verify.Attested;
import org.dases.impact.jobs.verify.Printed;

/** Tables about the same persons, as far as links tie them, with what each prints of one indicator. */
final class LinkedTables {
    private final List<Link> links;
    private final List<Printed> rows = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private final Map<PrintedCells, Integer> firstRow = new HashMap<>();
    private int atoms;

    private LinkedTables(List<Link> links) {
        this.links = links;
        tables(links).forEach(this::add);
    }

    /**
     * The tables that are tied, directly or by others.
     *
     * @param attested says what their axes are
     * @param told the numbers in which they must agree
     * @param tables the rows of each; where one divides the year in two ways, of each way
     * @return those about the same persons, two at least
     */
    static List<LinkedTables> of(Attested attested, List<Told> told, List<PrintedCells> tables) {
        List<List<Link>> tied = new ArrayList<>();
        List<CellPlaces> before = new ArrayList<>();
        for (PrintedCells table : tables) {
            CellPlaces own =
                    new CellPlaces(table, attested.axes(table.rows().get(0).table()));
            before.forEach(first -> Link.between(first, own, told).ifPresent(link -> tie(link, tied)));
            before.add(own);
        }
        return tied.stream().map(LinkedTables::new).toList();
    }

    private static void tie(Link link, List<List<Link>> tied) {
        List<List<Link>> touched = tied.stream()
                .filter(some ->
                        tables(some).contains(link.one()) || tables(some).contains(link.other()))
                .toList();
        tied.removeAll(touched);
        List<Link> all = new ArrayList<>(List.of(link));
        touched.forEach(all::addAll);
        tied.add(all);
    }

    private static Set<PrintedCells> tables(List<Link> links) {
        Set<PrintedCells> tables = new LinkedHashSet<>();
        links.forEach(link -> tables.addAll(List.of(link.one(), link.other())));
        return tables;
    }

    private void add(PrintedCells table) {
        firstRow.put(table, rows.size());
        rows.addAll(table.rows());
        for (int[] own : table.atomsOf()) {
            cells.add(Arrays.stream(own).map(atom -> atoms + atom).toArray());
        }
        atoms += table.atoms();
    }

    /** Each two of them that are tied; nothing where there are no more than two. */
    List<LinkedTables> twoByTwo() {
        return links.size() < 2
                ? List.of()
                : links.stream().map(link -> new LinkedTables(List.of(link))).toList();
    }

    /** All rows, table by table. */
    List<Printed> rows() {
        return rows;
    }

    /** Who knows all of them. */
    Attack attack(Told told) {
        List<int[]> same = new ArrayList<>();
        for (Link link : links) {
            int one = Objects.requireNonNull(firstRow.get(link.one()));
            int other = Objects.requireNonNull(firstRow.get(link.other()));
            link.pairs().forEach(pair -> same.add(new int[] {one + pair[0], other + pair[1]}));
        }
        return new Attack(atoms, cells.toArray(int[][]::new), told.of(rows)).knowing(same);
    }
}
