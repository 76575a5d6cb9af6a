// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * Finds codes that one table shows below several others and another table, about the same people, by themselves: public
 * schools of each académie here, all of them there. The gate takes a code for the same in two tables where it stands in
 * one place only; of such a code the one table could tell what the other withholds. These tables are not published side
 * by side.
 */
final class SeveralParents {
    private final AxisKinds kinds;
    private final List<PublishedTable> asked;
    private final Map<String, CellTable> tables = new HashMap<>();

    /**
     * A search.
     *
     * @param asked the tables as they are defined
     * @param tables their cells
     */
    SeveralParents(AxisKinds kinds, List<PublishedTable> asked, List<CellTable> tables) {
        this.kinds = kinds;
        this.asked = asked;
        tables.forEach(table -> this.tables.put(table.id(), table));
    }

    /** What to do where there are such codes; empty where there are none. */
    List<String> find() {
        Set<String> found = new LinkedHashSet<>();
        for (PublishedTable one : asked) {
            for (PublishedTable other : asked.subList(asked.indexOf(one) + 1, asked.size())) {
                Set<String> groups = groups(one);
                groups.retainAll(groups(other));
                if (!groups.isEmpty()) {
                    found.addAll(find(one, other));
                    found.addAll(find(other, one));
                }
            }
        }
        return List.copyOf(found);
    }

    private Set<String> groups(PublishedTable table) {
        return cells(table).series().stream().map(Series::group).collect(Collectors.toSet());
    }

    private CellTable cells(PublishedTable table) {
        return Objects.requireNonNull(tables.get(table.id()));
    }

    /** Levels of one table with codes below several others, which the other table shows below other levels. */
    private List<String> find(PublishedTable one, PublishedTable other) {
        List<String> found = new ArrayList<>();
        for (int d = 0; d < one.dimensions().size(); d++) {
            Dimension here = one.dimensions().get(d);
            for (Dimension there : other.dimensions()) {
                if (kinds.of(here).equals(kinds.of(there))) {
                    for (int level : apart(codes(here), codes(there))) {
                        if (isBelowSeveral(cells(one), d + 1, level + 1)) {
                            found.add(reason(one, here.levels().get(level).column(), other));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> codes(Dimension dimension) {
        return dimension.levels().stream().map(AxisKinds::code).toList();
    }

    /** Positions of levels that both have, but not below the same ones. */
    private static List<Integer> apart(List<String> here, List<String> there) {
        List<Integer> apart = new ArrayList<>();
        for (int level = 0; level < here.size(); level++) {
            int its = there.indexOf(here.get(level));
            if (its >= 0 && !here.subList(0, level).equals(there.subList(0, its))) {
                apart.add(level);
            }
        }
        return apart;
    }

    private static boolean isBelowSeveral(CellTable table, int axis, int depth) {
        Map<String, Node> first = new HashMap<>();
        return table.cohorts().stream()
                .map(cohort -> cohort.at().get(axis))
                .filter(node -> node.path().size() == depth)
                .anyMatch(node -> !node.equals(Objects.requireNonNullElse(first.putIfAbsent(node.code(), node), node)));
    }

    private static String reason(PublishedTable one, String column, PublishedTable other) {
        return "Table " + one.id() + " shows '" + column + "' with codes that stand below several others, and table "
                + other.id() + " shows it of the same people, but not below the same columns: the one could tell what"
                + " the other withholds. Show '" + column + "' below the same columns in both, or in a dimension of its"
                + " own in both.";
    }
}
