// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.landing.LandingException;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.jobs.conform.KeyException;
import org.dases.impact.jobs.export.ExportException;
import org.dases.impact.jobs.lake.LakeException;
import picocli.CommandLine;

/** The one place where exceptions become exit codes and lines for people. */
final class Errors implements CommandLine.IExecutionExceptionHandler {
    private final Session session;

    Errors(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (Interruption.isUnderWay()) {
            return ExitCode.BUG.code(); // nobody sees it: the signal decides on the exit code
        }
        Failure failure = failure(e);
        failure.lines().forEach(session.err()::println);
        if (has("--json", parsed)) {
            session.console(true).json(failure.forMachines());
        }
        if (has("--verbose", parsed)) {
            Logs.keep(e, session.err(), session.messages());
        }
        session.err().flush();
        return failure.code().code();
    }

    private static boolean has(String option, CommandLine.ParseResult parsed) {
        return parsed.hasMatchedOption(option) || parsed.subcommands().stream().anyMatch(each -> has(option, each));
    }

    private Failure failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Optional<Failure> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Throwable bug = e instanceof CommandLine.ExecutionException && e.getCause() instanceof Error ? e.getCause() : e;
        return one(
                ExitCode.BUG,
                session.messages().text("error.bug", bug.getClass().getSimpleName()),
                e);
    }

    private Optional<Failure> known(Throwable cause) {
        if (cause instanceof Failure failure) {
            return Optional.of(failure);
        }
        if (cause instanceof SourceException source) {
            return Optional.of(one(code(source.fault()), String.valueOf(source.getMessage()), source));
        }
        if (cause instanceof LakeException lake) {
            ExitCode code = lake.retryLater() ? ExitCode.SOURCE : ExitCode.CONFIGURATION;
            return Optional.of(one(code, String.valueOf(lake.getMessage()), lake));
        }
        if (cause instanceof KeyException
                || cause instanceof ExportException
                || cause instanceof LandingException
                || cause instanceof org.dases.impact.notebooks.LakeException) {
            return Optional.of(one(ExitCode.CONFIGURATION, String.valueOf(cause.getMessage()), cause));
        }
        if (cause instanceof OutOfMemoryError || cause instanceof UnsatisfiedLinkError) {
            String key = cause instanceof OutOfMemoryError ? "error.memory" : "error.library";
            String message = session.messages().text(key, String.valueOf(cause.getMessage()));
            return Optional.of(one(ExitCode.CONFIGURATION, message, cause));
        }
        String said = String.valueOf(cause.getMessage());
        // Java calls files so, too, that may not be read
        if (cause instanceof FileNotFoundException && said.endsWith(" does not exist")) {
            return Optional.of(one(ExitCode.CONFIGURATION, session.messages().text("error.missing", said), cause));
        }
        if (cause instanceof AccessDeniedException denied) {
            String message = session.messages().text("error.denied", String.valueOf(denied.getFile()));
            return Optional.of(one(ExitCode.CONFIGURATION, message, denied));
        }
        return Optional.empty();
    }

    private static Failure one(ExitCode code, String line, Throwable cause) {
        return new Failure(code, List.of(line), cause);
    }

    private static ExitCode code(SourceException.Fault fault) {
        return switch (fault) {
            case CONTRACT_LOST -> ExitCode.CONTRACT;
            case DATA -> ExitCode.CONFIGURATION;
            case TRANSIENT, RATE_LIMITED, AUTH_EXPIRED, PERMANENT -> ExitCode.SOURCE;
        };
    }
}
