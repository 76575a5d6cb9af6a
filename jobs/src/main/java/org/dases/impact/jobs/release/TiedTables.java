// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.cohort.spark.LevelTies;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.compute.ConformedRows;
import org.dases.impact.jobs.compute.Inputs;

/**
 * Looks into the data for what readers know of the world and the gate does not: that each course is of one solution.
 * Where one table shows solutions and another one courses of the same people, the courses of a solution add up to it,
 * and what the one withholds the other could tell. Such tables are not published side by side.
 */
final class TiedTables {
    private final ConformedRows rows;
    private final AxisKinds kinds;
    private final long k;

    /** A search among rows; {@code k} people are a group that may be known. */
    TiedTables(ConformedRows rows, AxisKinds kinds, long k) {
        this.rows = rows;
        this.kinds = kinds;
        this.k = k;
    }

    /** What to do where tables are tied; empty where none are. */
    List<String> find(Map<PublishedTable, CellsInputs> inputs) {
        Set<String> found = new LinkedHashSet<>();
        List<PublishedTable> tables = List.copyOf(inputs.keySet());
        for (int one = 0; one < tables.size(); one++) {
            for (int other = one + 1; other < tables.size(); other++) {
                find(tables.get(one), tables.get(other), inputs, found);
            }
        }
        return List.copyOf(found);
    }

    private void find(
            PublishedTable one, PublishedTable other, Map<PublishedTable, CellsInputs> inputs, Set<String> found) {
        List<LevelTies.Pair> pairs = pairs(one, other);
        Set<String> populations = populations(one);
        populations.retainAll(populations(other));
        if (pairs.isEmpty() || populations.isEmpty()) {
            return;
        }
        // The cells of one may be older than those of the other: what was known then is known still.
        Stream.of(one, other).map(inputs::get).distinct().forEach(used -> {
            LevelTies ties = new LevelTies(rows.of(used), rows.settings());
            populations.forEach(over -> ties.among(over, pairs, k)
                    .forEach(pair -> found.add(reason(
                            one.id(),
                            pair.one().column(),
                            other.id(),
                            pair.other().column()))));
        });
    }

    /** The finest levels of dimensions that only one of them has: coarser ones are free where these are. */
    private List<LevelTies.Pair> pairs(PublishedTable one, PublishedTable other) {
        List<LevelTies.Pair> pairs = new ArrayList<>();
        for (Dimension here : without(one, other)) {
            for (Dimension there : without(other, one)) {
                pairs.add(new LevelTies.Pair(finest(here), finest(there)));
            }
        }
        return pairs;
    }

    private List<Dimension> without(PublishedTable table, PublishedTable other) {
        Set<String> known = other.dimensions().stream().map(kinds::of).collect(Collectors.toSet());
        return table.dimensions().stream()
                .filter(dimension -> !known.contains(kinds.of(dimension)))
                .toList();
    }

    private static Level finest(Dimension dimension) {
        return dimension.levels().get(dimension.levels().size() - 1);
    }

    private static Set<String> populations(PublishedTable table) {
        return table.indicators().stream()
                .filter(indicator -> indicator.contributor() == ContributorKind.LEARNER)
                .map(Inputs::population)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String reason(String one, String column, String other, String otherColumn) {
        return "Table " + one + " shows '" + column + "' and table " + other + " shows '" + otherColumn
                + "' of the same people, and in the data some codes of the one make up some of the other, or nearly:"
                + " whoever knows which would compute what one of the tables withholds. Put both columns into one"
                + " table, or into one dimension of the table that shows the finer one.";
    }
}
