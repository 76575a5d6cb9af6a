// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dases.impact.jobs.generate.DataSpace;
import org.dases.impact.jobs.generate.EventsRequest;
import org.dases.impact.jobs.generate.GenerateRequest;
import org.dases.impact.jobs.generate.Generator;
import org.dases.impact.jobs.generate.NationalTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a made-up data space, of any size. */
@Command(
        name = "generate",
        description = "Write a made-up French data space: a workspace with contracts, datasets, tables and data.")
final class GenerateCommand extends PlainCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            descriptionKey = "generate.out",
            description = "Folder to write; is made when missing.")
    Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2025",
            descriptionKey = "generate.seed",
            description = "The same seed and sizes give the same files; default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--schools",
            paramLabel = "N",
            defaultValue = "60",
            descriptionKey = "generate.schools",
            description = "Number of schools; default: ${DEFAULT-VALUE}.")
    int schools;

    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "5000",
            descriptionKey = "generate.learners",
            description = "Number of pupils; default: ${DEFAULT-VALUE}.")
    int learners;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200000",
            descriptionKey = "generate.records",
            description = "About how many records in all; default: ${DEFAULT-VALUE}.")
    long records;

    @Option(
            names = "--events",
            paramLabel = "N",
            descriptionKey = "generate.events",
            description = {
                "Instead of a workspace, write N learning traces of a whole country, with its schools and learners, as",
                "canonical tables in Parquet to measure with; 1000 to 100000000."
            })
    @Nullable Long events;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    void run(Console console) throws IOException {
        if (events != null) {
            DataSpace country = NationalTables.write(eventsRequest(console, events), console.progress());
            console.json(json(country));
            console.say("generate.eventsDone", out, country.allRecords(), country.schools(), country.learners());
            return;
        }
        if (Files.exists(out.resolve("impact.yaml"))) {
            throw Failure.configuration(console.messages().text("init.exists", out, "impact.yaml"));
        }
        DataSpace space = Generator.generate(request(), console.progress());
        WorkspaceArgument.read(out).settings().pseudonymKey().create(space.folder());
        console.json(json(space));
        console.say("generate.done", out, space.allRecords(), space.schools(), space.learners());
    }

    private GenerateRequest request() {
        try {
            return new GenerateRequest(seed, schools, learners, records, out);
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.CONFIGURATION, List.of(e.getMessage() + "."), e);
        }
    }

    private EventsRequest eventsRequest(Console console, long number) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        for (String other : List.of("--schools", "--learners", "--records")) {
            if (line.getParseResult().hasMatchedOption(other)) {
                throw Failure.configuration(console.messages().text("generate.eventsAlone", other));
            }
        }
        for (String table : List.of("school", "learner", "event")) {
            if (Files.exists(out.resolve(table))) {
                throw Failure.configuration(console.messages().text("generate.eventsThere", out.resolve(table)));
            }
        }
        try {
            return new EventsRequest(seed, number, out);
        } catch (IllegalArgumentException e) {
            String told = console.messages().text("generate.eventsRange", Long.toString(number));
            throw new Failure(ExitCode.CONFIGURATION, List.of(told), e);
        }
    }

    private static Map<String, Object> json(DataSpace space) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workspace", space.folder().toString());
        json.put("schools", space.schools());
        json.put("learners", space.learners());
        json.put("students", space.students());
        json.put("records", space.records());
        json.put("defects", space.defects());
        return json;
    }
}
