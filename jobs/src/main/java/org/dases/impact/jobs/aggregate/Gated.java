// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.util.List;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.ClearedRow;
import org.dases.impact.indicators.disclosure.ConfStatus;
import org.dases.impact.indicators.disclosure.Ledger;

/** What the gate says of each cell of a table. */
final class Gated {
    private final Cube cube;
    private final Figures figures;
    private final List<ClearedRow> rows;
    private final List<Ledger.Entry> entries;

    Gated(Aggregate table, Clearance.Granted granted) {
        cube = table.cube();
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

    GateOutcome.Cleared summary(List<GateOutcome.Warning> warnings) {
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
        return new GateOutcome.Cleared(cube.size(), primary, suppressed, frozen, shown, warnings);
    }
}
