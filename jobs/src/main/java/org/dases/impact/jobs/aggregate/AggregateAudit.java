// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.audit.Attack;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/** The attacker on an aggregated table as it is printed. */
public final class AggregateAudit {
    private static final int MOST_CELLS = 4_000_000;

    private final AuditRequest request;

    /**
     * An attack on one table.
     *
     * @param request what is asked
     */
    public AggregateAudit(AuditRequest request) {
        this.request = request;
    }

    /**
     * Reads and attacks.
     *
     * @return what came of it
     */
    public AuditOutcome run() {
        try {
            return HierarchyFile.read(request.hierarchies()).match(this::readCells, AuditOutcome.Unusable::new);
        } catch (IOException e) {
            return unreadable(request.hierarchies(), e);
        }
    }

    private AuditOutcome readCells(List<Hierarchy> read) {
        if (Cube.size(read) > MOST_CELLS) {
            return unusable(
                    request.hierarchies(),
                    "The hierarchies have more combinations of codes than the " + MOST_CELLS
                            + " that one machine can look at.",
                    "Drop a dimension or its finest level, or make one table of each code of a dimension.");
        }
        return PrintedReleases.read(request, new Cube(read)).match(this::attack, AuditOutcome.Unusable::new);
    }

    private AuditOutcome attack(PrintedReleases releases) {
        PrintedTable table = releases.latest();
        Attack attack = new Attack(
                table.inner(), table.atoms(), table.counts(), request.isStrict() ? table.peopled() : new BitSet());
        BitSet hidden = table.hidden();
        if (request.witnesses().isEmpty()) {
            return outcome(releases, attack.against(hidden, hidden, request.k(), request.least()));
        }
        Path file = request.witnesses().get();
        try {
            return new WitnessFile(file, table.cube())
                    .read()
                    .match(
                            read -> read.areOf(table.atoms(), table.counts())
                                    ? outcome(
                                            releases,
                                            attack.against(hidden, hidden, request.k(), request.least(), read))
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

    private AuditOutcome outcome(PrintedReleases releases, Optional<Attack.Report> found) {
        PrintedTable table = releases.latest();
        BitSet hidden = table.hidden();
        return found.<AuditOutcome>map(report -> new AuditOutcome.Attacked(
                        table.cube().size(),
                        hidden.cardinality(),
                        table.frozen().cardinality(),
                        releases.any(PrintedTable::missing).cardinality(),
                        releases.all().size() - 1,
                        table.cube().hierarchies().stream()
                                .map(Hierarchy::leafColumn)
                                .toList(),
                        named(table.cube(), releases.any(PrintedTable::small)),
                        named(table.cube(), releases.any(PrintedTable::carried)),
                        named(table.cube(), releases.near(request.k())),
                        named(table.cube(), releases.any(each -> each == table ? report.computed() : computed(each))),
                        named(table.cube(), bounded(table, report.bounded())),
                        named(table.cube(), report.undecided())))
                .orElseGet(() -> contradicting(table));
    }

    private AuditOutcome contradicting(PrintedTable table) {
        OptionalInt total = table.wrongTotal();
        String what = total.isPresent()
                ? "the total " + table.cube().named(total.getAsInt()) + " is not the sum of its parts."
                : "there is no table that has them all.";
        return new AuditOutcome.Unusable(List.of(new Problem(
                request.cells().toString(),
                total.isPresent() ? new Place(table.line(total.getAsInt()), 1) : Place.START,
                "The printed counts contradict each other: " + what,
                "Look for totals that are not the sum of their parts; where counts are rounded or of several"
                        + " releases, this attack does not apply.")));
    }

    private static BitSet computed(PrintedTable table) {
        return new Attack(table.inner(), table.atoms(), table.counts()).computed(table.hidden());
    }

    /**
     * Without those that may be zeros, which are no secret, as the file says of cells that are hidden for others' sake.
     * What it says is believed only if all of them may be zeros at once.
     */
    private BitSet bounded(PrintedTable table, BitSet found) {
        BitSet zeros = (BitSet) found.clone();
        zeros.and(table.harmless());
        if (zeros.isEmpty() || request.zeros() == Zeros.WITHHOLD) {
            return found;
        }
        long[] counts = table.counts();
        zeros.stream().forEach(cell -> counts[cell] = 0);
        BitSet none = new BitSet();
        BitSet bounded = (BitSet) found.clone();
        if (new Attack(table.inner(), table.atoms(), counts)
                .against(none, none, request.k(), request.least())
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
        return new AuditOutcome.Unusable(List.of(AggregateGate.unreadableProblem(file, e)));
    }

    private static AuditOutcome unusable(Path file, String reason, String fix) {
        return new AuditOutcome.Unusable(List.of(new Problem(file.toString(), Place.START, reason, fix)));
    }
}
