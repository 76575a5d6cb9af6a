// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.jobs.bench.RunBench;
import org.dases.impact.jobs.bench.TablesBench;
import picocli.CommandLine.Command;

/** A run with few new rows, and one that makes all anew. */
@Command(
        name = "run",
        description = {
            "Compute cells with 1 %% new learning traces and all anew, compare them cell by cell, and take the time.",
            "Ends with 0 when all are equal and as fast as promised, else 4."
        })
final class BenchRunCommand extends BenchTablesCommand {
    @Override
    TablesBench.Maker bench(Console console) {
        return RunBench::new;
    }
}
