// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a file that is whole, and the restricted one beside it, where others may stand: those are kept under a number,
 * and all stays as it was where not all of it succeeds.
 */
final class Replacement {
    private final Path file;
    private final Path restricted;
    private final Optional<Path> reserved;
    private final List<Path> copies = new ArrayList<>();

    /**
     * A replacement.
     *
     * @param file the file to publish
     * @param reserved a name that another file will have
     */
    Replacement(Path file, Optional<Path> reserved) {
        this.file = file;
        this.restricted = GatedFile.restricted(file);
        this.reserved = reserved;
    }

    /**
     * Replaces both. The restricted file goes first: with the other one alone the next release knows less, and tells
     * less.
     *
     * @param isSame whether what stands there is the same release
     * @return what is kept of it, and under which name; empty where nothing is
     */
    Optional<GateOutcome.Warning> replace(boolean isSame, long cells) throws IOException {
        boolean hadRestricted = Files.exists(restricted);
        boolean isReplaced = false;
        try {
            Optional<GateOutcome.Warning> kept = isSame ? Optional.empty() : keep(cells);
            Files.move(GatedFile.unfinished(restricted), restricted, StandardCopyOption.ATOMIC_MOVE);
            isReplaced = true;
            Files.move(GatedFile.unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } catch (IOException e) {
            undo(isReplaced && !isSame, hadRestricted, e);
            throw e;
        }
    }

    /** Whoever has an earlier release needs it. It is copied, so that a failure loses nothing. */
    private Optional<GateOutcome.Warning> keep(long cells) throws IOException {
        boolean isFile = Files.exists(file);
        boolean isRestricted = Files.exists(restricted);
        if (!isFile && !isRestricted) {
            return Optional.empty();
        }
        Path kept = free(file, reserved);
        if (isRestricted) {
            copy(restricted, GatedFile.restricted(kept));
        }
        if (isFile) {
            copy(file, kept);
        }
        GateOutcome.Warning.Kind kind = !isRestricted
                ? GateOutcome.Warning.Kind.REPLACED_ALONE
                : isFile ? GateOutcome.Warning.Kind.REPLACED : GateOutcome.Warning.Kind.REPLACED_RESTRICTED;
        return Optional.of(new GateOutcome.Warning(kind, kept, cells));
    }

    /** The first name with a number that no file has, nor one beside it. */
    static Path free(Path file, Optional<Path> reserved) {
        int number = 1;
        while (isTaken(numbered(file, number), reserved)) {
            number++;
        }
        return numbered(file, number);
    }

    private static Path numbered(Path file, int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static boolean isTaken(Path name, Optional<Path> reserved) {
        return Stream.of(name, GatedFile.restricted(name))
                .anyMatch(each -> Files.exists(each, LinkOption.NOFOLLOW_LINKS)
                        || reserved.filter(other -> AggregateGate.isSame(other, each))
                                .isPresent());
    }

    private void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        copies.add(to);
    }

    private void undo(boolean isReplaced, boolean hadRestricted, IOException e) {
        try {
            if (isReplaced && hadRestricted) {
                Files.move(copies.remove(0), restricted, StandardCopyOption.ATOMIC_MOVE);
            } else if (isReplaced) {
                Files.delete(restricted);
            }
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            e.addSuppressed(failure);
        }
    }
}
