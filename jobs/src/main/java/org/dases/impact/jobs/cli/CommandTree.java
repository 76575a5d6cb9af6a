// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.Map;
import picocli.CommandLine;

/** The root command with all that holds for every command: language, exit codes in the help, errors. */
final class CommandTree {
    private static final int WIDTH = 100;

    private CommandTree() {}

    static CommandLine of(Session session) {
        CommandLine root = new CommandLine(new Impact(session))
                .setResourceBundle(session.messages().bundle())
                .setOut(session.out())
                .setErr(session.err())
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(CommandTree::execute)
                .setParameterExceptionHandler(new UsageErrors(session))
                .setExecutionExceptionHandler(new Errors(session));
        root.getCommandSpec().version("impact " + version());
        describe(root, session.messages());
        return root;
    }

    /** What the machine lacks is told like any other trouble; the parser of arguments hands on exceptions only. */
    private static int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError | LinkageError e) {
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), "the machine lacks something", e);
        }
    }

    private static void describe(CommandLine line, Messages messages) {
        Map<String, String> codes = ExitCode.described(messages);
        line.getCommandSpec()
                .usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .optionListHeading("%n" + messages.text("help.options") + "%n")
                .commandListHeading("%n" + messages.text("help.commands") + "%n")
                .exitCodeListHeading("%n" + messages.text("help.exit") + "%n")
                .exitCodeList(codes);
        line.getCommandSpec()
                .exitCodeOnInvalidInput(ExitCode.CONFIGURATION.code())
                .exitCodeOnExecutionException(ExitCode.BUG.code());
        line.getSubcommands().values().forEach(each -> describe(each, messages));
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
