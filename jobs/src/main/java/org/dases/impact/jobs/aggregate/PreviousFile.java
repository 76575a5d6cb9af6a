// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.file.CsvText;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was written for an earlier release of a table: what readers have, and from the restricted file beside it
 * the true counts of what they have not. Where that is missing, what was not told then counts as unmoved.
 */
final class PreviousFile {
    private static final String FIX =
            "Give a file as `impact gate --out` wrote it, and leave its restricted one as it is.";

    /**
     * An earlier release.
     *
     * @param release what the gate needs to know
     * @param warnings what is not known
     */
    record Previous(EarlierRelease release, List<GateOutcome.Warning> warnings) {}

    /**
     * What readers have.
     *
     * @param figures the last fresh figure of each cell in the releases that were read
     * @param ids by which they are named; none of those of which that is not known
     * @param files their files
     */
    record Shown(Map<Integer, OptionalLong> figures, List<String> ids, Set<Path> files) {
        static Shown nothing() {
            return new Shown(new HashMap<>(), new ArrayList<>(), new HashSet<>());
        }
    }

    private final Aggregate table;
    private final Series series;
    private final GateRequest request;
    private final Shown shown;
    private final List<Problem> problems = new ArrayList<>();
    private final List<GateOutcome.Warning> warnings = new ArrayList<>();

    private PreviousFile(Aggregate table, Series series, GateRequest request, Shown shown) {
        this.table = table;
        this.series = series;
        this.request = request;
        this.shown = shown;
    }

    /**
     * Reads a file and adds it to what was shown before it.
     *
     * @param request what is asked now
     */
    static Reading<Previous> read(Path path, Aggregate table, Series series, GateRequest request, Shown shown)
            throws IOException {
        return new PreviousFile(table, series, request, shown).read(path);
    }

    private Reading<Previous> read(Path path) throws IOException {
        Path restricted = GatedFile.restricted(path);
        boolean isKnown = Files.exists(restricted);
        if (!shown.files().add(path.toAbsolutePath().normalize())) {
            problem(path, 1, "It is named twice.", "Name each earlier release once.");
        }
        Map<Integer, EarlierCell> told = problems.isEmpty() ? rows(path, 0) : Map.of();
        if (problems.isEmpty()) {
            follow(path, told);
        }
        long hidden = told.values().stream().filter(each -> !each.isFresh()).count();
        Optional<Origin> origin = isKnown && problems.isEmpty() ? holdTo(path, restricted, hidden) : Optional.empty();
        Map<Integer, EarlierCell> truth =
                isKnown && problems.isEmpty() ? rows(restricted, GatedFile.PREAMBLE) : Map.of();
        if (isKnown && problems.isEmpty() && !EarlierCell.areOfOneRun(told, truth)) {
            problem(restricted, 1, "The restricted file does not belong to " + path + ".");
        }
        if (!isKnown) {
            warn(GateOutcome.Warning.Kind.COUNTS, path, hidden);
        }
        if (!problems.isEmpty()) {
            problems.set(0, CutFile.told(problems.get(0)));
            return new Reading.Unreadable<>(problems);
        }
        List<Ledger.Entry> entries = new ArrayList<>();
        told.forEach((cell, each) -> entries.add(entry(cell, each, truth.get(cell), origin)));
        return new Reading.Read<>(new Previous(
                new EarlierRelease(
                        path.getFileName().toString(),
                        Files.getLastModifiedTime(path).toInstant(),
                        new Ledger(List.of(new Ledger.Table(Aggregate.TABLE, entries)))),
                warnings));
    }

    /** A frozen figure was told afresh before; where it was not, a release is missing, or the order is another one. */
    private void follow(Path path, Map<Integer, EarlierCell> told) {
        for (Map.Entry<Integer, EarlierCell> each : told.entrySet()) {
            OptionalLong figure = each.getValue().freq();
            if (each.getValue().isFresh()) {
                shown.figures().put(each.getKey(), figure);
            } else if (each.getValue().isFrozen()
                    && !figure.equals(shown.figures().get(each.getKey()))) {
                problem(
                        path,
                        1,
                        "A frozen cell shows another figure than was told last by the releases named before it.",
                        "Name all earlier releases of the table, the oldest first.");
                return;
            }
        }
    }

    /** How it was released. Now must be asked for what was asked for then, and all releases before it be named. */
    private Optional<Origin> holdTo(Path path, Path restricted, long hidden) throws IOException {
        Optional<Origin> read = Origin.read(restricted);
        if (read.isEmpty()) {
            problem(restricted, 2, "The line does not say how the table was released.");
            return read;
        }
        Origin origin = read.get();
        long missing = origin.missing(shown.ids());
        // of a release without restricted file nobody knows its name
        if (missing > shown.files().size() - 1 - shown.ids().size()) {
            problem(
                    path,
                    1,
                    "It was released after others that are not named before it.",
                    "Name all earlier releases of the table, the oldest first.");
        }
        shown.ids().add(origin.id());
        if (request.k() < origin.k()) {
            problem(
                    path,
                    1,
                    "It was released with k = " + origin.k() + ", and what was hidden then must stay so.",
                    "Go on with --k " + origin.k() + ".");
        }
        if (origin.zeros() == Zeros.WITHHOLD && request.zeros() == Zeros.PUBLISH) {
            problem(
                    path,
                    1,
                    "It withheld zeros; those that are told now could be held against it.",
                    "Go on with --zeros withhold.");
        }
        if (hidden > 0 && origin.isStricterThan(request)) {
            warn(GateOutcome.Warning.Kind.WEAKER, path, hidden);
        }
        return read;
    }

