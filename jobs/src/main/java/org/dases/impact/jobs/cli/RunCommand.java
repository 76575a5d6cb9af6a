// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way of the data, or its first stages. */
@Command(name = "run", description = "Pull, conform, compute and release what the contracts of a workspace allow.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--until",
            paramLabel = "STAGE",
            description = "Last stage to run: ${COMPLETION-CANDIDATES}; default: release.")
    Stage until = Stage.RELEASE;

    @Mixin
    WaitOption wait = new WaitOption();

    @Mixin
    FullOption full = new FullOption();

    @Option(names = "--dry-run", description = "Say what would be done, and what contracts refuse; move no data.")
    boolean dryRun;

    @Override
    public Integer call() {
        Console console = common.console();
        Workspace read = workspace.read();
        if (dryRun) {
            return new DryRun(read, console).print(until).code();
        }
        Runs runs = new Runs(read, console);
        RunReport report = runs.run(EnumSet.range(Stage.PULL, until), wait.duration(), full.keeping());
        new RunSummary(console, runs.lake(), runs.discreet()).print(report);
        return RunSummary.code(report).code();
    }
}
