// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.RecordForm;
import org.dases.impact.indicators.canonical.RejectionReason;

/**
 * Landed records as a mapping sees them: JSON parsed, and for each record why it is bad as a whole ({@link #REASON}),
 * whether it is voided ({@link #VOIDED}), and whether it is to be mapped ({@link #GOOD}).
 */
final class RecordView {
    static final String REASON = "_record_reason";
    static final String VOIDED = "_voided";
    static final String GOOD = "_good";
    static final String RECORD = "record";

    private static final String CORRUPT = "_corrupt_record";
    private static final String KIND = "_kind";

    private RecordView() {}

    static Dataset<Row> of(Dataset<Row> landed, RecordForm form) {
        Dataset<Row> records = landed.filter(col(KIND).equalTo(RECORD));
        Dataset<Row> parsed;
        if (form instanceof RecordForm.Xapi) {
            parsed = voided(parse(records, XapiStatement.COLUMN, XapiStatement.schema()), voids(records));
        } else if (form instanceof RecordForm.Json json) {
            parsed = parse(records, "_parsed", StructType.fromDDL(json.schema()))
                    .drop(RECORD)
                    .withColumnRenamed("_parsed", RECORD)
                    .withColumn(VOIDED, lit(false));
        } else {
            parsed = records.withColumn(REASON, lit(null).cast(DataTypes.StringType))
                    .withColumn(VOIDED, lit(false));
        }
        Column good = col(KIND)
                .equalTo(RECORD)
                .and(col(REASON).isNull())
                .and(col(VOIDED).equalTo(false));
        return parsed.withColumn(GOOD, good);
    }

    /** Identifiers of the statements that these records void, lower case, in column {@code _voids}. */
    static Dataset<Row> voids(Dataset<Row> records) {
        // The word is looked for in the text first, so that only few statements are parsed for this. A filter alone is
        // not enough: Spark joins it with the next one and parses all statements before either.
        Column few = col(RECORD).contains("voided");
        Dataset<Row> candidates = records.filter(few).withColumn(RECORD, when(few, col(RECORD)));
        return parse(candidates, XapiStatement.COLUMN, XapiStatement.schema())
                .filter(col(REASON).isNull().and(expr(XapiStatement.VOIDS)))
                .select(lower(col("statement.object.id")).as("_voids"))
                .filter(col("_voids").isNotNull())
                .distinct();
    }

    private static Dataset<Row> voided(Dataset<Row> statements, Dataset<Row> voids) {
        Column target = lower(statements.col("statement.id")).equalTo(voids.col("_voids"));
        return statements
                .join(broadcast(voids), target, "left")
                .withColumn(VOIDED, col("_voids").isNotNull().or(coalesce(expr(XapiStatement.VOIDS), lit(false))))
                .drop("_voids");
    }

    private static Dataset<Row> parse(Dataset<Row> records, String into, StructType schema) {
        StructType withText = schema.add(CORRUPT, DataTypes.StringType);
        Map<String, String> options = Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", CORRUPT);
        Column text = ltrim(coalesce(col(RECORD), lit("")), lit(" \t\r\n\ufeff"));
        Column parsed = col(into);
        return records.withColumn(into, from_json(col(RECORD), withText, options))
                .withColumn(
                        REASON,
                        when(text.equalTo(""), RejectionReason.EMPTY)
                                .when(text.startsWith("{").equalTo(false), RejectionReason.NOT_AN_OBJECT)
                                .when(
                                        parsed.isNull()
                                                .or(parsed.getField(CORRUPT).isNotNull()),
                                        RejectionReason.BROKEN));
    }
}
