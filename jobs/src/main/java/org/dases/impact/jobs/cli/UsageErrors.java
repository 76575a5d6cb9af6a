// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was probably meant, and where help is. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    private final Session session;

    UsageErrors(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        Messages messages = session.messages();
        String problem = messages.text("error.usage", messages.said(String.valueOf(e.getMessage())));
        session.err().println(problem);
        if (List.of(args).contains("--json")) {
            session.console(true).json(Failure.configuration(problem).forMachines());
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> likely = unmatched.getSuggestions();
            if (!likely.isEmpty()) {
                session.err().println(messages.text("error.suggestion", String.join(", ", likely)));
            }
        }
        String name = line.getCommandSpec().qualifiedName();
        session.err().println(messages.text("error.help", name + " --help"));
        session.err().flush();
        return ExitCode.CONFIGURATION.code();
    }
}
