// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.bench.Comparison;
import org.dases.impact.jobs.bench.CubeBench;
import picocli.CommandLine.Command;

/** Cubes here and in DuckDB. */
@Command(
        name = "cube",
        description = {
            "Count the same cubes here and in DuckDB, compare them cell by cell, and take the time.",
            "Ends with 0 when all are equal and as fast as promised, else 4."
        })
final class BenchCubeCommand extends BenchTablesCommand {
    @Override
    List<Comparison> measure(SparkSession spark, Path tables, Path scratch, int runs, Consumer<Comparison> told) {
        return new CubeBench(spark, tables, scratch, runs).measure(told);
    }
}
