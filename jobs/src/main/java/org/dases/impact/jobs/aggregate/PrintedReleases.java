// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;

/** All releases of a table, as readers hold them together. */
final class PrintedReleases {
    private final List<PrintedTable> releases;

    private PrintedReleases(List<PrintedTable> releases) {
        this.releases = List.copyOf(releases);
    }

    /**
     * Reads them. Where there are several, each frozen cell must show what those before it told last; of a table alone
     * nobody says what was told before.
     *
     * @param request what is asked
     * @param cube all cells
     */
    static Reading<PrintedReleases> read(AuditRequest request, Cube cube) {
        List<Path> files = new ArrayList<>(request.previous());
        files.add(request.cells());
        List<PrintedTable> releases = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<Path> named = new HashSet<>();
        long[] last = new long[cube.size()];
        Arrays.fill(last, -1);
        for (Path file : files) {
            try {
                PrintedFile.read(file, cube, request.k(), request.least()).match(releases::add, problems::addAll);
            } catch (IOException e) {
                problems.add(AggregateGate.unreadableProblem(file, e));
            }
            if (!named.add(file.toAbsolutePath().normalize())) {
                problems.add(problem(file, "It is named twice.", "Name each earlier release once."));
            } else if (problems.isEmpty() && files.size() > 1 && !follows(last, releases.get(releases.size() - 1))) {
                problems.add(problem(
                        file,
                        "A frozen cell shows another figure than was told last by the releases named before it.",
                        "Name all earlier releases of the table, the oldest first."));
            }
            if (!problems.isEmpty()) {
                return new Reading.Unreadable<>(problems);
            }
        }
        return new Reading.Read<>(new PrintedReleases(releases));
    }

    private static Problem problem(Path file, String reason, String fix) {
        return new Problem(file.toString(), Place.START, reason, fix);
    }

    /** Brings what was told last up to date; false where a frozen cell shows another figure. */
    private static boolean follows(long[] last, PrintedTable release) {
        for (int cell = 0; cell < last.length; cell++) {
            if (release.earlier(cell) >= 0 && release.earlier(cell) != last[cell]) {
                return false;
            }
            if (release.count(cell) >= 0) {
                last[cell] = release.count(cell);
            }
        }
        return true;
    }

    List<PrintedTable> all() {
        return releases;
    }

    /** Cells of which something holds in any release. */
    BitSet any(Function<PrintedTable, BitSet> cells) {
        BitSet any = new BitSet();
        releases.forEach(each -> any.or(cells.apply(each)));
        return any;
    }

    /** The one that is attacked. */
    PrintedTable latest() {
        return releases.get(releases.size() - 1);
    }

    /** Cells that two releases print as counts that differ, but by fewer than k. */
    BitSet near(int k) {
        BitSet near = new BitSet();
        for (int cell = 0; cell < latest().cube().size(); cell++) {
            int own = cell;
            long[] told = releases.stream()
                    .mapToLong(release -> release.count(own))
                    .filter(count -> count >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 1; i < told.length; i++) {
                near.set(cell, near.get(cell) || told[i] - told[i - 1] < k);
            }
        }
        return near;
    }
}
