// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Attributes of learners and schools as they were in force on the day of a row. Every row keeps to at most one version,
 * so that joining never multiplies rows: of two versions that are both valid, the one that began later.
 */
final class InForce {
    /** What began before all others, and what has no end; Spark SQL. */
    static final String EVER = "date'0001-01-01'";

    static final String NEVER = "date'9999-12-31'";

    private InForce() {}

    /**
     * The versions of the learners.
     *
     * @param learners the canonical table of learners
     * @param codes expressions of the attributes, which become {@code _l0}, {@code _l1}, …
     * @return _learner, _home (uai), the codes, _from, _to (inclusive), _next (the next version's first day)
     */
    static Dataset<Row> learners(Dataset<Row> learners, List<String> codes) {
        List<Column> columns = new ArrayList<>(List.of(
                col("learner_pid").as("_learner"),
                col("uai").as("_home"),
                coalesce(col("valid_from").cast("date"), expr(EVER)).as("_from"),
                coalesce(col("valid_to").cast("date"), expr(NEVER)).as("_to")));
        addCodes(columns, codes, "_l");
        WindowSpec same = Window.partitionBy("_learner", "_from")
                .orderBy(order(List.of(col("_to").desc(), col("_home")), codes.size(), "_l"));
        WindowSpec versions = Window.partitionBy("_learner").orderBy("_from");
        return learners.select(columns.toArray(Column[]::new))
                .withColumn("_rank", row_number().over(same))
                .where("_rank = 1")
                .drop("_rank")
                .withColumn("_next", lead("_from", 1).over(versions));
    }

    /** Rows with {@code learner}, {@code _at}: adds the learner's version in force on that day. */
    static Dataset<Row> joinLearners(Dataset<Row> rows, String learner, Dataset<Row> versions) {
        Column inForce = rows.col(learner)
                .equalTo(versions.col("_learner"))
                .and(expr("_at >= _from and _at <= _to and (_next is null or _at < _next)"));
        return rows.join(versions, inForce, "left");
    }

    /**
     * Rows with {@code uai}, {@code _year}: adds the school's attributes in the row's school year, else in the last one
     * before that the directory knows.
     */
    static Dataset<Row> joinSchools(Dataset<Row> rows, Dataset<Row> schools, List<String> codes) {
        boolean yearly = List.of(schools.columns()).contains("school_year");
        List<Column> columns = new ArrayList<>(List.of(
                col("uai").as("_school"),
                (yearly ? expr("coalesce(nullif(school_year, '_T'), '')") : lit("")).as("_since")));
        addCodes(columns, codes, "_s");
        WindowSpec same = Window.partitionBy("_school", "_since").orderBy(order(List.of(), codes.size(), "_s"));
        WindowSpec versions = Window.partitionBy("_school").orderBy("_since");
        Dataset<Row> known = schools.select(columns.toArray(Column[]::new))
                .where("_school is not null")
                .withColumn("_rank", row_number().over(same))
                .where("_rank = 1")
                .drop("_rank")
                .withColumn("_until", lead("_since", 1).over(versions))
                .withColumn("_first", row_number().over(versions).equalTo(1));
        Column inForce = rows.col("uai")
                .equalTo(known.col("_school"))
                .and(expr("(_first or coalesce(_year, '9999') >= _since)"
                        + " and (_until is null or coalesce(_year, '9999') < _until)"));
        return rows.join(broadcast(known), inForce, "left");
    }

    private static void addCodes(List<Column> columns, List<String> codes, String prefix) {
        for (int i = 0; i < codes.size(); i++) {
            columns.add(expr("cast((" + codes.get(i) + ") as string)").as(prefix + i));
        }
    }

    /** Which of several versions comes first; {@link RegisterRows} puts them into the same order. */
    private static Column[] order(List<Column> first, int codes, String prefix) {
        List<Column> order = new ArrayList<>(first);
        for (int i = 0; i < codes; i++) {
            order.add(col(prefix + i));
        }
        return order.toArray(Column[]::new);
    }
}
