// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.Explanations;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;

/** What the gate says of each cell of a table. */
final class Gated {
    private final Cube cube;
    private final Figures figures;
    private final List<ClearedRow> rows;
    private final List<Ledger.Entry> entries;
    private final Explanations explanations;
    private final Aggregate table;

    Gated(Aggregate table, Clearance.Granted granted) {
        this.table = table;
        cube = table.cube();
        explanations = granted.explanations();
        figures = table.figures();
        rows = granted.release().tables().get(0).rows();
        entries = granted.ledger().tables().get(0).cells();
        for (int cell = 0; cell < cube.size(); cell++) {
            if (rows.size() != cube.size() || !rows.get(cell).at().equals(table.at(cell))) {
                throw new IllegalStateException("the gate gave other cells back than it got");
            }
        }
    }

    Cube cube() {
        return cube;
    }

    /** The figure that may be told; empty where there is none. */
    String freq(int cell) {
        Long learners = rows.get(cell).learners();
        return learners == null ? "" : Long.toString(learners);
    }

    /** The true figure. */
    String truth(int cell) {
        return Long.toString(figures.freq(cell));
    }

    boolean isFrozen(int cell) {
        return rows.get(cell).frozenSince() != null;
    }

    boolean isSuppressed(int cell) {
        return rows.get(cell).status() == ConfStatus.C;
    }

    /** Unsafe by itself, as far as that may be seen: of a frozen cell nobody may know why it is. */
    boolean isPrimary(int cell) {
        return entries.get(cell).primary() && isSuppressed(cell);
    }

    /** Whether a school or provider that is alone behind other cells could compute it, and no other reader. */
    boolean isKnownToInsiders(int cell) {
        return Objects.requireNonNull(entries.get(cell).figures().get(Aggregate.COUNT))
                        .reach()
                == Ledger.Reach.INSIDERS;
    }

    /** Cells with people in them. */
    long peopled() {
        return IntStream.range(0, cube.size())
                .filter(cell -> figures.freq(cell) > 0)
                .count();
    }

    /** Those of them without a figure. */
    long withheld() {
        return IntStream.range(0, cube.size())
                .filter(cell -> figures.freq(cell) > 0 && isSuppressed(cell))
                .count();
    }

    /** Why cells are not told as they are. */
    List<GateOutcome.Explained> explain(List<Integer> cells) {
        return cells.stream()
                .map(cell -> new GateOutcome.Explained(
                        codes(cell), isFrozen(cell), explanations.of(Aggregate.TABLE, table.at(cell), Aggregate.COUNT)))
                .toList();
    }

    private Map<String, String> codes(int cell) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int axis = 0; axis < cube.axes(); axis++) {
            Hierarchy hierarchy = cube.hierarchies().get(axis);
            codes.put(hierarchy.leafColumn(), hierarchy.code(cube.code(cell, axis)));
        }
        return codes;
    }

    GateOutcome.Cleared summary(
            List<GateOutcome.Warning> warnings,
            List<GateOutcome.Explained> explained,
            List<GateOutcome.Advice> advice) {
        long frozen = 0;
        long primary = 0;
        long suppressed = 0;
        long shown = 0;
        for (int cell = 0; cell < cube.size(); cell++) {
            Long learners = rows.get(cell).learners();
            primary += isPrimary(cell) ? 1 : 0;
            frozen += isFrozen(cell) ? 1 : 0;
            suppressed += isSuppressed(cell) ? 1 : 0;
            shown += learners != null && learners > 0 ? 1 : 0;
        }
        return new GateOutcome.Cleared(cube.size(), primary, suppressed, frozen, shown, warnings, explained, advice);
    }
}
