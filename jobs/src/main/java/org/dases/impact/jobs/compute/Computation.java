// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.lake.Lake;

/**
 * Computes the cells of one table and writes them, their inputs in the same commit. Whether the inputs may be used is
 * decided before.
 *
 * @param spark session
 * @param lake where cells and facts are written
 * @param settings time
 * @param keeping how facts are kept
 */
public record Computation(SparkSession spark, Lake lake, CubeSettings settings, FactKeeping keeping) {
    /**
     * Computes.
     *
     * @param cubes to be closed once all tables are written
     * @param table what is asked for
     * @param inputs what the data are
     * @param data the rows at these versions, of these datasets
     */
    public void compute(CohortCubes cubes, PublishedTable table, CellsInputs inputs, CanonicalData data) {
        FactStore shelf = new FactStore(spark, lake, table.id(), inputs, keeping);
        cubes.compute(table, data, settings, shelf)
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .option("userMetadata", inputs.text())
                .save(lake.cells(table.id()));
    }
}
