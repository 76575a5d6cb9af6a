// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;

/**
 * A file of which the end is missing, as where a disk was full: what its last line says is then no mistake of anybody.
 */
final class CutFile {
    private static final String FIX = "Take it from a backup.";

    private CutFile() {}

    /** What is wrong with a file, or that it is empty or ends in the line of which something is wrong. */
    static Problem told(Problem problem) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(problem.file()));
        if (bytes.length == 0) {
            return new Problem(problem.file(), Place.START, "The file is empty.", FIX);
        }
        int lines = 1;
        for (byte each : bytes) {
            lines += each == '\n' ? 1 : 0;
        }
        boolean isCut = bytes[bytes.length - 1] != '\n' && problem.place().line() >= lines;
        return isCut
                ? new Problem(problem.file(), new Place(lines, 1), "The file ends in the middle of a line.", FIX)
                : problem;
    }
}
