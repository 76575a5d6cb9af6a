// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/** The attack by adding and subtracting: looks for withheld numbers that follow from the printed ones. */
final class Recomputation implements Auditor {
    private static final long FIRST_SEED = 20_011;
    private static final long SECOND_SEED = 77_003;

    @Override
    public List<String> attack(Population population, Pattern pattern) {
        List<String> leaks = new ArrayList<>();
        BitSet printed = new BitSet();
        printed.set(0, population.cells());
        printed.andNot(pattern.withheld());
        if (isLeaking(population, pattern, printed, pattern.withheld())) {
            leaks.add("a withheld cell can be computed from printed ones");
        }
        pattern.rates().forEach((indicator, rate) -> {
            BitSet exact = (BitSet) rate.exact().clone();
            exact.or(rate.zeros());
            if (isLeaking(population, pattern, exact, rate.banded())) {
                leaks.add("the numerator of a banded rate of indicator " + indicator + " can be computed");
            }
        });
        return leaks;
    }

    private static boolean isLeaking(Population population, Pattern pattern, BitSet printed, BitSet hidden) {
        if (hidden.isEmpty()) {
            return false;
        }
        LinearProbe probe = new LinearProbe(population.atoms());
        population.empty().stream().forEach(atom -> probe.know(new int[] {atom}, new int[0]));
        printed.stream().forEach(cell -> probe.know(atoms(population, cell), new int[0]));
        pattern.margins().pairs().forEach(pair -> probe.know(atoms(population, pair[0]), atoms(population, pair[1])));
        List<int[]> secrets =
                hidden.stream().mapToObj(cell -> atoms(population, cell)).toList();
        BitSet recovered = probe.recovered(secrets, FIRST_SEED);
        recovered.and(probe.recovered(secrets, SECOND_SEED));
        return !recovered.isEmpty();
    }

    private static int[] atoms(Population population, int cell) {
        Member member = population.memberOf(cell);
        return population.atomsOf(member, cell - member.firstCell());
    }
}
