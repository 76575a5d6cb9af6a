// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code file} connector: csv, jsonl, json and parquet files below a folder, each file a slice. Texts are decoded
 * strictly, broken records rejected with their reason, and a file that is cut off is read up to the cut. No Spark.
 */
@NullMarked
package org.dases.impact.connectors.file;

import org.jspecify.annotations.NullMarked;
