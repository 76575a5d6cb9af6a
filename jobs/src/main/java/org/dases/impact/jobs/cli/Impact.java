// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root command. A new command is one class, named here. */
@Command(
        name = "impact",
        description = "Shared indicators from contracted learning data, published so that nobody can be traced back.",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            CheckCommand.class,
            ContractsCommand.class,
            IndicatorsCommand.class,
            GenerateCommand.class,
            RunCommand.class,
            StageCommand.Pull.class,
            StageCommand.Conform.class,
            StageCommand.Compute.class,
            StageCommand.Release.class,
            RetainCommand.class,
            GateCommand.class,
            AuditCommand.class,
            BenchCommand.class,
            ReleasesCommand.class,
            ExportCommand.class
        })
final class Impact {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help",
            description = "Show this help and end.")
    boolean help;

    @Option(
            names = "--version",
            versionHelp = true,
            descriptionKey = "option.version",
            description = "Show the version and end.")
    boolean version;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            descriptionKey = "option.lang",
            description = "Language of summaries and help; default: the system's.")
    @Nullable Language language;

    private final Session session;

    Impact(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }
}
