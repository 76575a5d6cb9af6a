// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.Gate;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.workers.Workers;

/** Sends an aggregated table through the gate and writes what it clears. */
public final class AggregateGate {
    private static final int MOST_CELLS = 4_000_000;
    private static final int MANY_CELLS = 200_000;
    private static final int BYTES_PER_CELL = 4_000;

    private final GateRequest request;
    private final LongConsumer manyCells;
    private final Workers workers;

    /**
     * The gate for one table.
     *
     * @param request files and rules
     * @param workers who works on the parts of a large table
     * @param manyCells told the number of cells before it begins, if they will take long
     */
    public AggregateGate(GateRequest request, Workers workers, LongConsumer manyCells) {
        this.request = request;
        this.workers = workers;
        this.manyCells = manyCells;
    }

    /**
     * Reads, decides and writes.
     *
     * @return what came of it
     */
    public GateOutcome run() {
        List<Problem> problems = files();
        if (!problems.isEmpty()) {
            return new GateOutcome.Unusable(problems);
        }
        if (request.dry()) {
            return decide((table, after) -> Optional.empty());
        }
        try (GatedFile out = new GatedFile(request.out())) {
            return decide((table, after) -> out.write(table, request, after));
        } catch (IOException e) {
            return unwritable(request.out(), e);
        }
    }

    private interface Writing {
        Optional<GateOutcome.Warning> write(Gated table, List<String> after) throws IOException;
    }

