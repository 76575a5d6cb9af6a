// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.BitSet;
import org.dases.impact.indicators.disclosure.cells.Series;

/**
 * Cells of which everybody knows that a series counts nobody there, who knows it of some: a cell that is equal to one
 * of them, a code that another table with the same total does not list, and what is within those.
 */
final class KnownZeros {
    private final Population population;
    private final Series series;
    private final SharedMargins margins;

    private KnownZeros(Population population, Series series, SharedMargins margins) {
        this.population = population;
        this.series = series;
        this.margins = margins;
    }

    /**
     * All of them.
     *
     * @param known cells of which it is known
     */
    static BitSet of(Population population, Series series, SharedMargins margins, BitSet known) {
        BitSet zeros = (BitSet) known.clone();
        if (!margins.pairs().isEmpty()) {
            KnownZeros search = new KnownZeros(population, series, margins);
            BitSet more = search.beside(zeros);
            while (!more.isEmpty()) {
                zeros.or(more);
                more = search.beside(zeros);
            }
        }
        return zeros;
    }

    private BitSet beside(BitSet zeros) {
        BitSet open = new BitSet();
        population.cellsOf(series).stream()
                .filter(cell -> !zeros.get(cell) && !population.isPeopled(cell, series))
                .forEach(open::set);
        return Following.of(population, population.emptyWith(zeros), margins, new BitSet(), open);
    }
}
