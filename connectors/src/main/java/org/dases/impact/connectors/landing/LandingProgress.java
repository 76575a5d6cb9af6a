// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.time.Duration;
import java.util.List;
import org.dases.impact.connectors.screening.Finding;

/** Told how a pull goes on, for a progress display. */
public interface LandingProgress {
    /** Tells nobody. */
    LandingProgress SILENT = (dataset, slice, records, rejected) -> {};

    /**
     * A commit was made.
     *
     * @param dataset name of the dataset
     * @param slice the slice read last
     * @param records good records committed by this pull so far
     * @param rejected rejected records committed by this pull so far
     */
    void committed(String dataset, String slice, long records, long rejected);

    /**
     * What the screening found, before the first rows are committed or, where it found something, before what is landed
     * is taken back.
     *
     * @param dataset name of the dataset
     * @param findings empty when nothing names a person
     */
    default void screened(String dataset, List<Finding> findings) {}

    /**
     * The source failed in a passing way, and is tried again after a pause.
     *
     * @param dataset name of the dataset
     * @param reason message of the failure
     * @param pause how long
     */
    default void waiting(String dataset, String reason, Duration pause) {}
}
