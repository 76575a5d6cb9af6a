// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/** How the landed columns of a dataset are to be seen by its mapping. */
public sealed interface RecordForm {

    /** The landed text columns as they are (csv, parquet). */
    record Columns() implements RecordForm {}

    /** The landed {@code record} is an xAPI statement; the mapping sees it as struct {@code statement}. */
    record Xapi() implements RecordForm {}

    /**
     * The landed {@code record} is a JSON object; the mapping sees it as struct {@code record}.
     *
     * @param schema its fields as Spark SQL writes them: {@code a STRING, b STRUCT<c: INT>}
     */
    record Json(String schema) implements RecordForm {}
}
