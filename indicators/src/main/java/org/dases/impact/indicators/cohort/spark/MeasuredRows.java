// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;

/**
 * The rows of one table as the walk wants them: contributor, school, provider, time, one code per level, and the
 * compiled columns of the indicators.
 */
final class MeasuredRows {
    private final CanonicalData data;
    private final CubeSettings settings;
    private final List<Level> levels;

    MeasuredRows(CanonicalData data, CubeSettings settings, List<Level> levels) {
        this.data = data;
        this.settings = settings;
        this.levels = List.copyOf(levels);
    }

    /**
     * Rows that at least one of the indicators counts.
     *
     * @param table rows of the table that the indicators are over
     * @param kind who contributes
     * @param indicators the compiled indicators
     */
    Dataset<Row> of(Dataset<Row> table, ContributorKind kind, List<CompiledIndicator> indicators) {
        Dataset<Row> rows = withAttributes(table);
        String contributor = CompiledIndicator.contributor(kind, List.of(table.columns()));
        Dataset<Row> kept = counted(rows, indicators);
        return (kind == ContributorKind.RECORD ? kept : kept.where(contributor + " is not null"))
                .select(columns(rows, contributor, indicators, lit(Dimension.UNKNOWN))
                        .toArray(Column[]::new));
    }

    /**
     * The same rows for packing, where contributors are learners: with registers at hand where that is possible, else
     * joined.
     *
     * @param table rows of the table
     * @param indicators the compiled indicators
     */
    RowsToPack toPack(Dataset<Row> table, List<CompiledIndicator> indicators) {
        return bare(table, indicators)
                .flatMap(rows -> new RegisterReader(data, levels)
                        .read(table.sparkSession().sparkContext())
                        .map(registers -> RowsToPack.bare(rows, registers, levels)))
                .orElseGet(() -> RowsToPack.joined(of(table, ContributorKind.LEARNER, indicators), levels));
    }

    private static Dataset<Row> counted(Dataset<Row> rows, List<CompiledIndicator> indicators) {
        return rows.where(indicators.stream().map(i -> "(" + i.on() + ")").collect(Collectors.joining(" or ")));
    }

    /**
     * The same rows for contributors who are learners, without what registers say: the school is the row's own, codes
     * of learners and schools are not known. The last column is the day whose attributes are in force, as a number.
     *
     * @param table rows of the table
     * @param indicators the compiled indicators
     * @return empty where an expression looks at what only joining gives, or rows tell of two persons
     */
    Optional<Dataset<Row>> bare(Dataset<Row> table, List<CompiledIndicator> indicators) {
        List<String> names = List.of(table.columns());
        String contributor = CompiledIndicator.contributor(ContributorKind.LEARNER, names);
        List<String> expressions = new ArrayList<>();
        levels.stream().filter(level -> level.table().equals("row")).forEach(level -> expressions.add(level.code()));
        indicators.forEach(each -> expressions.addAll(List.of(each.on(), each.x(), each.y(), each.unit())));
        if (!contributor.equals(person(names).orElse(""))
                || RowDigest.columns(expressions).contains("uai")) {
            return Optional.empty();
        }
        Dataset<Row> rows = dated(table);
        rows = names.contains("uai") ? rows : rows.withColumn("uai", lit(null).cast("string"));
        List<Column> columns = columns(rows, contributor, indicators, lit(null));
        columns.add(expr("unix_date(_at)").as("at"));
        return Optional.of(
                counted(rows, indicators).where(contributor + " is not null").select(columns.toArray(Column[]::new)));
    }

    private static Optional<String> person(List<String> names) {
        return List.of("learner_pid", "respondent_pid").stream()
                .filter(names::contains)
                .findFirst();
    }