    private GateOutcome decide(Writing writing) {
        try {
            return HierarchyFile.read(request.hierarchies())
                    .match(hierarchies -> readCells(hierarchies, writing), GateOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(request.hierarchies(), e);
        }
    }

    private GateOutcome readCells(List<Hierarchy> hierarchies, Writing writing) {
        double cells = Cube.size(hierarchies);
        if (cells > MOST_CELLS) {
            return unusable(
                    request.hierarchies(),
                    "The hierarchies have " + (cells < 1e15 ? Long.toString((long) cells) : "more than 10^15")
                            + " combinations of codes, more than the " + MOST_CELLS + " that one machine can protect.",
                    "Drop a dimension or its finest level.");
        }
        if (cells > MANY_CELLS) {
            manyCells.accept((long) cells);
        }
        try {
            return CellsFile.read(request.cells(), new Cube(hierarchies))
                    .match(table -> review(table, writing), GateOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(request.cells(), e);
        } catch (OutOfMemoryError e) {
            return tooLarge((long) cells);
        }
    }

    private GateOutcome review(Aggregate table, Writing writing) {
        List<Problem> missing = new ArrayList<>();
        request.schools().ifPresent(n -> require(table, "n_contrib", "--schools", missing));
        request.providers().ifPresent(n -> require(table, "n_prov", "--providers", missing));
        request.largestSchoolPercent().ifPresent(p -> require(table, "top1", "--largest-school", missing));
        Series series = Aggregate.series(request.providers().isPresent());
        Earlier earlier = Earlier.read(request, table, series);
        missing.addAll(earlier.problems());
        List<GateOutcome.Warning> warnings = new ArrayList<>(earlier.warnings());
        if (table.missing() > 0) {
            warnings.add(new GateOutcome.Warning(GateOutcome.Warning.Kind.MISSING, request.cells(), table.missing()));
        }
        if (table.figures().crowded() > 0) {
            warnings.add(new GateOutcome.Warning(
                    GateOutcome.Warning.Kind.CROWDED,
                    request.cells(),
                    table.figures().crowded()));
        }
        AskedCells asked = new AskedCells(table.cube(), request.hierarchies().toString(), request.explain());
        missing.addAll(asked.problems());
        if (!missing.isEmpty()) {
            return new GateOutcome.Unusable(missing);
        }
        List<GateOutcome.Advice> advice =
                request.advise() ? new Advisor(table, series, request.rules()).advise() : List.of();
        Submission submission = new Submission(List.of(table.table(series)), request.rules(), earlier.releases());
        return Gate.on(workers)
                .review(submission)
                .match(
                        granted ->
                                write(new Gated(table, granted), granted, writing, earlier.ids(), (cleared, kept) -> {
                                    kept.forEach(warnings::add);
                                    return cleared.summary(warnings, cleared.explain(asked.cells()), advice);
                                }),
                        refused -> refused(table, refused));
    }

    private static GateOutcome refused(Aggregate table, Clearance.Refused refused) {
        boolean isTooLarge =
                refused.cause().filter(OutOfMemoryError.class::isInstance).isPresent();
        return isTooLarge ? tooLarge(table.cube().size()) : new GateOutcome.Refused(refused.reasons(), refused.cause());
    }

    /** Witnesses are whole before the table is there, and get their name after it: a failure leaves earlier ones. */
    private GateOutcome write(
            Gated gated,
            Clearance.Granted granted,
            Writing writing,
            List<String> after,
            BiFunction<Gated, List<GateOutcome.Warning>, GateOutcome.Cleared> summary) {
        List<GateOutcome.Warning> kept = new ArrayList<>();
        if (request.witnesses().isEmpty() || request.dry()) {
            return write(gated, writing, after, kept).orElseGet(() -> summary.apply(gated, kept));
        }
        Path file = request.witnesses().get();
        try (WitnessFile witnesses = new WitnessFile(file, gated.cube())) {
            witnesses.write(gated, granted.witnesses());
            Optional<GateOutcome> failure = write(gated, writing, after, kept);
            return failure.isPresent() ? failure.get() : finish(witnesses, file, gated, kept, summary);
        } catch (IOException e) {
            return unwritable(file, e);
        }
    }

    private static GateOutcome finish(
            WitnessFile witnesses,
            Path file,
            Gated gated,
            List<GateOutcome.Warning> kept,
            BiFunction<Gated, List<GateOutcome.Warning>, GateOutcome.Cleared> summary) {
        try {
            witnesses
                    .finish()
                    .map(name -> new GateOutcome.Warning(
                            GateOutcome.Warning.Kind.REPLACED_WITNESSES,
                            name,
                            gated.cube().size()))
                    .ifPresent(kept::add);
            return summary.apply(gated, kept);
        } catch (IOException e) {
            return unwritable(file, e, "The table was written, without its witnesses; name another place for them.");
        }
    }

    /** What went wrong, if anything did. */
    private Optional<GateOutcome> write(
            Gated gated, Writing writing, List<String> after, List<GateOutcome.Warning> kept) {
        try {
            writing.write(gated, after).ifPresent(kept::add);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unwritable(request.out(), e));
        }
    }

    private void require(Aggregate table, String column, String option, List<Problem> missing) {
        if (!table.columns().contains(column)) {
            missing.add(new Problem(
                    request.cells().toString(),
                    Place.START,
                    "There is no column " + column + ", which " + option + " needs.",
                    "Add the column, or leave the option out."));
        }
    }

    /** What is wrong with the names of the files. */
    private List<Problem> files() {
        List<Problem> problems = new ArrayList<>();
        List<Path> read = new ArrayList<>(List.of(request.cells(), request.hierarchies()));
        request.previous().forEach(file -> read.addAll(List.of(file, GatedFile.restricted(file))));
        List<Path> written = GatedFile.written(request.out());
        if (read.stream().anyMatch(in -> written.stream().anyMatch(each -> isSame(in, each)))) {
            problems.add(problem(
                    request.out(),
                    "The file to write, or the restricted one beside it, is one of those to read.",
                    "Name another one."));
        }
        read.addAll(written);
        request.witnesses()
                .filter(file ->
                        read.stream().anyMatch(each -> isSame(each, file) || isSame(each, GatedFile.unfinished(file))))
                .ifPresent(file -> problems.add(
                        problem(file, "The file of witnesses is another one of those named.", "Name one of its own.")));
        Stream.concat(Stream.of(request.out(), GatedFile.restricted(request.out())), request.witnesses().stream())
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(file -> problems.add(problem(file, notWritable(file), "Name another file.")));
        return problems;
    }

    private static String notWritable(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "The file to write is a link, which would be replaced.";
        }
        return Files.isDirectory(file)
                ? "The file to write is a folder."
                : "The file to write is a device or the like, which would be replaced.";
    }

    static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) { // one of them is not there yet
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    private static GateOutcome tooLarge(long cells) {
        return new GateOutcome.TooLarge(cells, 1 + cells * BYTES_PER_CELL / (1L << 30));
    }

    private static GateOutcome unreadable(Path file, IOException e) {
        return new GateOutcome.Unusable(List.of(unreadableProblem(file, e)));
    }

    static Problem unreadableProblem(Path file, IOException e) {
        return problem(file, "The file cannot be read: " + reason(e) + ".", "Check its name and its permissions.");
    }

    private static GateOutcome unwritable(Path file, IOException e) {
        return unwritable(
                file,
                e,
                e.getSuppressed().length == 0
                        ? "Choose another place; nothing was written."
                        : "Choose another place; of what was begun not all could be removed.");
    }

    private static GateOutcome unwritable(Path file, IOException e, String fix) {
        return unusable(file, "The file cannot be written: " + reason(e) + ".", fix);
    }

    /** Why a file cannot be read or written. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        String reason = e instanceof FileSystemException fault ? fault.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static GateOutcome unusable(Path file, String reason, String fix) {
        return new GateOutcome.Unusable(List.of(problem(file, reason, fix)));
    }

    private static Problem problem(Path file, String reason, String fix) {
        return new Problem(file.toString(), Place.START, reason, fix);
    }
}
