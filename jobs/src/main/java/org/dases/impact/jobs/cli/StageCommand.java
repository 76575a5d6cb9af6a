// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.compute.FactKeeping;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.jobs.run.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One stage alone, on what the stages before left in the lake. */
abstract sealed class StageCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Mixin
    WaitOption wait = new WaitOption();

    private final Stage stage;

    private StageCommand(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Integer call() {
        Console console = common.console();
        Runs runs = new Runs(workspace.read(), console);
        RunReport report = runs.run(EnumSet.of(stage), wait.duration(), keeping());
        new RunSummary(console, runs.lake(), runs.discreet()).print(report);
        return RunSummary.code(report).code();
    }

    FactKeeping keeping() {
        return FactKeeping.usual(false);
    }

    /** From sources to landed rows. */
    @Command(name = "pull", description = "Pull what the contracts allow into the landed zone.")
    static final class Pull extends StageCommand {
        Pull() {
            super(Stage.PULL);
        }
    }

    /** From landed rows to canonical rows. */
    @Command(name = "conform", description = "Map landed records onto the canonical tables.")
    static final class Conform extends StageCommand {
        Conform() {
            super(Stage.CONFORM);
        }
    }

    /** From canonical rows to cells. */
    @Command(name = "compute", description = "Compute the cells of the published tables.")
    static final class Compute extends StageCommand {
        @Mixin
        FullOption full = new FullOption();

        Compute() {
            super(Stage.COMPUTE);
        }

        @Override
        FactKeeping keeping() {
            return full.keeping();
        }
    }

    /** From cells through the gate to published tables. */
    @Command(name = "release", description = "Send the cells through the gate and publish what it clears.")
    static final class Release extends StageCommand {
        Release() {
            super(Stage.RELEASE);
        }
    }
}
