// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.landing.LandingException;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.jobs.conform.KeyException;
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
        Failure failure = failure(e);
        failure.lines().forEach(session.err()::println);
        if (parsed.hasMatchedOption("--verbose")
                || parsed.subcommands().stream().anyMatch(each -> each.hasMatchedOption("--verbose"))) {
            e.printStackTrace(session.err());
        }
        session.err().flush();
        return failure.code().code();
    }

    private Failure failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure known) {
                return known;
            }
            if (cause instanceof SourceException source) {
                return new Failure(code(source.fault()), List.of(String.valueOf(source.getMessage())), e);
            }
            Optional<Failure> told = told(cause, e);
            if (told.isPresent()) {
                return told.get();
            }
            if (cause instanceof AccessDeniedException denied) {
                return new Failure(
                        ExitCode.CONFIGURATION,
                        List.of(session.messages().text("error.denied", String.valueOf(denied.getFile()))),
                        e);
            }
        }
        return new Failure(
                ExitCode.BUG,
                List.of(session.messages().text("error.bug", e.getClass().getSimpleName())),
                e);
    }

    /** Faults whose message is made for the person at the keyboard. */
    private static Optional<Failure> told(Throwable cause, Exception e) {
        List<String> lines = List.of(String.valueOf(cause.getMessage()));
        if (cause instanceof LakeException lake) {
            return Optional.of(new Failure(lake.retryLater() ? ExitCode.SOURCE : ExitCode.CONFIGURATION, lines, e));
        }
        boolean configuration = cause instanceof KeyException
                || cause instanceof LandingException
                || cause instanceof org.dases.impact.notebooks.LakeException;
        return configuration ? Optional.of(new Failure(ExitCode.CONFIGURATION, lines, e)) : Optional.empty();
    }

    private static ExitCode code(SourceException.Fault fault) {
        return switch (fault) {
            case CONTRACT_LOST -> ExitCode.CONTRACT;
            case DATA -> ExitCode.CONFIGURATION;
            case TRANSIENT, RATE_LIMITED, AUTH_EXPIRED, PERMANENT -> ExitCode.SOURCE;
        };
    }
}
