// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dases.impact.jobs.lake.Digest;

/**
 * The CSV files of a gated table: the one to publish, and a restricted one beside it with the true counts, for the gate
 * to know later what moved. They have other names until both are whole, so that a failure leaves nothing behind and
 * earlier files as they were.
 */
final class GatedFile implements AutoCloseable {
    /** Columns that say what became of a cell. */
    static final List<String> MARKS = List.of("primary", "suppressed", "frozen");

    /** Column of a restricted file: whether one who is alone behind other cells could compute this one. */
    static final String INSIDER = "insider";

    /** Names that no dimension may have, beside those of figures. */
    static final List<String> RESERVED =
            Stream.concat(MARKS.stream(), Stream.of(INSIDER)).toList();

    /** First line of a restricted file. */
    static final String NOTICE =
            "# RESTRICTED / RESTREINT: true counts / effectifs reels. Never publish / ne jamais diffuser.";

    /** Lines of a restricted file before its header: the notice and the {@link Origin}. */
    static final int PREAMBLE = 2;

    private final Path file;
    private final Path unfinished;
    private final Path restrictedUnfinished;

    /** Tries first of all whether the files can be written; what is interrupted while it computes leaves none. */
    GatedFile(Path file) throws IOException {
        this.file = file;
        unfinished = unfinished(file);
        restrictedUnfinished = unfinished(restricted(file));
        try (this) {
            create();
        }
    }

    private void create() throws IOException {
        close();
        Files.createFile(unfinished);
        Files.createFile(restrictedUnfinished, ownersOnly());
        // an interruption ends the program without closing anything
        unfinished.toFile().deleteOnExit();
        restrictedUnfinished.toFile().deleteOnExit();
    }

    /** The restricted file of a file to publish. */
    static Path restricted(Path file) {
        return beside(file, ".restricted");
    }

    /** All files that are written for a file to publish, those that are there only for a time among them. */
    static List<Path> written(Path file) {
        return List.of(file, restricted(file), unfinished(file), unfinished(restricted(file)));
    }

    /** What a file is called until it is whole. */
    static Path unfinished(Path file) {
        return beside(file, ".unfinished");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    static FileAttribute<?>[] ownersOnly() {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Writes both.
     *
     * @return under which name another release that stood there is kept; empty where there was none
     */
    Optional<GateOutcome.Warning> write(Gated table, GateRequest request, List<String> after) throws IOException {
        create();
        Origin origin = new Origin(
                request.k(),
                request.zeros(),
                Optional.of(request.attacker()),
                request.limits(),
                id(table, after),
                after);
        try (Writer out = writer(unfinished);
                Writer restricted = writer(restrictedUnfinished)) {
            String header = header(table);
            out.write(header + "\n");
            restricted.write(NOTICE + "\n" + origin.line() + "\n" + header + "," + INSIDER + "\n");
            for (int cell = 0; cell < table.cube().size(); cell++) {
                String codes = codes(table.cube(), cell);
                String flags = flags(table, cell);
                out.write(codes + table.freq(cell) + flags + "\n");
                restricted.write(codes + table.truth(cell) + flags + "," + flag(table.isKnownToInsiders(cell)) + "\n");
            }
        }
        boolean isSame = Files.exists(restricted(file))
                && Origin.read(restricted(file)).filter(origin::equals).isPresent();
        return new Replacement(file, request.witnesses())
                .replace(isSame, table.cube().size());
    }

    private static String id(Gated table, List<String> after) {
        List<String> said = new ArrayList<>(after);
        for (int cell = 0; cell < table.cube().size(); cell++) {
            said.add(codes(table.cube(), cell) + table.truth(cell) + flags(table, cell));
        }
        return Digest.of(said);
    }

    private static Writer writer(Path path) throws IOException {
        return Files.newBufferedWriter(
                path, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String header(Gated table) {
        List<String> header = new ArrayList<>();
        table.cube().hierarchies().forEach(each -> header.add(quoted(each.leafColumn())));
        header.add("freq");
        header.addAll(MARKS);
        return String.join(",", header);
    }

    /** The codes of a cell, each followed by a comma. */
    static String codes(Cube cube, int cell) {
        StringBuilder codes = new StringBuilder();
        for (int axis = 0; axis < cube.axes(); axis++) {
            Hierarchy hierarchy = cube.hierarchies().get(axis);
            codes.append(quoted(hierarchy.code(cube.code(cell, axis)))).append(',');
        }
        return codes.toString();
    }

    private static String flags(Gated table, int cell) {
        return "," + flag(table.isPrimary(cell)) + "," + flag(table.isSuppressed(cell)) + ","
                + flag(table.isFrozen(cell));
    }

    private static String flag(boolean value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(restrictedUnfinished);
    }
}
