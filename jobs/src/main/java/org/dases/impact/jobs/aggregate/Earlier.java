// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.EarlierRelease;
import org.dases.impact.indicators.disclosure.Series;

/**
 * All earlier releases of a table, the oldest first.
 *
 * @param releases what the gate needs to know
 * @param warnings what is not known
 * @param problems what is wrong with the files; if anything is, the rest is of no use
 * @param files hashes of the files
 */
record Earlier(
        List<EarlierRelease> releases, List<GateOutcome.Warning> warnings, List<Problem> problems, List<String> files) {

    static Earlier read(GateRequest request, Aggregate table, Series series) {
        PreviousFile.Shown shown = new PreviousFile.Shown(new HashMap<>(), new ArrayList<>());
        Earlier earlier = new Earlier(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), shown.files());
        for (Path path : request.previous()) {
            try {
                PreviousFile.read(path, table, series, request.zeros(), shown)
                        .match(
                                previous -> {
                                    earlier.releases.add(previous.release());
                                    return earlier.warnings.addAll(previous.warnings());
                                },
                                earlier.problems::addAll);
            } catch (IOException e) {
                earlier.problems.add(AggregateGate.unreadableProblem(path, e));
            }
        }
        return earlier;
    }
}
