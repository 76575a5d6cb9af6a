// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Level;

/**
 * Finds levels whose codes say something of one another, in the data: each course is of one solution, each school in
 * one sector. Where two tables show them apart, whoever knows which is in which adds up the courses of a solution.
 *
 * <p>Two levels are free of each other where the codes that occur together hang together as a whole: then the only sum
 * that both have is that of everybody. That holds for coarser levels above them as well.
 */
public final class LevelTies {
    private final CanonicalData data;
    private final CubeSettings settings;

    /**
     * A search in conformed rows.
     *
     * @param data the conformed tables at hand
     * @param settings time
     */
    public LevelTies(CanonicalData data, CubeSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /**
     * A level as a table shows it.
     *
     * @param level the level
     * @param least the least k of the table's indicators about these people: a smaller group is never told
     * @param greatest the greatest of them: a group as large may always be told
     */
    public record Shown(Level level, long least, long greatest) {}

    /**
     * Two levels, of which one table may show one and another table the other.
     *
     * @param one the first
     * @param other the second
     */
    public record Pair(Shown one, Shown other) {}

    /**
     * Those of some pairs that are tied: some codes of the one have all the people of some of the other, fewer than
     * all; or a code of the one has all of some codes of the other that may be known, and besides them fewer than the
     * greater k.
     *
     * @param over canonical table whose rows count
     * @param pairs which levels; those over columns that the table does not have are not looked at
     * @return tied pairs in the order of the pairs; empty where there are no rows
     */
    public List<Pair> among(String over, List<Pair> pairs) {
        return data.table(over).map(rows -> among(rows, pairs)).orElse(List.of());
    }

    private List<Pair> among(Dataset<Row> rows, List<Pair> all) {
        List<Pair> pairs = all.stream().filter(pair -> hasColumns(rows, pair)).toList();
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<Integer, CodeGraph> graphs = graphs(rows, pairs);
        return IntStream.range(0, pairs.size())
                .filter(i -> graphs.containsKey(i)
                        && graphs.get(i).isTied(pairs.get(i).one(), pairs.get(i).other()))
                .mapToObj(pairs::get)
                .toList();
    }

    /** Columns of derived tables are not those of the rows that they are derived from. */
    private static boolean hasColumns(Dataset<Row> rows, Pair pair) {
        List<String> names = List.of(rows.columns());
        return Stream.of(pair.one().level(), pair.other().level())
                .filter(level -> level.table().equals("row"))
                .allMatch(level -> names.contains(level.source().substring("row.".length())));
    }

    private Map<Integer, CodeGraph> graphs(Dataset<Row> rows, List<Pair> pairs) {
        List<Level> levels = pairs.stream()
                .flatMap(pair -> Stream.of(pair.one().level(), pair.other().level()))
                .distinct()
                .toList();
        Column[] each = IntStream.range(0, pairs.size())
                .mapToObj(i -> struct(
                        lit(i).as("pair"),
                        code(levels, pairs.get(i).one().level()).as("one"),
                        code(levels, pairs.get(i).other().level()).as("other")))
                .toArray(Column[]::new);
        Map<Integer, CodeGraph> graphs = new HashMap<>();
        new MeasuredRows(data, settings, levels)
                .coded(rows, ContributorKind.LEARNER)
                .select(col("contributor"), explode(array(each)).as("at"))
                .groupBy("at.pair", "at.one", "at.other")
                .agg(count_distinct(col("contributor")).as("people"))
                .collectAsList()
                .forEach(row -> graphs.computeIfAbsent(row.getInt(0), pair -> new CodeGraph())
                        .add(row.getString(1), row.getString(2), row.getLong(3)));
        return graphs;
    }

    private static Column code(List<Level> levels, Level level) {
        return col("level" + levels.indexOf(level));
    }
}
