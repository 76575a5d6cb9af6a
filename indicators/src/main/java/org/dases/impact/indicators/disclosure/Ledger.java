// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the gate remembers of a release. Restricted: it tells why a cell was withheld, which no reader may know.
 *
 * @param tables one per table submitted, in the same order
 */
public record Ledger(List<Table> tables) {
    public Ledger {
        tables = List.copyOf(tables);
    }

    /**
     * What it remembers of a table.
     *
     * @param id name of the published table
     * @param cells its cohorts, in the order of the table
     */
    public record Table(String id, List<Entry> cells) {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What it remembers of a cohort.
     *
     * @param at one node per axis of the table
     * @param primary whether the cohort is unsafe by itself, and not for another's sake
     */
    public record Entry(List<Node> at, boolean primary) {
        public Entry {
            at = List.copyOf(at);
        }
    }

    static Ledger of(List<CellTable> tables, Collection<Population> populations) {
        List<Table> entries = new ArrayList<>();
        for (CellTable table : tables) {
            List<Entry> cells = new ArrayList<>();
            for (int c = 0; c < table.cohorts().size(); c++) {
                int cohort = c;
                boolean primary = populations.stream().anyMatch(population -> population.isUnsafe(table.id(), cohort));
                cells.add(new Entry(table.cohorts().get(c).at(), primary));
            }
            entries.add(new Table(table.id(), cells));
        }
        return new Ledger(entries);
    }
}
