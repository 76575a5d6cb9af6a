// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.jobs.bench.RunBench;
import org.dases.impact.jobs.bench.TablesBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A run with few new rows, and one that makes all anew. */
@Command(
        name = "run",
        defaultValueProvider = BenchRunCommand.Fewer.class,
        description = {
            "Compute cells with 1 %% new learning traces and all anew, compare them cell by cell, and take the time.",
            "Ends with 0 when all are equal and as fast as promised, else 4."
        })
final class BenchRunCommand extends BenchTablesCommand {
    /** Every run of it computes three times and compares all cells, so that fewer will do. */
    static final class Fewer implements IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec asked) {
            String name = asked instanceof OptionSpec option ? option.longestName() : "";
            return switch (name) {
                case "--events" -> "1000000";
                case "--runs" -> "2";
                default -> null;
            };
        }
    }

    @Override
    TablesBench.Maker bench(Console console) {
        return RunBench::new;
    }
}
