// SPDX-License-Identifier: Apache-2.0
/**
 * The gate alone, on an aggregated table as statisticians keep it: inner cells in a CSV file, hierarchies in a JSON
 * file. No lake, no contracts, no Spark.
 */
@NullMarked
package org.dases.impact.jobs.aggregate;

import org.jspecify.annotations.NullMarked;
