// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.file.CsvText;
import org.dases.impact.indicators.disclosure.Witness;
import org.dases.impact.indicators.disclosure.Witnesses;
import org.dases.impact.indicators.disclosure.audit.Evidence;
import org.dases.impact.indicators.disclosure.audit.Move;

/**
 * The restricted file of witnesses of a gated table: a row for each inner cell with its true count (witness 0), then
 * for each witness the inner cells that differ, and by how much. Whoever has it can check in one pass that no withheld
 * cell can be bounded.
 */
final class WitnessFile implements AutoCloseable {
    private static final String WITNESS = "witness";
    private static final String BY = "by";
    private static final String FIX = "Give the file as `impact gate --witnesses` wrote it with the table.";

    private final Path file;
    private final Path unfinished;
    private final Cube cube;
    private final int[] atomOf;
    private Optional<Path> kept = Optional.empty();

    /**
     * A file.
     *
     * @param file its name
     * @param cube the cells of the table
     */
    WitnessFile(Path file, Cube cube) {
        this.file = file;
        this.unfinished = GatedFile.unfinished(file);
        this.cube = cube;
        atomOf = new int[cube.size()];
        Arrays.fill(atomOf, -1);
        int inner = 0;
        for (int cell = 0; cell < atomOf.length; cell++) {
            if (cube.isInner(cell)) {
                atomOf[cell] = inner++;
            }
        }
    }

    /** Writes it under another name, until {@link #finish}; it is readable by its owner alone. */
    void write(Gated table, Witnesses witnesses) throws IOException {
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, GatedFile.ownersOnly());
        unfinished.toFile().deleteOnExit(); // an interruption ends the program without closing anything
        try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
            out.write(GatedFile.NOTICE + "\n");
            for (int axis = 0; axis < cube.axes(); axis++) {
                out.write(GatedFile.quoted(cube.hierarchies().get(axis).leafColumn()) + ",");
            }
            out.write(WITNESS + "," + BY + "\n");
            for (int cell = 0; cell < atomOf.length; cell++) {
                if (atomOf[cell] >= 0) {
                    out.write(GatedFile.codes(cube, cell) + "0," + table.truth(cell) + "\n");
                }
            }
            int[] number = {0};
            witnesses.forEach(witness -> write(witness, ++number[0], out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        keep();
    }

    /** Others that stand there are copied before anything is replaced. */
    private void keep() throws IOException {
        if (Files.exists(file) && Files.mismatch(file, unfinished) >= 0) {
            Path copy = Replacement.free(file, Optional.empty());
            Files.createFile(copy, GatedFile.ownersOnly());
            kept = Optional.of(copy);
            try (OutputStream out = Files.newOutputStream(copy)) {
                Files.copy(file, out);
            }
        }
    }

    /**
     * Gives what was written its name.
     *
     * @return under which name others that stood there are kept; empty where there were none
     */
    Optional<Path> finish() throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Optional<Path> copy = kept;
        kept = Optional.empty();
        return copy;
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(unfinished);
        if (kept.isPresent()) {
            Files.deleteIfExists(kept.get());
        }
    }

    private void write(Witness witness, int number, BufferedWriter out) {
        try {
            for (Witness.Difference each : witness.differences()) {
                int cell = 0;
                for (int axis = 0; axis < cube.axes(); axis++) {
                    Hierarchy hierarchy = cube.hierarchies().get(axis);
                    cell += cube.at(axis, hierarchy.of(each.at().get(axis)));
                }
                out.write(GatedFile.codes(cube, cell) + number + "," + each.by() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it. Whether it is of the table, and proves anything, the attack finds out. */
    Reading<Evidence> read() throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (CsvText text = CsvText.open(file, 1)) {
            List<Integer> places = new ArrayList<>();
            for (String column : columns()) {
                places.add(text.names().indexOf(column));
                if (!text.names().contains(column)) {
                    problems.add(problem(2, "There is no column " + column + "."));
                }
            }
            return problems.isEmpty() ? rows(text, places) : new Reading.Unreadable<>(problems);
        } catch (CsvText.Unreadable e) {
            return new Reading.Unreadable<>(List.of(problem(e.line(), FileFault.unreadable(e))));
        }
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        cube.hierarchies().forEach(each -> columns.add(each.leafColumn()));
        columns.addAll(List.of(WITNESS, BY));
        return columns;
    }

    private Reading<Evidence> rows(CsvText text, List<Integer> places) throws IOException {
        long[] truth =
                new long[(int) Arrays.stream(atomOf).filter(atom -> atom >= 0).count()];
        Arrays.fill(truth, -1);
        Map<Integer, Map<Integer, Double>> moves = new HashMap<>();
        for (CsvText.Row row = text.next(); row != null; row = text.next()) {
            OptionalInt atom = row.fault().isPresent() ? OptionalInt.empty() : atom(row, places);
            String witness = row.fault().isPresent() ? "" : row.values().get(places.get(cube.axes()));
            String by = row.fault().isPresent() ? "" : row.values().get(places.get(cube.axes() + 1));
            if (atom.isEmpty() || !witness.matches("[0-9]{1,9}") || !isNumber(by, witness.equals("0"))) {
                return new Reading.Unreadable<>(
                        List.of(problem(row.line(), "The row has no inner cell, witness and number of this table.")));
            }
            if (witness.equals("0")) {
                truth[atom.getAsInt()] = Long.parseLong(by);
            } else {
                moves.computeIfAbsent(Integer.valueOf(witness), key -> new HashMap<>())
                        .put(atom.getAsInt(), Double.valueOf(by));
            }
        }
        return new Reading.Read<>(new Evidence(
                truth, moves.values().stream().map(WitnessFile::move).toList()));
    }

    private static boolean isNumber(String text, boolean isCount) {
        return text.matches(isCount ? "[0-9]{1,15}" : "-?[0-9]{1,15}(\\.[0-9]{1,20})?(E-?[0-9]{1,2})?");
    }

    private static Move move(Map<Integer, Double> differences) {
        int[] atoms = differences.keySet().stream().mapToInt(i -> i).sorted().toArray();
        return new Move(
                atoms, Arrays.stream(atoms).mapToDouble(differences::get).toArray());
    }

    private OptionalInt atom(CsvText.Row row, List<Integer> places) {
        int cell = 0;
        for (int axis = 0; axis < cube.axes(); axis++) {
            OptionalInt code = cube.hierarchies().get(axis).number(row.values().get(places.get(axis)));
            if (code.isEmpty()) {
                return code;
            }
            cell += cube.at(axis, code.getAsInt());
        }
        return atomOf[cell] < 0 ? OptionalInt.empty() : OptionalInt.of(atomOf[cell]);
    }

    private Problem problem(long line, String reason) {
        return new Problem(file.toString(), new Place((int) line, 1), reason, FIX);
    }
}
