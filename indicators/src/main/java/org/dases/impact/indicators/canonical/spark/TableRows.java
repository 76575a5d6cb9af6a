// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.dases.impact.indicators.canonical.CanonicalColumn;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.dases.impact.indicators.canonical.ColumnRule;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RejectionReason;
import org.dases.impact.indicators.canonical.SchoolClock;
import org.dases.impact.indicators.definition.Dimension;

/** The rows of one canonical table, each with the reason why it is bad, if it is. */
final class TableRows {
    /** Why a row is bad, or null. */
    static final String REASON = "_reason";
    /** 1 for the row that is kept among good rows of equal key. */
    static final String RANK = "_rank";

    static final String UNKNOWN_VERB = "_unknown_verb";
    static final String UNKNOWN_CODE = "_unknown_code";
    static final String LATE = "_late";

    private static final List<String> PLACE = List.of("_slice", "_number");

    private final CanonicalTable table;
    private final TablePlan plan;
    private final Mapping mapping;
    private final ConformSettings settings;

    TableRows(CanonicalTable table, TablePlan plan, Mapping mapping, ConformSettings settings) {
        this.table = table;
        this.plan = plan;
        this.mapping = mapping;
        this.settings = settings;
    }

    /** One row per record that is to be in the table; tried columns become values and a reason. */
    Dataset<Row> valued(Dataset<Row> tried) {
        TerritoryColumns territories = new TerritoryColumns(table, plan);
        Dataset<Row> wanted = territories.placed(tried.filter(col(RecordView.GOOD)));
        Column reason = lit(null).cast(DataTypes.StringType);
        if (plan.has(TablePlan.FROM)) {
            Column from = col(plan.name(TablePlan.FROM));
            wanted = wanted.filter(from.isNull().or(from.getField("v")));
            String text = RejectionReason.unreadable(table.name(), TablePlan.FROM, CanonicalType.BOOLEAN);
            reason = when(from.isNull(), text);
        }
        List<Column> columns = new ArrayList<>();
        Column unknown = lit(false);
        for (CanonicalColumn column : table.columns()) {
            Column value = lit(null).cast(CanonicalSchema.type(column.type()));
            if (plan.has(column.name())) {
                Column tryout = col(plan.name(column.name()));
                value = tryout.getField("v");
                reason = coalesce(reason, fault(column, tryout));
                unknown = unknown.or(value.isNull().and(coalesce(tryout.getField("k"), lit(false))));
            }
            columns.add(territories.value(column).orElse(value).as(column.name()));
        }
        columns.add(reason.as("_fault"));
        columns.add(unknown.as(UNKNOWN_VERB));
        columns.add(territories.unknown().as(UNKNOWN_CODE));
        if (plan.has(CanonicalTable.SCHOOL_YEAR)) {
            columns.add(col(plan.name(CanonicalTable.SCHOOL_YEAR)).getField("v").as("_given_year"));
        }
        Optional<String> date = table.datedBy().filter(plan::has);
        columns.add(date.map(name -> coalesce(col(plan.name(name)).getField("d"), lit(false)))
                .orElse(lit(false))
                .as("_is_day"));
        CanonicalTable.PROVENANCE.forEach(name -> columns.add(col(name)));
        PLACE.forEach(name -> columns.add(col(name)));
        return dated(wanted.select(columns.toArray(Column[]::new)));
    }

    /** Adds the rank among good rows of equal key: earliest pulled, then lowest slice and number. */
    Dataset<Row> ranked(Dataset<Row> valued) {
        List<Column> same = new ArrayList<>(List.of(col(REASON)));
        table.key().forEach(name -> same.add(col(name)));
        WindowSpec window = Window.partitionBy(same.toArray(Column[]::new))
                .orderBy(col("_pulled_at"), col("_slice"), col("_number"));
        return valued.withColumn(RANK, row_number().over(window));
    }

    private Dataset<Row> dated(Dataset<Row> rows) {
        Dataset<Row> dated = rows;
        if (table.datedBy().isPresent()) {
            CanonicalColumn date = table.column(table.datedBy().get()).orElseThrow();
            Column day = date.type() == CanonicalType.TIMESTAMP ? day(col(date.name())) : col(date.name());
            dated = dated.withColumn(CanonicalTable.LOCAL_DATE, day);
        }
        Column year = SchoolYears.of(table.year(), plan.has(CanonicalTable.SCHOOL_YEAR), settings.schoolYearStart());
        dated = dated.withColumn(CanonicalTable.SCHOOL_YEAR, year)
                .withColumn(CanonicalTable.PROVIDER, lit(mapping.provider()));
        Column noYear = when(col(CanonicalTable.SCHOOL_YEAR).isNull(), RejectionReason.noSchoolYear(table.name()));
        return dated.withColumn(REASON, coalesce(col("_fault"), noYear))
                .withColumn(LATE, late())
                .drop("_fault", "_given_year", "_is_day");
    }

    /** The day on the clock of the school; a day without a time stays the one that it was in the workspace's zone. */
    private Column day(Column instant) {
        String uai = table.column("uai").isPresent() ? "uai" : "cast(null as string)";
        String zone = settings.zone().getId();
        return LocalDays.of(instant, when(col("_is_day"), lit(zone)).otherwise(expr(SchoolClock.zone(uai, zone))));
    }

    private Column late() {
        Optional<CanonicalColumn> happened = table.columns().stream()
                .filter(column -> column.rule() instanceof ColumnRule.Happened)
                .findFirst();
        return happened.map(column -> coalesce(
                        col(column.name())
                                .plus(expr("INTERVAL " + settings.lateDays() + " DAYS"))
                                .lt(col("_pulled_at")),
                        lit(false)))
                .orElse(lit(false));
    }

    private Column fault(CanonicalColumn column, Column tryout) {
        String name = column.name();
        Column value = tryout.getField("v");
        Column failed = tryout.isNull().or(value.isNull().and(tryout.getField("u")));
        if (column.type() == CanonicalType.DOUBLE) {
            failed = failed.or(isnan(value)).or(abs(value).equalTo(Double.POSITIVE_INFINITY));
        }
        Column fault = when(failed, RejectionReason.unreadable(table.name(), name, column.type()));
        // Data with this code would be taken for the total of their dimension.
        if (column.type() == CanonicalType.STRING) {
            fault = fault.when(trim(value).equalTo(Dimension.TOTAL), RejectionReason.total(table.name(), name));
        }
        if (column.required() || mapping.required().contains(name)) {
            Column missing = column.type() == CanonicalType.STRING
                    ? value.isNull().or(trim(value).equalTo(""))
                    : value.isNull();
            fault = fault.when(missing, RejectionReason.missing(table.name(), name));
        }
        if (column.rule() instanceof ColumnRule.OneOf list) {
            return fault.when(
                    not(value.isInCollection(list.codes())),
                    RejectionReason.notInList(table.name(), name, list.codes()));
        }
        if (column.rule() instanceof ColumnRule.Between bounds) {
            return fault.when(
                    not(value.between(bounds.low(), bounds.high())),
                    RejectionReason.outOfBounds(table.name(), name, bounds));
        }
        if (column.rule() instanceof ColumnRule.Happened) {
            Column first = lit(ColumnRule.Happened.EARLIEST).cast(DataTypes.TimestampType);
            return fault.when(value.lt(first), RejectionReason.past(table.name(), name))
                    .when(
                            value.gt(col("_pulled_at").plus(expr("INTERVAL 1 DAY"))),
                            RejectionReason.future(table.name(), name));
        }
        return fault;
    }
}
