// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

/**
 * A table of a committed release that was computed from a dataset.
 *
 * @param release number of the release
 * @param table name of the table
 * @param dataset name of the dataset
 */
public record RestingTable(long release, String table, String dataset) {}
