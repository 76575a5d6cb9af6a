// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that has one good end, done; whatever else happens is thrown. */
abstract sealed class PlainCommand implements Callable<Integer>
        permits ContractsCommand.ListAll,
                DiffCommand,
                ExportCommand,
                GenerateCommand,
                IndicatorsCommand.ListAll,
                IndicatorsCommand.Docs,
                IndicatorsCommand.Show,
                InitCommand,
                ReleasesCommand.ListAll,
                ReleasesCommand.Show,
                ShowCommand,
                WhyCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    abstract void run(Console console) throws IOException;

    @Override
    public final Integer call() throws IOException {
        run(common.console());
        return ExitCode.DONE.code();
    }
}
