// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.bench.PullBench;
import org.dases.impact.jobs.bench.TablesBench;
import org.dases.impact.jobs.generate.StatementsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Statements landed here and read by DuckDB. */
@Command(
        name = "pull",
        description = {
            "Pull a file of xAPI statements as `impact pull` does, let DuckDB read it, compare, and take the time.",
            "Ends with 0 when both have the same and it was as fast as promised, else 4."
        })
final class BenchPullCommand extends BenchComparisonCommand {
    private static final long SEED = 2025;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "200000",
            descriptionKey = "bench.pull.events",
            description = "About how many made-up statements, 1000 to 10000000; default: ${DEFAULT-VALUE}.")
    long events;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            descriptionKey = "bench.pull.data",
            description = "Use this file instead: one statement a line, compressed where its name ends in .gz.")
    @Nullable Path data;

    @Override
    TablesBench.Maker bench(Console console) {
        return PullBench::new;
    }

    @Override
    Path data(Console console, Path scratch) {
        if (data == null) {
            Path file = scratch.resolve("statements.jsonl");
            try {
                StatementsFile.write(SEED, events, file, console.progress());
            } catch (IllegalArgumentException e) {
                String told = console.messages().text("bench.pull.eventsRange", Long.toString(events));
                throw new Failure(ExitCode.CONFIGURATION, List.of(told), e);
            }
            return file;
        }
        if (!Files.isRegularFile(data)) {
            throw Failure.configuration(console.messages().text("bench.pull.noFile", data));
        }
        return data;
    }
}
