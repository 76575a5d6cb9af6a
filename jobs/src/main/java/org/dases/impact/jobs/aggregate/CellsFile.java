// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.file.CsvText;
import org.dases.impact.jobs.workspace.Suggestion;

/**
 * Reads the inner cells of a table, and checks totals that stand among them. Says what is wrong with its line, never
 * with the figure.
 */
final class CellsFile {
    /** Columns that hold no code of a dimension. */
    static final Set<String> FIGURES = Set.of("freq", "n_contrib", "n_prov", "value", "top1");

    static final String TWICE = "Column %1$s stands there twice, or one is called %1$s_2.";

    static final String KEEP_ONE = "Keep one of them.";

    private static final int MOST_PROBLEMS = 20;
    /** The greatest count of a cell. */
    static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final String file;
    private final Cube cube;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Figures figures;
    private final Map<Integer, Total> totals = new LinkedHashMap<>();
    private final int[] lineOf;
    private final List<String> strangers = new ArrayList<>();
    private final Set<Problem> misfits = new LinkedHashSet<>();

    private record Total(long freq, long schools, long providers) {}

    private CellsFile(String file, Cube cube) {
        this.file = file;
        this.cube = cube;
        figures = new Figures(cube.size());
        lineOf = new int[cube.size()];
    }

    static Reading<Aggregate> read(Path path, Cube cube) throws IOException {
        CellsFile reader = new CellsFile(path.toString(), cube);
        try (CsvText text = CsvText.open(path, 0)) {
            reader.columns(text.names());
            for (CsvText.Row row = text.next(); row != null && reader.goesOn(); row = text.next()) {
                reader.row(row);
            }
        } catch (CsvText.Unreadable e) {
            reader.problem(e.line(), FileFault.unreadable(e), "Save it as CSV in UTF-8.");
        }
        return reader.finish();
    }

    /** Whether a column stands in a header twice, as the reader of the file numbers the second one. */
    static boolean isTwice(String column, List<String> names) {
        return names.contains(column) && names.contains(column + "_2");
    }

    private boolean goesOn() {
        return problems.size() < MOST_PROBLEMS && !places.isEmpty() && misfits.isEmpty();
    }

    private void columns(List<String> names) {
        if (names.isEmpty()) {
            problem(1, "The file is empty.", "Write a header, and a row for each inner cell.");
            return;
        }
        List<String> needed = new ArrayList<>();
        cube.hierarchies().forEach(each -> needed.addAll(each.columns()));
        needed.add("freq");
        for (String column : needed) {
            if (!names.contains(column)) {
                problem(
                        1,
                        "There is no column " + column + Suggestion.hint(column, names) + ".",
                        FIGURES.contains(column)
                                ? "Put the number of persons of each inner cell into it."
                                : "Name the column in the header as in 'cols' of the hierarchies, or correct those.");
            }
        }
        needed.addAll(List.of("n_contrib", "n_prov", "top1"));
        needed.stream()
                .distinct()
                .filter(column -> isTwice(column, names))
                .forEach(column -> problem(1, TWICE.formatted(column), KEEP_ONE));
        if (problems.isEmpty()) {
            names.forEach(name -> places.put(name, places.size()));
            strangers.addAll(names);
            strangers.removeAll(needed);
            strangers.removeAll(FIGURES);
        }
    }

    private void row(CsvText.Row row) {
        if (row.fault().isPresent()) {
            problem(row.line(), FileFault.row(row.fault().get()), "Give each row one value a column.");
            return;
        }
        int before = problems.size();
        int cell = 0;
        for (int axis = 0; axis < cube.axes(); axis++) {
            cell += cube.at(axis, code(row, cube.hierarchies().get(axis)));
        }
        long freq = number(row, "freq").orElse(-1L);
        if (freq < 0) {
            problem(row.line(), "freq is missing.", "Write the number of persons; 0 where nobody is.");
        }
        long schools = number(row, "n_contrib").orElse(0L);
        long providers = number(row, "n_prov").orElse(0L);
        long top = number(row, "top1").orElse(freq);
        checkValue(row);
        if (problems.size() == before && isFirst(cell, row.line())) {
            if (cube.isInner(cell)) {
                figures.put(cell, freq, schools, providers, top);
            } else {
                totals.put(cell, new Total(freq, schools, providers));
            }
        }
    }

    private boolean isFirst(int cell, long line) {
        if (lineOf[cell] > 0) {
            doubtLevels();
            problem(
                    line,
                    "The cell stands in line " + lineOf[cell] + " already.",
                    strangers.isEmpty()
                            ? "Add up or remove the rows of the same codes."
                            : "Add up the rows of the same codes, or, if they differ by " + String.join(", ", strangers)
                                    + ", put a dimension of that into the hierarchies.");
            return false;
        }
        lineOf[cell] = (int) line;
        return true;
    }