    private Ledger.Entry entry(int cell, EarlierCell told, @Nullable EarlierCell truth, Optional<Origin> origin) {
        OptionalLong freq = truth == null ? (told.isFresh() ? told.freq() : OptionalLong.empty()) : truth.freq();
        Ledger.Figure figure = Ledger.Figure.ofCount(
                freq,
                told.isFresh(),
                table.at(cell),
                series,
                new Ledger.Terms(origin.map(Origin::k).orElse(0), false),
                origin.map(Origin::limits).orElse(Limits.NONE));
        Ledger.Figure known = truth != null && truth.isToInsiders() ? figure.knownTo(Ledger.Reach.INSIDERS) : figure;
        return new Ledger.Entry(table.at(cell), false, Map.of(Aggregate.COUNT, known));
    }

    private Map<Integer, EarlierCell> rows(Path path, int before) throws IOException {
        Map<Integer, EarlierCell> rows = new HashMap<>();
        try (CsvText text = CsvText.open(path, before)) {
            List<String> columns = columns();
            for (String column : columns) {
                if (!text.names().contains(column)) {
                    problem(path, before + 1L, "There is no column " + column + ".");
                    return rows;
                }
            }
            // files of before did not say what insiders could compute; the file to publish never does
            columns.add(GatedFile.INSIDER);
            int[] places = columns.stream().mapToInt(text.names()::indexOf).toArray();
            for (CsvText.Row row = text.next(); row != null && problems.isEmpty(); row = text.next()) {
                row(path, row, places, rows);
            }
            if (problems.isEmpty()) {
                PreviousCodes.of(table.cube(), rows, before > 0)
                        .ifPresent(each ->
                                problems.add(new Problem(path.toString(), Place.START, each.reason(), each.fix())));
            }
        } catch (CsvText.Unreadable e) {
            problem(path, e.line(), FileFault.unreadable(e));
        }
        return rows;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        table.cube().hierarchies().forEach(each -> columns.add(each.leafColumn()));
        columns.addAll(List.of("freq", "suppressed", "frozen"));
        return columns;
    }

    private void row(Path path, CsvText.Row row, int[] places, Map<Integer, EarlierCell> rows) {
        if (row.fault().isPresent()) {
            problem(path, row.line(), FileFault.row(row.fault().get()));
            return;
        }
        int axes = table.cube().axes();
        OptionalInt cell = cell(row, places);
        List<Boolean> marks = marks(path, row, places);
        if (marks.size() < EarlierCell.MARKS.size()) {
            return;
        }
        Optional<EarlierCell> told =
                EarlierCell.of(PrintedText.count(row.values().get(places[axes])), marks);
        if (told.isEmpty()) {
            String columns =
                    places[axes + 3] < 0 ? "freq, suppressed and frozen" : "freq, suppressed, frozen and insider";
            problem(path, row.line(), columns + " do not fit together.");
        } else if (cell.isEmpty()) {
            problem(
                    path,
                    row.line(),
                    "The cell has a code that is not in the hierarchies any more, so that it cannot be compared.",
                    "Keep the code in its tree, without rows if nobody is there; if it was renamed, rename it in this file and in its restricted one.");
        } else if (rows.put(cell.getAsInt(), told.get()) != null) {
            problem(path, row.line(), "The cell stands there twice.");
        }
    }

    /** The marks of a row; fewer than there are where one is none. */
    private List<Boolean> marks(Path path, CsvText.Row row, int[] places) {
        List<Boolean> marks = new ArrayList<>();
        for (int mark = 0; mark < EarlierCell.MARKS.size(); mark++) {
            int place = places[table.cube().axes() + 1 + mark];
            Optional<Boolean> flag = place < 0
                    ? Optional.of(false)
                    : PrintedText.flag(row.values().get(place));
            if (flag.isEmpty()) {
                problem(path, row.line(), EarlierCell.MARKS.get(mark) + PrintedText.NO_FLAG, PrintedText.WRITE_FLAG);
                break;
            }
            marks.add(flag.get());
        }
        return marks;
    }

    private OptionalInt cell(CsvText.Row row, int[] places) {
        int cell = 0;
        for (int axis = 0; axis < table.cube().axes(); axis++) {
            OptionalInt code =
                    table.cube().hierarchies().get(axis).number(row.values().get(places[axis]));
            if (code.isEmpty()) {
                return OptionalInt.empty();
            }
            cell += table.cube().at(axis, code.getAsInt());
        }
        return OptionalInt.of(cell);
    }

    private void warn(GateOutcome.Warning.Kind kind, Path path, long cells) {
        warnings.add(new GateOutcome.Warning(kind, path, cells));
    }

    private void problem(Path path, long line, String reason) {
        problem(path, line, reason, FIX);
    }

    private void problem(Path path, long line, String reason, String fix) {
        problems.add(new Problem(path.toString(), new Place((int) line, 1), reason, fix));
    }
}
