// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.connectors.landing.PullState;
import org.dases.impact.jobs.lake.Lake;

/** Of the landed rows of a dataset, what a purge takes, and whether it can take them and leave the others. */
final class LandedShare {
    private final SparkSession spark;
    private final Lake lake;
    private final RestrictedRows rows;

    LandedShare(SparkSession spark, Lake lake, RestrictedRows rows) {
        this.spark = spark;
        this.lake = lake;
        this.rows = rows;
    }

    /** By datasets, without those of learners, who are in no record. */
    static SortedMap<String, List<Purged>> byDataset(Collection<Purged> purged) {
        SortedMap<String, List<Purged>> datasets = new TreeMap<>();
        for (Purged each : purged) {
            if (each.cause() != Cause.WITHDRAWN) {
                datasets.merge(each.dataset(), List.of(each), LandedShare::both);
            }
        }
        return datasets;
    }

    private static List<Purged> both(List<Purged> some, List<Purged> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The landed rows that purges of one dataset take. */
    static Column of(List<Purged> purged) {
        return purged.stream()
                .map(each -> coalesce(RestrictedRows.landedUnder(each.contract(), each.before()), lit(false)))
                .reduce(lit(false), Column::or);
    }

    /** Whether nothing else landed. */
    boolean isAll(String dataset, Column which) {
        return !rows.anyLanded(dataset, not(which));
    }

    boolean isSound(String dataset) {
        return PullState.of(spark, lake.landed(), dataset).isSound();
    }

    /**
     * Datasets that a purge cannot take a part of: the next pull may have to take the landed table back to a version,
     * and then its files must be there.
     *
     * @return dataset to the reason and what to do
     */
    Map<String, String> undividable(Collection<Purged> purged) {
        Map<String, String> held = new LinkedHashMap<>();
        byDataset(purged).forEach((dataset, due) -> {
            if (!isSound(dataset) && !isAll(dataset, of(due))) {
                held.put(
                        dataset,
                        "Of dataset " + dataset + " only a part of the rows must go, but its last pull did not end"
                                + " well, so that the others could go with them. Run 'impact pull' first, then"
                                + " 'impact retain'. Until then the rows are neither used nor purged.");
            }
        });
        return held;
    }
}