    private void doubtLevels() {
        cube.hierarchies().forEach(each -> each.misfit().ifPresent(misfits::add));
    }

    /** Number of the finest code that a row has of a dimension; the coarser ones must stand above it. */
    private int code(CsvText.Row row, Hierarchy hierarchy) {
        int finest = 0;
        boolean isBlank = true;
        List<String> columns = hierarchy.columns();
        for (int c = columns.size() - 1; c >= 0; c--) {
            String code = text(row, columns.get(c));
            isBlank &= code.isEmpty();
            if (!code.isEmpty()) {
                int number = number(row, hierarchy, columns.get(c), code);
                if (number >= 0 && !hierarchy.isAtOrAbove(number, finest) && finest > 0) {
                    problem(
                            row.line(),
                            "Column " + columns.get(c) + " says " + code + ", but " + hierarchy.code(finest)
                                    + " does not stand below it in the tree of dimension " + hierarchy.name() + ".",
                            "Correct the row or the tree.");
                }
                finest = finest == 0 ? Math.max(0, number) : finest;
            }
        }
        if (isBlank) {
            problem(
                    row.line(),
                    "Column " + hierarchy.leafColumn() + " has no code.",
                    "Write the code, or " + Hierarchy.TOTAL + " where the row is a total.");
        }
        return finest;
    }

    private int number(CsvText.Row row, Hierarchy hierarchy, String column, String code) {
        OptionalInt number = hierarchy.number(code);
        if (number.isEmpty()) {
            hierarchy.misfit().ifPresent(misfits::add);
            problem(
                    row.line(),
                    FileCode.unknown(code, column, hierarchy),
                    "Correct the code, or put it into the tree.");
        }
        return number.orElse(-1);
    }

    /** A count in a column; none where there is no such column or no text in it. */
    private Optional<Long> number(CsvText.Row row, String column) {
        String text = text(row, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String fault;
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0
                    && number.compareTo(MOST) <= 0
                    && number.stripTrailingZeros().scale() <= 0) {
                return Optional.of(number.longValueExact());
            }
            fault = number.signum() < 0 ? "negative" : number.compareTo(MOST) > 0 ? "too large" : "no whole number";
        } catch (NumberFormatException e) {
            fault = "no number";
        }
        problem(row.line(), column + " is " + fault + ".", "Write a whole number from 0 to " + MOST + ".");
        return Optional.of(0L);
    }

    private void checkValue(CsvText.Row row) {
        String text = text(row, "value");
        try {
            if (!text.isEmpty() && !Double.isFinite(Double.parseDouble(text))) {
                problem(row.line(), "value is no finite number.", "Correct it, or leave it empty.");
            }
        } catch (NumberFormatException e) {
            problem(row.line(), "value is no number.", "Correct it, or leave it empty.");
        }
    }

    private String text(CsvText.Row row, String column) {
        Integer place = places.get(column);
        return place == null ? "" : row.values().get(place);
    }

    private Reading<Aggregate> finish() {
        boolean isEmpty = IntStream.of(lineOf).allMatch(line -> line == 0);
        if (problems.isEmpty() && isEmpty) {
            problem(1, "The table has no cells.", "Write one row an inner cell below the header.");
        }
        if (problems.isEmpty()) {
            figures.total(cube);
            totals.forEach((cell, total) -> {
                if (figures.freq(cell) != total.freq() && goesOn()) {
                    doubtLevels();
                    problem(
                            lineOf[cell],
                            "The total " + cube.named(cell) + " is not the sum of its inner cells.",
                            "Correct the total or the inner cells, or remove the totals; they are computed.");
                }
                if (!figures.tell(cell, total.schools(), total.providers()) && goesOn()) {
                    problem(
                            lineOf[cell],
                            "An inner cell of the total has more schools or providers than the total, or all together have fewer.",
                            "Correct n_contrib and n_prov, or leave them empty in rows of totals.");
                }
            });
            figures.carryDown(cube);
        }
        if (problems.size() >= MOST_PROBLEMS) {
            problem(
                    problems.get(MOST_PROBLEMS - 1).place().line(),
                    "There may be more mistakes; the search ended here.",
                    "Correct these first.");
        }
        problems.addAll(0, misfits);
        return problems.isEmpty()
                ? new Reading.Read<>(new Aggregate(cube, figures, Set.copyOf(places.keySet()), missing()))
                : new Reading.Unreadable<>(problems);
    }

    private long missing() {
        return IntStream.range(0, cube.size())
                .filter(cell -> cube.isInner(cell) && lineOf[cell] == 0)
                .count();
    }

    private void problem(long line, String reason, String fix) {
        problems.add(new Problem(file, new Place((int) line, 1), reason, fix));
    }
}
