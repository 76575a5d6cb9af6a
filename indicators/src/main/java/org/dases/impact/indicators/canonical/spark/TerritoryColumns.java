// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.CanonicalColumn;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CodeList;
import org.dases.impact.indicators.canonical.ColumnRule;
import org.dases.impact.indicators.canonical.Territories;
import org.dases.impact.indicators.canonical.TerritoryLevel;
import org.dases.impact.indicators.definition.Dimension;

/**
 * The columns of a table that hold territories, in the forms that their lists keep. The finest territory that is known
 * tells those it lies in, whatever the record says of them; what no list knows is unknown.
 */
final class TerritoryColumns {
    private static final Column NOTHING = lit(null).cast(DataTypes.StringType);
    private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private static final String BARE = "aaaaaaceeeeiiiinooooouuuuyy";

    private final Map<TerritoryLevel, Column> given = new EnumMap<>(TerritoryLevel.class);

    TerritoryColumns(CanonicalTable table, TablePlan plan) {
        for (CanonicalColumn column : table.columns()) {
            if (column.rule() instanceof ColumnRule.Territory territory) {
                String name = column.name();
                given.put(
                        territory.level(), plan.has(name) ? col(plan.name(name)).getField("v") : NOTHING);
            }
        }
    }

    /**
     * Adds what the other methods look at: what the record says, plain, which territory that is, and which is taken.
     */
    Dataset<Row> placed(Dataset<Row> tried) {
        Dataset<Row> rows = tried;
        Column parent = NOTHING;
        for (Map.Entry<TerritoryLevel, Column> entry : given.entrySet()) {
            TerritoryLevel level = entry.getKey();
            rows = rows.withColumn(said(level), plain(entry.getValue()));
            rows = rows.withColumn(listed(level), found(Territories.list(level).forms(), col(said(level))));
            rows = rows.withColumn(taken(level), coalesce(parent, col(listed(level))));
            parent = found(Territories.parents(level), col(taken(level)));
        }
        return rows;
    }

    /** The value of a column in placed rows; empty for columns that hold no territory. */
    Optional<Column> value(CanonicalColumn column) {
        return column.rule() instanceof ColumnRule.Territory territory
                ? Optional.of(value(territory.level()))
                : Optional.empty();
    }

    /** Whether a placed row says a territory that no list knows, or that does not hold the finer one. */
    Column unknown() {
        return given.keySet().stream()
                .map(level -> says(level)
                        .and(col(listed(level)).isNull().or(col(listed(level)).notEqual(col(taken(level))))))
                .reduce(lit(false), Column::or);
    }

    private static Column value(TerritoryLevel level) {
        return coalesce(col(taken(level)), when(says(level), Dimension.UNKNOWN));
    }

    private static Column says(TerritoryLevel level) {
        return coalesce(col(said(level)).notEqual(""), lit(false));
    }

    /** What {@link CodeList#plain} does, for the letters that French has. */
    private static Column plain(Column text) {
        Column bare = translate(lower(regexp_replace(text, CodeList.MARKS, "")), ACCENTED, BARE);
        return regexp_replace(trim(regexp_replace(bare, CodeList.GAPS, " ")), CodeList.ZEROS, "");
    }

    private static Column found(SortedMap<String, String> map, Column key) {
        if (map.isEmpty()) {
            return NOTHING;
        }
        Column keys = lit(map.keySet().toArray(String[]::new));
        Column values = lit(map.values().toArray(String[]::new));
        return element_at(map_from_arrays(keys, values), key);
    }

    private static String said(TerritoryLevel level) {
        return "_said_" + level;
    }

    private static String listed(TerritoryLevel level) {
        return "_listed_" + level;
    }

    private static String taken(TerritoryLevel level) {
        return "_taken_" + level;
    }
}
