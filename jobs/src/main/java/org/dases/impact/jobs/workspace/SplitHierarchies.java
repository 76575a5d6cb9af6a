// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Finds tables that show a coarse and a fine level of one hierarchy apart, académies here and départements there. Every
 * reader knows how these lie in one another, but the gate sees it only where a dimension has both: without, the one
 * table could tell what the other withholds.
 */
final class SplitHierarchies {
    /**
     * Two levels that are known to lie in one another, and tables that show them apart.
     *
     * @param coarse column of the coarser level
     * @param withCoarse the table that shows it
     * @param fine column of the finer level
     * @param withFine the table that shows that one
     */
    record Split(String coarse, PublishedTable withCoarse, String fine, PublishedTable withFine) {}

    private final Set<List<String>> nested = new LinkedHashSet<>();
    private final List<PublishedTable> tables;

    /** What is published, with all dimensions that anybody has defined. */
    SplitHierarchies(List<PublishedTable> tables, List<Dimension> known) {
        this.tables = tables;
        Stream.concat(known.stream(), tables.stream().flatMap(table -> table.dimensions().stream()))
                .forEach(dimension -> nested.addAll(pairs(dimension)));
    }

    /** Each pair of levels and tables once. */
    List<Split> find() {
        List<Split> splits = new ArrayList<>();
        for (PublishedTable one : tables) {
            for (PublishedTable other : tables) {
                if (!one.id().equals(other.id()) && SplitPeriods.areOfTheSame(one, other)) {
                    splits.addAll(find(one, other));
                }
            }
        }
        return splits;
    }

    private List<Split> find(PublishedTable one, PublishedTable other) {
        List<Split> splits = new ArrayList<>();
        for (List<String> pair : nested) {
            boolean isJoined = Stream.of(one, other)
                    .flatMap(table -> table.dimensions().stream())
                    .anyMatch(dimension -> pairs(dimension).contains(pair));
            if (!isJoined) {
                levels(one)
                        .filter(level -> code(level).equals(pair.get(0)))
                        .forEach(coarse -> levels(other)
                                .filter(level -> code(level).equals(pair.get(1)))
                                .forEach(fine -> splits.add(new Split(coarse.column(), one, fine.column(), other))));
            }
        }
        return splits;
    }

    private static Stream<Level> levels(PublishedTable table) {
        return table.dimensions().stream().flatMap(dimension -> dimension.levels().stream());
    }

    private static Set<List<String>> pairs(Dimension dimension) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        List<Level> levels = dimension.levels();
        for (int coarse = 0; coarse < levels.size(); coarse++) {
            for (int fine = coarse + 1; fine < levels.size(); fine++) {
                pairs.add(List.of(code(levels.get(coarse)), code(levels.get(fine))));
            }
        }
        return pairs;
    }

    private static String code(Level level) {
        return level.table() + ": " + level.code();
    }
}
