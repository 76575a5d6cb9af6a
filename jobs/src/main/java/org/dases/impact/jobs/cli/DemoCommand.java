// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.generate.DataSpace;
import org.dases.impact.jobs.generate.Generator;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.Workspace;
import org.dases.impact.notebooks.Figures;
import org.dases.impact.notebooks.PublishedLake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way of the data on a made-up French data space, for whoever wants to see what the engine does. */
@Command(name = "demo", description = "Make a French data space and run the whole way of the data on it.")
final class DemoCommand implements Callable<Integer> {
    private static final long SEED = 2026;
    private static final int LINES = 15;
    private static final String FIRST_TABLE = "usage_by_territory";

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(names = "--dir", paramLabel = "DIR", description = "Folder of the workspace; default: .impact/demo here.")
    Path folder = Path.of(System.getProperty("impact.home", "")).resolve(".impact/demo");

    @Override
    public Integer call() {
        Console console = common.console();
        make(console);
        Workspace workspace = WorkspaceArgument.read(folder);
        Runs runs = new Runs(workspace, console);
        RunReport report = runs.run(EnumSet.allOf(Stage.class), Duration.ZERO, FactKeeping.usual(false));
        new RunSummary(console, runs.lake(), runs.discreet()).print(report);
        // The demo is made to have refusals; only what it is not made to have is a failure.
        boolean expected = report.worst() != RunReport.Worst.GATE && report.worst() != RunReport.Worst.SOURCE;
        if (expected && !console.machine()) {
            first(console, Path.of(runs.lake().published()));
        }
        return (expected ? ExitCode.DONE : RunSummary.code(report)).code();
    }

    private void make(Console console) {
        if (Files.exists(folder.resolve("impact.yaml"))) {
            console.say("demo.kept", folder);
            return;
        }
        DataSpace made = Generator.writeDemo(folder, SEED, console.progress());
        console.say(
                "demo.made",
                folder,
                made.schools(),
                made.learners(),
                made.students(),
                made.allRecords(),
                Long.toString(SEED));
    }

    private static void first(Console console, Path published) {
        PublishedLake lake = PublishedLake.at(published);
        Figures figures = lake.table(FIRST_TABLE);
        console.say("demo.first", FIRST_TABLE, figures.releaseId());
        console.print(figures.preview(LINES, console.messages().locale()));
        console.say("demo.secret");
    }
}
