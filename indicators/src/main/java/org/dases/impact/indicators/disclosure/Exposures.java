// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.dases.impact.indicators.disclosure.audit.Insider;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.audit.OpenTable;
import org.dases.impact.indicators.disclosure.audit.Proof;
import org.dases.impact.indicators.disclosure.audit.Repair;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Unsafe cells that an attacker cannot compute but bound: below the threshold, or to one single number. Further cells
 * are withheld until there is a proof that nobody can.
 */
final class Exposures {
    private final Population population;
    private final PrimaryRules primary;
    private final Rules rules;
    private final Workers workers;
    private final List<Proved> proofs = new ArrayList<>();

    /** A proof about a table. */
    private record Proved(HeadTable table, Proof proof) {}

    Exposures(Population population, PrimaryRules primary, Rules rules, Workers workers) {
        this.population = population;
        this.primary = primary;
        this.rules = rules;
        this.workers = workers;
    }

    /** What proves that nobody can. */
    List<Proof> proofs() {
        return proofs.stream().map(Proved::proof).toList();
    }

    /** Whether there is a proof that looks at whether a series may count so many more in a cell. */
    boolean isAsked(int cell, Series series, long more) {
        return rules.attacker() == Attacker.ADDS
                || proofs.stream()
                        .anyMatch(proved ->
                                proved.table().isOf(series) && proved.proof().isAsked(cell, more));
    }

    /** Calls for each of the tables behind the proofs that proves something by itself. */
    void forEachWitness(Consumer<Witness> consumer) {
        for (Proved proved : proofs) {
            proved.proof()
                    .witnesses()
                    .forEach(move -> consumer.accept(proved.table().witness(move)));
        }
    }

    /** Whether learners of some of the tables that were looked at do not add up. */
    boolean isOverlapping() {
        return proofs.stream().anyMatch(proved -> proved.table().isOverlapping());
    }

    /** Adds to the withheld cells. */
    void repair(BitSet withheld) {
        if (rules.attacker() == Attacker.ADDS) {
            return;
        }
        for (HeadTable table : HeadTable.of(population, primary)) {
            OpenTable open = table.open();
            List<List<int[]>> plans = Windows.of(table.places()).plans();
            List<Need> bounds = table.bounds(primary);
            List<Need> all = new ArrayList<>(table.doubts(primary));
            if (rules.attacker() == Attacker.BOUNDS_ABOVE_ZERO) {
                all.addAll(bounds);
            } else {
                repair(withheld, table, new Repair(open, 0, withheld, bounds, workers), plans, List.of());
            }
            Repair repair = new Repair(open, table.floor(primary), withheld, all, workers);
            repair(withheld, table, repair, plans, table.insiders(rules));
        }
    }

    private void repair(
            BitSet withheld, HeadTable table, Repair repair, List<List<int[]>> plans, List<Insider> insiders) {
        repair.repair(plans);
        if (!insiders.isEmpty()) {
            repair.repairAgainst(insiders, plans);
        }
        withheld.or(repair.withheld());
        proofs.add(new Proved(table, repair.proof()));
    }
}