    /**
     * All rows that have a contributor.
     *
     * @param table rows of the table
     * @param kind who contributes
     * @return columns contributor, level0, level1 …
     */
    Dataset<Row> coded(Dataset<Row> table, ContributorKind kind) {
        Dataset<Row> rows = withAttributes(table);
        String contributor = CompiledIndicator.contributor(kind, List.of(table.columns()));
        List<Column> columns = new ArrayList<>(List.of(expr(contributor).as("contributor")));
        columns.addAll(codes(List.of(rows.columns()), lit(Dimension.UNKNOWN)));
        return rows.where(contributor + " is not null").select(columns.toArray(Column[]::new));
    }

    private Dataset<Row> dated(Dataset<Row> table) {
        return table.withColumn("_day", expr(RowTime.day(table.schema(), settings)))
                .withColumn("_year", expr(RowTime.schoolYear(table.schema(), "_day", settings)))
                .withColumn("_at", expr(attributesAt(table)));
    }

    private Dataset<Row> withAttributes(Dataset<Row> table) {
        Dataset<Row> rows = dated(table);
        List<String> names = List.of(table.columns());
        Column uai = names.contains("uai") ? col("uai") : lit(null).cast("string");
        Optional<String> learner = person(names);
        Optional<Dataset<Row>> learners = data.table("learner");
        if (learner.isPresent() && learners.isPresent()) {
            rows = InForce.joinLearners(rows, learner.get(), InForce.learners(learners.get(), codes("learner")));
            uai = coalesce(uai, col("_home"));
        }
        rows = rows.withColumn("uai", uai);
        Optional<Dataset<Row>> schools = data.table("school");
        return schools.isPresent() && !codes("school").isEmpty()
                ? InForce.joinSchools(rows, schools.get(), codes("school"))
                : rows;
    }

    private String attributesAt(Dataset<Row> table) {
        String asOf = List.of(table.columns()).contains("as_of") ? "as_of, " : "";
        return "coalesce(" + asOf + "_day, " + RowTime.startOf("_year", settings) + ")";
    }

    private List<Column> columns(
            Dataset<Row> rows, String contributor, List<CompiledIndicator> indicators, Column absent) {
        List<String> names = List.of(rows.columns());
        List<Column> columns = new ArrayList<>();
        columns.add(expr(contributor).cast("string").as("contributor"));
        columns.add(col("uai").as("school"));
        columns.add(
                (names.contains("provider_id") ? col("provider_id") : lit(null).cast("string")).as("provider"));
        columns.add(col("_year").as("year"));
        columns.add(expr("unix_date(_day)").as("day"));
        columns.addAll(codes(names, absent));
        for (int i = 0; i < indicators.size(); i++) {
            CompiledIndicator indicator = indicators.get(i);
            columns.add(expr(indicator.on()).as("on" + i));
            columns.add(coalesce(expr(indicator.x()), lit(0L)).as("x" + i));
            columns.add(coalesce(expr(indicator.y()), lit(0L)).as("y" + i));
            columns.add(expr(indicator.unit()).as("unit" + i));
        }
        return columns;
    }

    /**
     * The code of each level; that of a value that is not known is told apart.
     *
     * @param names columns of the rows
     * @param absent what stands for a code that no column gives
     */
    private List<Column> codes(List<String> names, Column absent) {
        List<Column> columns = new ArrayList<>();
        int learner = 0;
        int school = 0;
        for (Level level : levels) {
            String code = switch (level.table()) {
                case "learner" -> "_l" + learner++;
                case "school" -> "_s" + school++;
                default -> "";
            };
            boolean isThere = code.isEmpty() || names.contains(code);
            Column value = code.isEmpty() ? expr("cast((" + level.code() + ") as string)") : col(code);
            Column known = isThere ? coalesce(value, lit(Dimension.UNKNOWN)) : absent.cast("string");
            columns.add(known.as("level" + columns.size()));
        }
        return columns;
    }

    private List<String> codes(String table) {
        return levels.stream()
                .filter(level -> level.table().equals(table))
                .map(Level::code)
                .toList();
    }
}
