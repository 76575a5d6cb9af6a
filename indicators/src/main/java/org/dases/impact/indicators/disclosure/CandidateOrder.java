// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.earlier.Told;

/**
 * Which cells are tried first for publication: zeros, then what readers have an outdated figure of, or none; then large
 * counts; of equal counts those that stand above larger ones. Without earlier releases it is the order of the R package
 * GaussSuppression, so that patterns can be compared cell for cell.
 */
final class CandidateOrder {
    private CandidateOrder() {}

    /** All cells, the most useful first. */
    static List<Integer> of(Population population) {
        double[] weights = new double[population.atoms()];
        double[] ties = new double[population.cells()];
        long[] learners = new long[population.cells()];
        forEachAtom(population, (cell, atom) -> weights[atom] += population.learners(cell) + 1);
        forEachAtom(population, (cell, atom) -> ties[cell] += weights[atom]);
        double greatest = 0;
        for (int cell = 0; cell < ties.length; cell++) {
            greatest = Math.max(greatest, ties[cell]);
            learners[cell] = population.learners(cell);
        }
        List<Integer> order = new ArrayList<>();
        for (int cell = 0; cell < ties.length; cell++) {
            ties[cell] = learners[cell] + 1 + 0.99 * (ties[cell] / greatest);
            order.add(cell);
        }
        Told[] told = new Told[ties.length];
        Arrays.setAll(told, population::told);
        order.sort(Comparator.comparing((Integer cell) -> !population.isZero(cell))
                .thenComparing(cell -> told[cell])
                .thenComparing(cell -> -ties[cell]));
        return order;
    }

    private static void forEachAtom(Population population, CellAndAtom consumer) {
        for (Member member : population.members()) {
            for (int c = 0; c < member.cohorts(); c++) {
                for (int atom : population.atomsOf(member, c)) {
                    consumer.accept(member.firstCell() + c, atom);
                }
            }
        }
    }

    private interface CellAndAtom {
        void accept(int cell, int atom);
    }
}
