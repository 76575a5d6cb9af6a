// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dases.impact.indicators.canonical.RecordForm;

/** The columns that a mapping's expressions may use, without a row. */
final class EmptyView {
    private EmptyView() {}

    static Dataset<Row> of(SparkSession spark, StructType landed, RecordForm form) {
        return spark.createDataFrame(List.<Row>of(), columns(landed, form));
    }

    private static StructType columns(StructType landed, RecordForm form) {
        List<String> names = List.of(landed.fieldNames());
        if (form instanceof RecordForm.Columns) {
            return landed;
        }
        if (!names.contains(RecordView.RECORD)) {
            throw new BadExpression(
                    "the landed rows have no column 'record', so they are not JSON",
                    "write 'record: none', or a JSON format for the connector");
        }
        if (form instanceof RecordForm.Json json) {
            StructField[] others = Arrays.stream(landed.fields())
                    .filter(field -> !field.name().equals(RecordView.RECORD))
                    .toArray(StructField[]::new);
            return new StructType(others).add(RecordView.RECORD, parsed(json.schema()));
        }
        return landed.add(XapiStatement.COLUMN, XapiStatement.schema());
    }

    private static StructType parsed(String schema) {
        try {
            return StructType.fromDDL(schema);
        } catch (Exception broken) {
            // Spark's parser throws a checked exception that its Scala signature does not declare.
            throw new BadExpression("the record's schema cannot be read", "write it as 'a STRING, b STRUCT<c: INT>'");
        }
    }
}
