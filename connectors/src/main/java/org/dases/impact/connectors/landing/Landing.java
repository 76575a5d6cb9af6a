// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.source.SourceException;

/**
 * Lands datasets below one folder: {@code <root>/<dataset>} is a Delta table of the rows as received.
 *
 * <p>Partitioned by {@code _kind} (record, rejected, checkpoint). Source columns are text; each row also has
 * {@code _slice, _slice_version, _number, _reason, _dataset, _contract_id, _contract_sha256, _pulled_at, _batch_sha256}
 * and, for checkpoints, {@code _position, _done, _cursor}. The records of a batch and the checkpoint after them are one
 * commit, so that a pull that is killed goes on where it was: nothing is lost and nothing is there twice. When a slice
 * has changed, the first commit of its new version removes the rows of the old one, so that no reader ever sees a
 * record twice; a reader that comes while a long file is read again sees a part of it.
 *
 * <p>One pull of a dataset at a time: a second one fails without writing.
 */
public final class Landing {
    private final SparkSession spark;
    private final String landedRoot;
    private final Clock clock;
    private final LandingProgress progress;
    private final Backoff backoff;

    /**
     * Makes a landing.
     *
     * @param spark session with the Delta extensions
     * @param landedRoot folder of landed tables: a path or a URI that Hadoop knows
     * @param clock the time
     * @param progress told after each commit
     */
    public Landing(SparkSession spark, String landedRoot, Clock clock, LandingProgress progress) {
        this(spark, landedRoot, clock, progress, Backoff.standard());
    }

    Landing(SparkSession spark, String landedRoot, Clock clock, LandingProgress progress, Backoff backoff) {
        this.spark = spark;
        this.landedRoot = landedRoot;
        this.clock = clock;
        this.progress = progress;
        this.backoff = backoff;
    }

    /**
     * Pulls a dataset and lands what is new.
     *
     * @param pull what, from where, under which lease
     * @return how it ended; what the report counts is committed
     * @throws SourceException when the source cannot be listed, for instance because no file matches
     * @throws LandingException when the lake cannot be written
     */
    public LandingOutcome land(DatasetPull pull) {
        LandedTable table = new LandedTable(spark, landedRoot, pull.request().dataset());
        return new DatasetLanding(pull, table, clock.instant(), progress, backoff).run();
    }
}
