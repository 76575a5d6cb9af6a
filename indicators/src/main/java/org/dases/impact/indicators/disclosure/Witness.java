// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Numbers of learners that differ from the true ones, and agree with everything printed all the same: what proves that
 * nobody can bound certain withheld cells. Restricted, as true numbers follow from enough of them.
 *
 * @param indicator the indicator whose learners they are
 * @param differences the innermost cells that differ; numbers may be fractions
 */
public record Witness(String indicator, List<Difference> differences) {
    public Witness {
        differences = List.copyOf(differences);
    }

    /**
     * One cell that differs.
     *
     * @param table name of the table
     * @param at one node per axis of the table
     * @param by how many learners more than there are; negative for fewer
     */
    public record Difference(String table, List<Node> at, double by) {
        public Difference {
            at = List.copyOf(at);
        }
    }
}
