// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has. */
final class CommonOptions {
    @Option(names = "--json", descriptionKey = "option.json", description = "Print the result as JSON, for machines.")
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "option.verbose",
            description = "Show log messages, and write the stack trace of an error to the log.")
    boolean verbose;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            descriptionKey = "option.lang",
            description = "Language of summaries and help; default: the system's.")
    @Nullable Language language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help",
            description = "Show this help and end.")
    boolean help;

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec command;

    /** The console of the running command. */
    Console console() {
        Logs.verbose(verbose);
        return Main.session(commandLine()).console(json);
    }

    CommandLine commandLine() {
        if (command == null) {
            throw new IllegalStateException("options are used outside a command line");
        }
        return command.commandLine();
    }
}
