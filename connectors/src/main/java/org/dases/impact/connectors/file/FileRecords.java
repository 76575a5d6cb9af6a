// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import org.dases.impact.connectors.source.Shape;
import org.jspecify.annotations.Nullable;

/** The records of one file, in their order. */
interface FileRecords extends AutoCloseable {
    /** What the good records look like. */
    Shape shape();

    /** The next record; null at the end. */
    @Nullable Entry next() throws IOException;

    /** Passes over a record that was committed before, without looking into it; false at the end. */
    boolean skip() throws IOException;

    @Override
    void close() throws IOException;
}
