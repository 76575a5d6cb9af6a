// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.jobs.bench.CubeBench;
import org.dases.impact.jobs.bench.GrowthBench;
import org.dases.impact.jobs.bench.SparkSqlBench;
import org.dases.impact.jobs.bench.TablesBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cubes here and in DuckDB. */
@Command(
        name = "cube",
        description = {
            "Count the same cubes here and in DuckDB, compare them cell by cell, and take the time.",
            "Ends with 0 when all are equal and as fast as promised, else 4."
        })
final class BenchCubeCommand extends BenchTablesCommand {
    private static final long MOST_TO_GROW = 10_000_000;

    @Option(
            names = "--spark-sql",
            descriptionKey = "bench.sparkSql",
            description = "Also with the CUBE of Spark SQL, which takes long, on a tenth of the traces.")
    boolean withSparkSql;

    @Option(
            names = "--growth",
            descriptionKey = "bench.growth",
            description = "Instead: ours on ten times as many traces, which are made up, held against ours on these.")
    boolean withGrowth;

    @Override
    TablesBench.Maker bench(Console console) {
        if (withGrowth && data == null && events > MOST_TO_GROW) {
            throw Failure.configuration(
                    console.messages().text("bench.growthRange", Long.toString(MOST_TO_GROW), Long.toString(events)));
        }
        TablesBench.Maker asked = withGrowth ? GrowthBench.telling(console.progress()) : CubeBench::new;
        return withSparkSql ? asked.and(SparkSqlBench::new) : asked;
    }
}
