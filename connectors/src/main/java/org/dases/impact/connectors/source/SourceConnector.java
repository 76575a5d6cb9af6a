// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

/** Reads one kind of source. Implementations are stateless and found by {@link java.util.ServiceLoader}. */
public interface SourceConnector {
    /**
     * The word by which datasets choose this connector.
     *
     * @return for instance {@code file}
     */
    String kind();

    /**
     * The options that a dataset may set.
     *
     * @return a JSON Schema (draft 2020-12) as text; secrets carry {@code "x-secret": true}
     */
    String optionsSchema();

    /**
     * Splits what is to be pulled into parts that are read and resumed separately. Parts that the checkpoints show as
     * done and unchanged are counted and left out.
     *
     * @param request what to pull
     * @param checkpoints the last committed checkpoint of each slice already begun
     * @return the slices in the order of reading; none when there is nothing new
     * @throws SourceException when the source cannot be listed
     */
    Plan plan(PullRequest request, Checkpoints checkpoints);

    /**
     * Opens a slice at its checkpoint.
     *
     * @param slice from {@link #plan}
     * @param request what to pull
     * @param lease valid permission to read
     * @return a reader that the caller closes
     * @throws SourceException when the slice cannot be opened
     */
    SliceReader open(Slice slice, PullRequest request, Lease lease);
}
