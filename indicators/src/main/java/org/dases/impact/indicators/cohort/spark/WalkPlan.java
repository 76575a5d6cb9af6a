// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * What the walk over the rows needs to know: the axes, and how each indicator is counted.
 *
 * <p>Rows come as: contributor, school, provider, school year, day (days since 1970), one code per dimension level,
 * then per indicator: whether the row counts, its numerator, its denominator, its unit.
 *
 * @param periods kinds of period, coarse first
 * @param levels number of levels of each dimension
 * @param columns names of the level columns, dimension by dimension
 * @param countings one per indicator
 * @param rules how the units of each come about
 * @param squares per indicator whether squares are needed
 * @param schoolYearStart first day of a school year
 */
record WalkPlan(
        List<PeriodKind> periods,
        List<Integer> levels,
        List<String> columns,
        List<Counting> countings,
        List<UnitRule> rules,
        List<Boolean> squares,
        MonthDay schoolYearStart)
        implements Serializable {
    static final int CONTRIBUTOR = 0;
    static final int SCHOOL = 1;
    static final int PROVIDER = 2;
    static final int SCHOOL_YEAR = 3;
    static final int DAY = 4;
    static final int FIRST_LEVEL = 5;
    static final int PER_INDICATOR = 4;

    static final List<String> COORDINATES = List.of("school_year", "period_kind", "period_start");
    static final List<String> SUMS = List.of("contributors", "x", "y", "hits", "misses", "xx", "xm", "mm");

    WalkPlan {
        periods = List.copyOf(periods);
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        countings = List.copyOf(countings);
        rules = List.copyOf(rules);
        squares = List.copyOf(squares);
    }

    /**
     * For a published table.
     *
     * @param table periods and dimensions
     * @param compiled the indicators
     * @param settings time
     */
    static WalkPlan of(PublishedTable table, List<CompiledIndicator> compiled, CubeSettings settings) {
        return new WalkPlan(
                table.periods(),
                table.dimensions().stream()
                        .map(dimension -> dimension.levels().size())
                        .toList(),
                table.dimensions().stream()
                        .flatMap(dimension -> dimension.levels().stream())
                        .map(Level::column)
                        .toList(),
                compiled.stream().map(CompiledIndicator::counting).toList(),
                compiled.stream().map(CompiledIndicator::rule).toList(),
                compiled.stream().map(CompiledIndicator::squares).toList(),
                settings.schoolYearStart());
    }

    int firstIndicator() {
        return FIRST_LEVEL + columns.size();
    }

    /** The columns that say which cell: period and levels. */
    List<String> cellColumns() {
        List<String> names = new ArrayList<>(COORDINATES);
        names.addAll(columns);
        return names;
    }

    /** The rows that the walk returns; {@code period_start} in days since 1970. */
    StructType partials() {
        StructType type = new StructType()
                .add("school_year", DataTypes.StringType)
                .add("period_kind", DataTypes.StringType)
                .add("period_start", DataTypes.IntegerType);
        for (String column : columns) {
            type = type.add(column, DataTypes.StringType);
        }
        type = type.add("indicator", DataTypes.IntegerType)
                .add("of", DataTypes.StringType)
                .add("name", DataTypes.StringType);
        for (String sum : SUMS) {
            boolean square = sum.equals("xx") || sum.equals("xm") || sum.equals("mm");
            type = type.add(sum, square ? DataTypes.createDecimalType(38, 0) : DataTypes.LongType);
        }
        return type;
    }
}
