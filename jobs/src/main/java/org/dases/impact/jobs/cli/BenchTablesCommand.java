// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.generate.EventsRequest;
import org.dases.impact.jobs.generate.NationalTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Something measured on tables of a made-up country. */
abstract sealed class BenchTablesCommand extends BenchComparisonCommand permits BenchCubeCommand, BenchRunCommand {
    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "5000000",
            descriptionKey = "bench.events",
            description = "Number of made-up learning traces, 1000 to 100000000; default: ${DEFAULT-VALUE}.")
    long events;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            descriptionKey = "bench.data",
            description = "Use the tables that `impact generate --events` wrote there instead.")
    @Nullable Path data;

    @Override
    final Path data(Console console, Path scratch) {
        if (data == null) {
            try {
                EventsRequest request = new EventsRequest(2025, events, scratch.resolve("tables"));
                return NationalTables.write(request, console.progress()).folder();
            } catch (IllegalArgumentException e) {
                String told = console.messages().text("generate.eventsRange", Long.toString(events));
                throw new Failure(ExitCode.CONFIGURATION, List.of(told), e);
            }
        }
        for (String table : List.of("school", "learner", "event")) {
            if (!Files.isDirectory(data.resolve(table))) {
                throw Failure.configuration(console.messages().text("bench.noTables", data.resolve(table)));
            }
        }
        return data;
    }
}
