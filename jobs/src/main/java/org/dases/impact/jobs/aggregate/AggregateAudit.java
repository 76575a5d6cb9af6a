// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/** The attacker on an aggregated table as it is printed. */
public final class AggregateAudit {
    private static final int MOST_CELLS = 4_000_000;

    private final Path cells;
    private final Path hierarchies;
    private final Optional<Path> witnesses;
    private final int k;
    private final Zeros zeros;
    private final boolean isStrict;

    /**
     * An attack on one table.
     *
     * @param cells CSV file of the printed cells
     * @param hierarchies JSON file of the hierarchies
     * @param witnesses restricted file of witnesses, which decide where the table is too large for the attack, or none
     * @param k least number of persons in a cell
     * @param zeros whether zeros may be printed
     * @param isStrict whether the attacker takes it that withheld cells are not empty, since zeros are printed: only
     *     where these may be
     */
    public AggregateAudit(
            Path cells, Path hierarchies, Optional<Path> witnesses, int k, Zeros zeros, boolean isStrict) {
        this.cells = cells;
        this.hierarchies = hierarchies;
        this.witnesses = witnesses;
        this.k = k;
        this.zeros = zeros;
        this.isStrict = isStrict;
    }

    /**
     * Reads and attacks.
     *
     * @return what came of it
     */
    public AuditOutcome run() {
        try {
            return HierarchyFile.read(hierarchies).match(this::readCells, AuditOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(hierarchies, e);
        }
    }

    private AuditOutcome readCells(List<Hierarchy> read) {
        if (Cube.size(read) > MOST_CELLS) {
            return unusable(
                    hierarchies,
                    "The hierarchies have more combinations of codes than the " + MOST_CELLS
                            + " that one machine can look at.",
                    "Drop a dimension or its finest level, or make one table of each code of a dimension.");
        }
        try {
            return PrintedFile.read(cells, new Cube(read), k, least()).match(this::attack, AuditOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(cells, e);
        }
    }

    private int least() {
        return zeros == Zeros.PUBLISH ? 1 : 0;
    }

    private AuditOutcome attack(PrintedTable table) {
        Attack attack =
                new Attack(table.inner(), table.atoms(), table.counts(), isStrict ? table.peopled() : new BitSet());
        BitSet hidden = table.hidden();
        if (witnesses.isEmpty()) {
            return outcome(table, attack.against(hidden, hidden, k, least()));
        }
        Path file = witnesses.get();
        try {
            return new WitnessFile(file, table.cube())
                    .read()
                    .match(
                            read -> read.areOf(table.atoms(), table.counts())
                                    ? outcome(table, attack.against(hidden, hidden, k, least(), read))
                                    : unusable(
                                            file,
                                            "The witnesses are not of this table: a printed count is another one"
                                                    + " there.",
                                            "Give the file that `impact gate --witnesses` wrote with the table."),
                            AuditOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    private AuditOutcome outcome(PrintedTable table, Optional<Attack.Report> found) {
        BitSet hidden = table.hidden();
        return found.<AuditOutcome>map(report -> new AuditOutcome.Attacked(
                        table.cube().size(),
                        hidden.cardinality(),
                        table.frozen().cardinality(),
                        table.missing().cardinality(),
                        table.cube().hierarchies().stream()
                                .map(Hierarchy::leafColumn)
                                .toList(),
                        named(table.cube(), table.small()),
                        named(table.cube(), table.carried()),
                        named(table.cube(), report.computed()),
                        named(table.cube(), bounded(table, report.bounded())),
                        named(table.cube(), report.undecided())))
                .orElseGet(() -> unusable(
                        cells,
                        "The printed counts contradict each other: there is no table that has them all.",
                        "Look for totals that are not the sum of their parts; where counts are rounded or of several"
                                + " releases, this attack does not apply."));
    }

    /**
     * Without those that may be zeros, which are no secret, as the file says of cells that are hidden for others' sake.
     * What it says is believed only if all of them may be zeros at once.
     */
    private BitSet bounded(PrintedTable table, BitSet found) {
        BitSet zeros = (BitSet) found.clone();
        zeros.and(table.harmless());
        if (zeros.isEmpty() || this.zeros == Zeros.WITHHOLD) {
            return found;
        }
        long[] counts = table.counts();
        zeros.stream().forEach(cell -> counts[cell] = 0);
        BitSet none = new BitSet();
        BitSet bounded = (BitSet) found.clone();
        if (new Attack(table.inner(), table.atoms(), counts)
                .against(none, none, k, least())
                .isPresent()) {
            bounded.andNot(zeros);
        }
        return bounded;
    }

    private static List<List<String>> named(Cube cube, BitSet cells) {
        return cells.stream().mapToObj(cell -> codes(cube, cell)).toList();
    }

    private static List<String> codes(Cube cube, int cell) {
        List<String> codes = new ArrayList<>();
        for (int axis = 0; axis < cube.axes(); axis++) {
            codes.add(cube.hierarchies().get(axis).code(cube.code(cell, axis)));
        }
        return codes;
    }

    private static AuditOutcome unreadable(Path file, IOException e) {
        return unusable(
                file,
                "The file cannot be read: " + AggregateGate.reason(e) + ".",
                "Check its name and its permissions.");
    }

    private static AuditOutcome unusable(Path file, String reason, String fix) {
        return new AuditOutcome.Unusable(List.of(new Problem(file.toString(), Place.START, reason, fix)));
    }
}
