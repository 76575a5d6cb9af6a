// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.cohort.spark.LevelTies;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.jobs.compute.CellsInputs;
import org.dases.impact.jobs.compute.ConformedRows;

/**
 * Looks into the data for what readers know of the world and the gate does not: that each course is of one solution.
 * Where one table shows solutions and another one courses of the same people, the courses of a solution add up to it,
 * and what the one withholds the other could tell. Such tables are not published side by side.
 */
final class TiedTables {
    private final ConformedRows rows;
    private final AxisKinds kinds;
    private final Map<String, Map<String, LongSummaryStatistics>> thresholds;

    /**
     * A search among rows.
     *
     * @param submission the tables as the gate will see them, with what holds for each indicator
     */
    TiedTables(ConformedRows rows, AxisKinds kinds, Submission submission) {
        this.rows = rows;
        this.kinds = kinds;
        this.thresholds = submission.held().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        held -> held.getValue().stream()
                                .filter(each -> each.series().form().isMeasured())
                                .collect(Collectors.groupingBy(
                                        each -> each.series().group(),
                                        Collectors.flatMapping(
                                                each -> Stream.of(each.least(), each.greatest()),
                                                Collectors.summarizingLong(k -> k))))));
    }

    /**
     * What is asked of some rows at once.
     *
     * @param over canonical table
     * @param versions of that and the registers
     * @param datasets whose rows are read
     */
    private record Asked(String over, Map<String, Long> versions, Set<String> datasets) {}

    /** What to do where tables are tied; empty where none are. */
    List<String> find(Map<PublishedTable, CellsInputs> inputs) {
        Map<Asked, CellsInputs> where = new LinkedHashMap<>();
        Map<Asked, Map<LevelTies.Pair, Set<String>>> reasons = new LinkedHashMap<>();
        List<PublishedTable> tables = List.copyOf(inputs.keySet());
        for (PublishedTable one : tables) {
            for (PublishedTable other : tables.subList(tables.indexOf(one) + 1, tables.size())) {
                Set<String> populations = populations(one);
                populations.retainAll(populations(other));
                // The cells of one may be older than those of the other: what was known then is known still.
                Stream.of(one, other)
                        .map(table -> Objects.requireNonNull(inputs.get(table)))
                        .forEach(used -> {
                            for (String over : populations) {
                                Asked asked = asked(over, used);
                                where.putIfAbsent(asked, used);
                                pairs(one, other, over)
                                        .forEach(pair -> reasons.computeIfAbsent(asked, key -> new LinkedHashMap<>())
                                                .computeIfAbsent(pair, key -> new LinkedHashSet<>())
                                                .add(reason(
                                                        one,
                                                        pair.one().level(),
                                                        other,
                                                        pair.other().level())));
                            }
                        });
            }
        }
        Set<String> found = new LinkedHashSet<>();
        reasons.forEach((asked, byPair) -> {
            CellsInputs used = Objects.requireNonNull(where.get(asked));
            new LevelTies(rows.of(used), rows.settings())
                    .among(asked.over(), List.copyOf(byPair.keySet()))
                    .forEach(pair -> found.addAll(byPair.getOrDefault(pair, Set.of())));
        });
        return List.copyOf(found);
    }

    private static Asked asked(String over, CellsInputs used) {
        Map<String, Long> versions = new TreeMap<>(used.versions());
        versions.keySet().retainAll(List.of(over, "learner", "school"));
        return new Asked(over, versions, used.contracts().keySet());
    }

    /** The finest levels of dimensions that the other does not have: coarser ones are free where these are. */
    private List<LevelTies.Pair> pairs(PublishedTable one, PublishedTable other, String over) {
        List<LevelTies.Pair> pairs = new ArrayList<>();
        for (Dimension here : without(one, other)) {
            for (Dimension there : without(other, one)) {
                pairs.add(new LevelTies.Pair(shown(one, here, over), shown(other, there, over)));
            }
        }
        return pairs;
    }

    /** Where one dimension has the finest level of the other, both have its cells. */
    private List<Dimension> without(PublishedTable table, PublishedTable other) {
        return table.dimensions().stream()
                .filter(dimension -> other.dimensions().stream().noneMatch(its -> kinds.isShared(dimension, its)))
                .toList();
    }

    private Map<String, LongSummaryStatistics> asked(PublishedTable table) {
        return Objects.requireNonNull(thresholds.get(table.id()));
    }

    private LevelTies.Shown shown(PublishedTable table, Dimension dimension, String over) {
        Level finest = dimension.levels().get(dimension.levels().size() - 1);
        LongSummaryStatistics asked = Objects.requireNonNull(asked(table).get(over));
        return new LevelTies.Shown(finest, asked.getMin(), asked.getMax());
    }

    private Set<String> populations(PublishedTable table) {
        return table.indicators().stream()
                .filter(indicator -> indicator.contributor() == ContributorKind.LEARNER)
                .map(MeasuredTables::population)
                .filter(asked(table)::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String reason(PublishedTable one, Level here, PublishedTable other, Level there) {
        return "Table " + one.id() + " shows '" + here.column() + "' and table " + other.id() + " shows '"
                + there.column() + "' of the same people, and in the data some codes of the one make up some of the"
                + " other, or nearly: whoever knows which would compute what one of the tables withholds. Put both"
                + " columns into one table, or into one dimension of the table that shows the finer one.";
    }
}
