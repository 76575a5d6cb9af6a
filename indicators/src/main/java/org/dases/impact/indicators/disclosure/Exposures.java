// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.audit.OpenTable;
import org.dases.impact.indicators.disclosure.audit.Proof;
import org.dases.impact.indicators.disclosure.audit.Repair;

/**
 * Unsafe cells that an attacker cannot compute but bound: below the threshold, or to one single number. Further cells
 * are withheld until there is a proof that nobody can.
 */
final class Exposures {
    private final Population population;
    private final PrimaryRules primary;
    private final Rules rules;
    private final List<Proof> proofs = new ArrayList<>();

    Exposures(Population population, PrimaryRules primary, Rules rules) {
        this.population = population;
        this.primary = primary;
        this.rules = rules;
    }

    /** What proves that nobody can. */
    List<Proof> proofs() {
        return proofs;
    }

    /** Adds to the withheld cells. */
    void repair(BitSet withheld) {
        if (rules.attacker() == Attacker.ADDS) {
            return;
        }
        int floor = rules.zeros() == Zeros.PUBLISH ? 1 : 0;
        for (HeadTable table : HeadTable.of(population)) {
            OpenTable open = table.open();
            List<List<int[]>> plans = new Windows(table.places(), Windows.MOST).plans();
            List<Need> bounds = table.bounds(primary, rules.zeros());
            List<Need> all = new ArrayList<>(table.doubts(rules.zeros()));
            if (rules.attacker() == Attacker.BOUNDS_ABOVE_ZERO) {
                all.addAll(bounds);
            } else {
                repair(withheld, new Repair(open, 0, withheld, bounds), plans);
            }
            repair(withheld, new Repair(open, floor, withheld, all), plans);
        }
    }

    private void repair(BitSet withheld, Repair repair, List<List<int[]>> plans) {
        for (List<int[]> windows : plans) {
            repair.repair(windows, false);
        }
        for (List<int[]> windows : plans) {
            repair.repair(windows, true);
        }
        repair.repairOneByOne();
        withheld.or(repair.withheld());
        proofs.add(repair.proof());
    }
}
