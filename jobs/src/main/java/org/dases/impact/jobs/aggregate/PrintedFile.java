// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.file.CsvText;
import org.dases.impact.jobs.workspace.Suggestion;

/**
 * Reads a table as it is printed: a row a cell, totals among them, with a column that says which are suppressed; or
 * inner cells alone, of which everything is printed. A count beside the mark of suppression is not looked at.
 */
final class PrintedFile {
    private static final String SUPPRESSED = "suppressed";
    private static final int MOST_PROBLEMS = 20;

    private final String file;
    private final Cube cube;
    private final int k;
    private final long least;
    private final List<Problem> problems = new ArrayList<>();
    private final long[] counts;
    private final int[] lineOf;
    private final BitSet small = new BitSet();
    private final BitSet harmless = new BitSet();
    private final BitSet carried = new BitSet();
    private final long[] earlier;

    private PrintedFile(String file, Cube cube, int k, long least) {
        this.file = file;
        this.cube = cube;
        this.k = k;
        this.least = least;
        counts = new long[cube.size()];
        lineOf = new int[cube.size()];
        Arrays.fill(counts, -1);
        earlier = counts.clone();
    }

    /**
     * Reads a table.
     *
     * @param path the CSV file
     * @param cube all cells
     * @param k the threshold
     * @param least the least count that is a secret: 1 where zeros may be printed, else 0
     */
    static Reading<PrintedTable> read(Path path, Cube cube, int k, long least) throws IOException {
        PrintedFile reader = new PrintedFile(path.toString(), cube, k, least);
        try (CsvText text = CsvText.open(path, 0)) {
            if (text.names().contains(SUPPRESSED)) {
                return reader.rows(text);
            }
        } catch (CsvText.Unreadable e) {
            reader.problem(e.line(), FileFault.unreadable(e), "Save it as CSV in UTF-8.");
            return new Reading.Unreadable<>(reader.problems);
        }
        return CellsFile.read(path, cube).match(reader::all, Reading.Unreadable::new);
    }

    private Reading<PrintedTable> all(Aggregate table) {
        for (int cell = 0; cell < counts.length; cell++) {
            show(cell, table.figures().freq(cell));
        }
        Arrays.fill(lineOf, 1); // what has no row counts as empty
        return new Reading.Read<>(new PrintedTable(cube, counts, small, harmless, carried, earlier, lineOf));
    }

    private void show(int cell, long count) {
        counts[cell] = count;
        small.set(cell, least <= count && count < k);
    }

    private Reading<PrintedTable> rows(CsvText text) throws IOException {
        List<String> needed = new ArrayList<>();
        cube.hierarchies().forEach(each -> needed.add(each.leafColumn()));
        needed.add("freq");
        for (String column : needed) {
            if (!text.names().contains(column)) {
                problem(
                        1,
                        "There is no column " + column + Suggestion.hint(column, text.names()) + ".",
                        "Give a row a cell with the finest column of each hierarchy, freq and suppressed.");
            }
        }
        needed.addAll(List.of(SUPPRESSED, "primary", "frozen"));
        needed.stream()
                .filter(column -> CellsFile.isTwice(column, text.names()))
                .forEach(column -> problem(1, CellsFile.TWICE.formatted(column), CellsFile.KEEP_ONE));
        if (problems.isEmpty()) {
            for (CsvText.Row row = text.next(); row != null && problems.size() < MOST_PROBLEMS; row = text.next()) {
                row(row, text.names());
            }
        }
        if (problems.isEmpty() && Arrays.stream(lineOf).allMatch(line -> line == 0)) {
            problem(1, "The table has no cells.", "Write one row a cell below the header.");
        }
        return problems.isEmpty()
                ? new Reading.Read<>(new PrintedTable(cube, counts, small, harmless, carried, earlier, lineOf))
                : new Reading.Unreadable<>(problems);
    }

    private void row(CsvText.Row row, List<String> names) {
        if (row.fault().isPresent()) {
            problem(row.line(), FileFault.row(row.fault().get()), "Give each row one value a column.");
            return;
        }
        int before = problems.size();
        int cell = 0;
        for (int axis = 0; axis < cube.axes(); axis++) {
            cell += cube.at(axis, code(row, names, cube.hierarchies().get(axis)));
        }
        boolean isSuppressed = flag(row, names, SUPPRESSED).orElse(false);
        boolean isFrozen = flag(row, names, "frozen").orElse(false);
        Optional<Boolean> primary = flag(row, names, "primary");
        String freq = PrintedText.count(text(row, names, "freq"));
        if (!isSuppressed && !freq.matches("[0-9]{0,15}")) {
            problem(row.line(), "freq is no whole number, 0 or more.", "Write one, or nothing where it is hidden.");
        }
        if (!isSuppressed && problems.size() == before && cube.isInner(cell) && isTooLarge(freq)) {
            problem(row.line(), "freq is too large.", "Write what the gate has written.");
        }
        if (problems.size() == before && isFirst(cell, row.line())) {
            carried.set(cell, isSuppressed && PrintedText.isNumber(freq));
            put(cell, isSuppressed ? "" : freq, isFrozen, primary.orElse(true));
        }
    }

    /** Totals may be larger than what the gate takes for an inner cell. */
    private static boolean isTooLarge(String freq) {
        return !freq.isEmpty() && new BigDecimal(freq).compareTo(CellsFile.MOST) > 0;
    }

    private void put(int cell, String freq, boolean isFrozen, boolean isPrimary) {
        if (!freq.isEmpty()) {
            show(cell, Long.parseLong(freq));
        }
        if (isFrozen) {
            earlier[cell] = counts[cell];
            counts[cell] = -1;
        }
        // a frozen cell never says whether it is unsafe now
        harmless.set(cell, counts[cell] < 0 && !isPrimary && !isFrozen);
    }

    private boolean isFirst(int cell, long line) {
        if (lineOf[cell] > 0) {
            problem(line, "The cell stands in line " + lineOf[cell] + " already.", "Keep one of the rows.");
            return false;
        }
        lineOf[cell] = (int) line;
        return true;
    }

    private int code(CsvText.Row row, List<String> names, Hierarchy hierarchy) {
        String code = text(row, names, hierarchy.leafColumn());
        OptionalInt number = hierarchy.number(code);
        if (number.isEmpty()) {
            hierarchy.misfit().filter(each -> !problems.contains(each)).ifPresent(each -> problems.add(0, each));
            problem(
                    row.line(),
                    FileCode.unknown(code, hierarchy.leafColumn(), hierarchy),
                    "Correct the code, or put it into the tree.");
        }
        return number.orElse(0);
    }

    /** A mark; none where there is no such column. */
    private Optional<Boolean> flag(CsvText.Row row, List<String> names, String column) {
        String text = text(row, names, column);
        Optional<Boolean> flag = PrintedText.flag(text);
        if (names.contains(column) && flag.isEmpty()) {
            problem(row.line(), column + PrintedText.NO_FLAG, PrintedText.WRITE_FLAG);
        }
        return flag;
    }

    private static String text(CsvText.Row row, List<String> names, String column) {
        int place = names.indexOf(column);
        return place < 0 ? "" : row.values().get(place);
    }

    private void problem(long line, String reason, String fix) {
        problems.add(new Problem(file, new Place((int) line, 1), reason, fix));
    }
}
