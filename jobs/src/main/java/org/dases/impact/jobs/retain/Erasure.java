// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.lake.Lake;

/** Takes purged rows out of every table that may hold them. Doing it twice leaves what doing it once leaves. */
final class Erasure {
    private final Lake lake;
    private final RestrictedRows rows;
    private final Eraser eraser;
    private final LandedShare share;

    Erasure(SparkSession spark, Lake lake, RestrictedRows rows) {
        this.lake = lake;
        this.rows = rows;
        this.eraser = new Eraser(spark, lake);
        this.share = new LandedShare(spark, lake, rows);
    }

    /** Drops the cells of some tables, whose statistics in the log tell of them too. */
    void cells(List<String> tables) {
        tables.forEach(table -> eraser.drop(lake.cells(table)));
    }

    /**
     * Removes what landed under some contracts, and what came of it. Whose consent was taken back is in no record:
     * those are looked for anew each time.
     *
     * @param purged none of a dataset that {@link LandedShare#undividable} names
     */
    void purge(List<Purged> purged) {
        LandedShare.byDataset(purged).forEach(this::rows);
    }

    private void rows(String dataset, List<Purged> purged) {
        landed(dataset, purged);
        for (Purged each : purged) {
            Column conformed = RestrictedRows.conformedUnder(dataset, each.contract(), each.before());
            rows.canonical().forEach(table -> eraser.delete(lake.conformed(table), conformed));
        }
        // Reasons and places only; those of what is left come back with the next conform.
        eraser.delete(lake.conformed(RestrictedRows.QUARANTINE), RestrictedRows.of(dataset));
        if (!rows.anyLanded(dataset, functions.lit(true))) {
            eraser.delete(lake.conformed(RunLog.TABLE), RestrictedRows.of(dataset));
        }
    }

    /** Where nothing else landed, the table goes as a whole, however its last pull ended. */
    private void landed(String dataset, List<Purged> purged) {
        String path = lake.landed() + "/" + dataset;
        Column which = LandedShare.of(purged);
        if (share.isAll(dataset, which)) {
            eraser.drop(path);
        } else if (share.isSound(dataset)) {
            eraser.delete(path, which);
        } else {
            throw new IllegalStateException("a part of dataset " + dataset + " cannot go after an unsound pull");
        }
    }

    /** Removes what is about learners who took their consent back. */
    void withdrawn(Withdrawal withdrawal) {
        withdrawal.delete(rows, eraser);
    }

    /** Removes the files of all older versions of the tables in which some datasets may have had rows. */
    void sweep(Collection<String> datasets) {
        datasets.forEach(dataset -> eraser.sweep(lake.landed() + "/" + dataset));
        rows.conformedPaths().forEach(eraser::sweep);
        rows.cells().forEach(table -> eraser.sweep(lake.cells(table)));
    }
}
