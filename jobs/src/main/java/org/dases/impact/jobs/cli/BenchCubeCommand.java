// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.jobs.bench.CubeBench;
import org.dases.impact.jobs.bench.TablesBench;
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
    TablesBench.Maker bench() {
        return CubeBench::new;
    }
}
