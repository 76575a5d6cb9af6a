// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;

/**
 * All earlier releases of a table, the oldest first.
 *
 * @param releases what the gate needs to know
 * @param warnings what is not known
 * @param problems what is wrong with the files; if anything is, the rest is of no use
 * @param ids by which they are named; none of those of which that is not known
 */
record Earlier(
        List<EarlierRelease> releases, List<GateOutcome.Warning> warnings, List<Problem> problems, List<String> ids) {

    static Earlier read(GateRequest request, Aggregate table, Series series) {
        PreviousFile.Shown shown = PreviousFile.Shown.nothing();
        Earlier earlier = new Earlier(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), shown.ids());
        for (Path path : request.previous()) {
            try {
                PreviousFile.read(path, table, series, request, shown)
                        .match(
                                previous -> {
                                    earlier.releases.add(previous.release());
                                    return earlier.warnings.addAll(previous.warnings());
                                },
                                earlier.problems::addAll);
            } catch (IOException e) {
                earlier.problems.add(AggregateGate.unreadableProblem(unreadable(path, e), e));
            }
        }
        return earlier;
    }

    /** The file that could not be read: it may be the restricted one beside the one that was named. */
    private static Path unreadable(Path path, IOException e) {
        Path restricted = GatedFile.restricted(path);
        boolean isRestricted =
                e instanceof FileSystemException fault && restricted.toString().equals(fault.getFile());
        return isRestricted || Files.isDirectory(restricted) ? restricted : path;
    }
}
