// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.jobs.conform.RunLog;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.lake.Lake;

/** Takes purged rows out of every table that may hold them. Doing it twice leaves what doing it once leaves. */
final class Erasure {
    private final SparkSession spark;
    private final Lake lake;
    private final RestrictedRows rows;
    private final Eraser eraser;

    Erasure(SparkSession spark, Lake lake, RestrictedRows rows) {
        this.spark = spark;
        this.lake = lake;
        this.rows = rows;
        this.eraser = new Eraser(spark, lake);
    }

    /** Drops the cells of some tables, whose statistics in the log tell of them too. */
    void cells(List<String> tables) {
        tables.forEach(table -> eraser.drop(lake.cells(table)));
    }

    /**
     * Removes what landed under a contract, and what came of it. Whose consent was taken back is in no record: those
     * are looked for anew each time.
     */
    void purge(Purged purged) {
        if (purged.cause() != Cause.WITHDRAWN) {
            rows(purged.dataset(), purged.contract(), purged.before());
        }
    }

    private void rows(String dataset, String contract, Optional<Instant> before) {
        landed(dataset, contract, before);
        Column conformed = RestrictedRows.conformedUnder(dataset, contract, before);
        rows.canonical().forEach(table -> eraser.delete(lake.conformed(table), conformed));
        // Reasons and places only; those of what is left come back with the next conform.
        eraser.delete(lake.conformed(RestrictedRows.QUARANTINE), RestrictedRows.of(dataset));
        if (!rows.anyLanded(dataset, functions.lit(true))) {
            eraser.delete(lake.conformed(RunLog.TABLE), RestrictedRows.of(dataset));
        }
    }

    /**
     * Where nothing else landed, the table goes as a whole. So it does where the last pull did not end well: the next
     * one may have to take it back to a version whose files are gone.
     */
    private void landed(String dataset, String contract, Optional<Instant> before) {
        String path = lake.landed() + "/" + dataset;
        Column which = RestrictedRows.landedUnder(contract, before);
        boolean others = before.isPresent()
                || rows.anyLanded(
                        dataset, functions.not(functions.col("_contract_id").equalTo(contract)));
        if (others && PullState.of(spark, lake.landed(), dataset).isSound()) {
            eraser.delete(path, which);
        } else if (rows.anyLanded(dataset, which) || !others) {
            eraser.drop(path);
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
