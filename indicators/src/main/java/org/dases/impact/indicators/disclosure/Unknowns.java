// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Family;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/** The numbers of a count as sums of unknowns, with what everybody knows of these. */
final class Unknowns {
    private final HeadCount count;
    private final Population population;
    private final Map<Integer, LinearSum> excess = new HashMap<>();
    private final List<LinearSum> known = new ArrayList<>();
    private int size;

    private Unknowns(HeadCount count) {
        this.count = count;
        population = count.rows().population();
        size = population.atoms();
    }

    /** As if each cohort were the sum of its atoms: so it is with records, and it is the safe side with persons. */
    static Unknowns adding(HeadCount count) {
        Unknowns unknowns = new Unknowns(count);
        unknowns.knowWhatIsPublic();
        return unknowns;
    }

    /**
     * As the numbers are: persons of several atoms count once. A cohort that is not the sum of its atoms has an unknown
     * of its own, and what adds up there is known to.
     */
    static Unknowns counting(HeadCount count) {
        Unknowns unknowns = new Unknowns(count);
        count.rows().population().members().stream()
                .filter(member -> member.has(count.rows().series()))
                .forEach(unknowns::count);
        unknowns.knowWhatIsPublic();
        return unknowns;
    }

    private void count(Member member) {
        long[] atoms = new long[member.lattice().atoms()];
        for (int c = 0; c < member.cohorts(); c++) {
            int atom = member.lattice().atomNumber(c);
            if (atom >= 0) {
                atoms[atom] = count.at(member.firstCell() + c);
            }
        }
        for (int c = 0; c < member.cohorts(); c++) {
            long sum = Arrays.stream(member.lattice().atomsOf(c))
                    .mapToLong(atom -> atoms[atom])
                    .sum();
            if (sum != count.at(member.firstCell() + c)) {
                excess.put(member.firstCell() + c, LinearSum.of(size++));
            }
        }
        member.lattice().families().forEach(family -> know(member, family));
    }

    private void know(Member member, Family family) {
        int whole = member.firstCell() + family.parent();
        LinearSum rest = sum(whole);
        long number = count.at(whole);
        for (int child : family.children()) {
            int part = member.firstCell() + child;
            rest = rest.plus(-1, sum(part));
            number -= count.at(part);
        }
        if (number == 0) {
            known.add(rest);
        }
    }

    private void knowWhatIsPublic() {
        count.rows().margins().pairs().forEach(pair -> known.add(sum(pair[0]).plus(-1, sum(pair[1]))));
        count.rows().zeros().stream().forEach(cell -> known.add(sum(cell)));
    }

    /** How many unknowns there are. */
    int size() {
        return size;
    }

    /** The number in a cell. */
    LinearSum sum(int cell) {
        LinearSum own = excess.get(cell);
        LinearSum atoms = population.sum(cell).without(count.rows().empty());
        return own == null ? atoms : atoms.plus(1, own);
    }

    LinearSum sum(CellSum numbers) {
        return numbers.in(this::sum);
    }

    /** What is zero, as everybody knows. */
    List<LinearSum> known() {
        return known;
    }
}
