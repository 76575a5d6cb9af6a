// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.List;

/**
 * Some records of a slice and the checkpoint after them.
 *
 * @param shape what a record looks like; the same for all batches of a slice
 * @param records good records
 * @param rejected records that could not be read as the shape says
 * @param after checkpoint that is true once this batch is committed
 * @param sha256 hash of what the batch was read from, in hexadecimal: the bytes of the body where a batch is one, the
 *     texts of its records as they stand in the source where a batch is a stretch of a file
 */
public record Batch(Shape shape, List<SourceRecord> records, List<Rejected> rejected, Checkpoint after, String sha256) {
    public Batch {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
    }
}
