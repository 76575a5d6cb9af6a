// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args arguments
     */
    public static void main(String[] args) {
        // The launcher knows whether the error stream is a terminal; Java does not.
        boolean terminal = Boolean.getBoolean("impact.terminal") && !"dumb".equals(System.getenv("TERM"));
        PrintWriter err = utf8(System.err);
        Interruption interruption = Interruption.watch(err, Messages.in(language(List.of(args))));
        int code;
        try {
            code = run(List.of(args), utf8(System.out), err, terminal);
        } finally {
            interruption.over();
        }
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param args arguments
     * @param out where results go
     * @param err where progress and errors go
     * @return exit code
     */
    public static int run(List<String> args, PrintWriter out, PrintWriter err) {
        return run(args, out, err, false);
    }

    private static int run(List<String> args, PrintWriter out, PrintWriter err, boolean terminal) {
        Logs.configure();
        Session session = new Session(out, err, terminal, Messages.in(language(args)));
        return CommandTree.of(session).execute(args.toArray(String[]::new));
    }

    /** The language must be known before picocli makes the help texts. */
    private static Locale language(List<String> args) {
        Optional<String> joined = args.stream()
                .filter(each -> each.startsWith("--lang="))
                .map(each -> each.substring("--lang=".length()))
                .findFirst();
        int at = args.indexOf("--lang");
        Optional<String> separate = at >= 0 && at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
        return joined.or(() -> separate).map(Locale::forLanguageTag).orElseGet(Locale::getDefault);
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static Session session(CommandLine line) {
        return ((Impact) line.getCommandSpec().root().userObject()).session();
    }
}
