// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.nio.file.Path;

/**
 * One table of a release, as the release recorded it.
 *
 * @param id name of the table
 * @param folder its Delta table; holds the rows of other releases too, so read it through {@link PublishedLake} or with
 *     {@code release_id = …}, and never by its Parquet files
 * @param rows rows of this release, published and withheld
 * @param published cells that show a number
 * @param withheld cells that are secret
 * @param fingerprint hash of the released rows
 */
public record ReleasedTable(String id, Path folder, long rows, long published, long withheld, String fingerprint) {}
