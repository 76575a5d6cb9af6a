// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.Optional;

/** Reads one slice batch by batch. */
public interface SliceReader extends AutoCloseable {
    /**
     * Reads the next batch.
     *
     * @return records, rejected records and the checkpoint after them; empty at the end of the slice
     * @throws SourceException when reading fails; batches returned before stay valid
     */
    Optional<Batch> next();

    @Override
    void close();
}
