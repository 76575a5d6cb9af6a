// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

/** How records stand in a file. */
enum FileFormat {
    /** A table with a delimiter. */
    CSV,
    /** One JSON object a line. */
    JSONL,
    /** One JSON object a file. */
    JSON,
    /** Columns of a Parquet file. */
    PARQUET
}
