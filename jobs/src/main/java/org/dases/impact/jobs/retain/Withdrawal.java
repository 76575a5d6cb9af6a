// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.trim;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.indicators.canonical.PseudonymKey;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.lake.Lake;

/** The rows of a dataset that are about learners who took their consent back. */
final class Withdrawal {
    private static final String SAME_RECORD = "t._kind = 'record' AND t._slice = p._slice AND t._number = p._number";

    private final SparkSession spark;
    private final Lake lake;
    private final String dataset;
    private final List<String> expressions;
    private final Dataset<Row> ids;
    private final Dataset<Row> pseudonyms;

    /**
     * Rows of some learners.
     *
     * @param consented how they are found
     * @param ids whose rows
     */
    Withdrawal(SparkSession spark, Lake lake, Consented consented, Collection<String> ids, PseudonymKey key) {
        this.spark = spark;
        this.lake = lake;
        this.dataset = consented.dataset();
        this.expressions = resolved(consented);
        this.ids = texts(ids, "id");
        List<String> forms = List.copyOf(forms(ids));
        this.pseudonyms = texts(
                consented.domains().stream()
                        .flatMap(domain -> forms.stream().map(id -> key.pseudonym(domain, id)))
                        .toList(),
                "pid");
    }

    /** Those that can be asked of what is landed; a column that is not there names nobody. */
    private List<String> resolved(Consented consented) {
        if (!DeltaTables.exists(spark, path())) {
            return List.of();
        }
        Dataset<Row> rows = spark.read().format("delta").load(path());
        return consented.expressions().stream()
                .filter(each -> isOver(rows, each))
                .toList();
    }

    private static boolean isOver(Dataset<Row> rows, String expression) {
        try {
            return rows.select(expr(expression)).columns().length == 1;
        } catch (Exception unresolved) {
            // Spark does not declare it.
            if (unresolved instanceof AnalysisException) {
                return false;
            }
            throw unresolved;
        }
    }

    /** As the list has them, and as the records have them, with blanks around. */
    private Set<String> forms(Collection<String> listed) {
        Set<String> forms = new TreeSet<>(listed);
        if (hasLanded()) {
            mentions().select("who").distinct().collectAsList().forEach(row -> forms.add(row.getString(0)));
        }
        return forms;
    }

    private Dataset<Row> texts(Collection<String> texts, String name) {
        return spark.createDataset(List.copyOf(texts), Encoders.STRING()).toDF(name);
    }

    /** Where the landed records of these learners stand. */
    private Dataset<Row> landed() {
        return mentions().select("_slice", "_number").distinct();
    }

    /** Each place where a landed record names one of these learners, with blanks around or not. */
    private Dataset<Row> mentions() {
        Column[] who =
                expressions.stream().map(each -> expr(each).cast("string")).toArray(Column[]::new);
        return spark.read()
                .format("delta")
                .load(path())
                .where(col("_kind").equalTo("record"))
                .select(col("_slice"), col("_number"), explode(array(who)).as("who"))
                .join(ids, trim(col("who")).equalTo(col("id")));
    }

    private boolean hasLanded() {
        return DeltaTables.exists(spark, path()) && !expressions.isEmpty();
    }

    private String path() {
        return lake.landed() + "/" + dataset;
    }

    long countLanded() {
        return hasLanded() ? landed().count() : 0;
    }

    long countConformed(RestrictedRows rows) {
        return rows.canonical().stream()
                .mapToLong(table -> persons(table).stream()
                        .mapToLong(column -> conformed(table)
                                .where(RestrictedRows.of(dataset))
                                .join(pseudonyms, col(column).equalTo(col("pid")), "left_semi")
                                .count())
                        .sum())
                .sum();
    }

    private List<String> persons(String table) {
        List<String> columns = Arrays.asList(conformed(table).columns());
        return PersonExpressions.COLUMNS.stream().filter(columns::contains).toList();
    }

    private Dataset<Row> conformed(String table) {
        return spark.read().format("delta").load(lake.conformed(table));
    }

    /**
     * Deletes them; their files go with the next sweep. What landed goes last: until then it says how the records write
     * these learners.
     */
    void delete(RestrictedRows rows, Eraser eraser) {
        for (String table : rows.canonical()) {
            persons(table)
                    .forEach(column -> eraser.deleteJoined(
                            lake.conformed(table),
                            pseudonyms,
                            "t._dataset = '" + dataset + "' AND t." + column + " = p.pid"));
        }
        if (countLanded() == 0) {
            return;
        }
        if (PullState.of(spark, lake.landed(), dataset).isSound()) {
            eraser.deleteJoined(path(), landed(), SAME_RECORD);
        } else {
            // The next pull may have to take the table back to a version whose files are gone: it reads all anew.
            eraser.drop(path());
        }
    }
}
