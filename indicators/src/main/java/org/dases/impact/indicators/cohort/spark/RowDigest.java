// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** Digests of rows by those columns that matter, for finding the days whose rows are not what they were. */
final class RowDigest {
    private final String hash;

    /**
     * A digest.
     *
     * @param known all columns of the rows
     * @param fixed columns that matter where they are there
     * @param expressions Spark SQL whose columns matter
     */
    RowDigest(List<String> known, List<String> fixed, Collection<String> expressions) {
        Set<String> named = columns(expressions);
        fixed.forEach(each -> named.add(each.toLowerCase(Locale.ROOT)));
        List<String> columns = known.stream()
                .filter(each -> named.contains(each.toLowerCase(Locale.ROOT)))
                .sorted()
                .map(each -> "`" + each + "`")
                .toList();
        // Spark's hash passes over nulls, so that which are null has to be said.
        List<String> parts = new ArrayList<>(List.of(columns.stream()
                .map(each -> "if(" + each + " is null, '1', '0')")
                .collect(Collectors.joining(", ", "concat('', ", ")"))));
        parts.addAll(columns);
        this.hash = "xxhash64(" + String.join(", ", parts) + ")";
    }

    /** Columns that Spark SQL names, in lower case. */
    static Set<String> columns(Collection<String> expressions) {
        Set<String> named = new TreeSet<>();
        new LinkedHashSet<>(expressions).forEach(each -> addColumns(each, named));
        return named;
    }

    private static void addColumns(String expression, Set<String> to) {
        Expression parsed;
        try {
            parsed = CatalystSqlParser$.MODULE$.parseExpression(expression);
        } catch (Exception e) {
            throw new IllegalArgumentException("no Spark SQL: " + expression, e); // it was checked when it was loaded
        }
        for (Expression part : RowExpression.parts(parsed)) {
            if (part instanceof UnresolvedAttribute attribute) {
                attribute.nameParts().foreach(name -> to.add(name.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** The digest of each day that has rows. */
    SortedMap<Integer, DayDigest> byDay(Dataset<Row> rows, String day) {
        SortedMap<Integer, DayDigest> days = new TreeMap<>();
        rows.select(expr(day).as("day"), expr(hash).as("hash"))
                .groupBy("day")
                .agg(COUNT, SUMS)
                .collectAsList()
                .forEach(row -> days.put(row.getInt(0), digest(row, 1)));
        return days;
    }

    /** The digest of all rows. */
    DayDigest ofAll(Dataset<Row> rows) {
        return digest(rows.select(expr(hash).as("hash")).agg(COUNT, SUMS).first(), 0);
    }

    private static final Column COUNT = expr("count(*)");
    private static final Column[] SUMS = {
        expr("coalesce(sum(hash & 4294967295L), 0L)"), expr("coalesce(sum(shiftrightunsigned(hash, 32)), 0L)")
    };

    private static DayDigest digest(Row row, int first) {
        return new DayDigest(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2));
    }
}
