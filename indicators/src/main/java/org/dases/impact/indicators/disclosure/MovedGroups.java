// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * Groups that are no cell and of which few came or went since an earlier release: siblings that are withheld, without
 * what readers know within them. Who could compute such a group then, and can now, has the difference, and with the
 * sums of anything what the few have of it.
 *
 * <p>A random change of the atoms is drawn that leaves alone what readers could know then, and another that leaves
 * alone what they would know now. A group that neither changes can be computed both times.
 */
final class MovedGroups {
    private static final long THEN = 50_021;
    private static final long NOW = 60_013;

    private final Population population;
    private final List<Since> all = new ArrayList<>();
    private final Map<Since, long[]> hiddenThen = new HashMap<>();

    /**
     * Compares with earlier releases.
     *
     * @param population what is to be released
     * @param guard what readers have already
     */
    MovedGroups(Population population, PrimaryRules rules, Guard guard) {
        this.population = population;
        for (Member member : population.members()) {
            Map<BitSet, long[]> hidden = new HashMap<>();
            for (Series series : member.series()) {
                guard.figures(member, series).forEach(then -> {
                    Since since = new Since(member, series, rules.leastContributors(series), then);
                    if (!rules.isSecretAsZero(series)) {
                        since.knowUnlisted(then);
                    }
                    all.add(since);
                    hiddenThen.put(since, hidden.computeIfAbsent(since.known(), known -> hidden(member, known, THEN)));
                });
            }
        }
    }

    /** By how much each cohort may change, as far as some of them tell; 0 where it follows. */
    private static long[] hidden(Member member, BitSet known, long seed) {
        LinearProbe probe = new LinearProbe(member.lattice().atoms());
        known.stream().forEach(c -> probe.know(member.lattice().atomsOf(c), new int[0]));
        return probe.changes(
                IntStream.range(0, member.cohorts())
                        .mapToObj(member.lattice()::atomsOf)
                        .toList(),
                seed);
    }

    /**
     * Finds such groups.
     *
     * @param told cells that readers would know now
     * @return the sum of each group; empty where nothing was released before
     */
    Set<LinearSum> of(BitSet told) {
        Set<LinearSum> found = new LinkedHashSet<>();
        Map<Member, long[]> hiddenNow = new HashMap<>();
        for (Since since : all) {
            long[] now = hiddenNow.computeIfAbsent(
                    since.member(),
                    member -> hidden(member, told.get(member.firstCell(), member.firstCell() + member.cohorts()), NOW));
            long[] then = hiddenThen.getOrDefault(since, now);
            new Siblings(since, then, now).groups().forEach(atoms -> add(since.member(), atoms, found));
        }
        return found;
    }

    private void add(Member member, BitSet atoms, Set<LinearSum> found) {
        int[] unknowns = atoms.stream()
                .map(atom -> member.firstAtom() + atom)
                .filter(atom -> !population.empty().get(atom))
                .toArray();
        if (unknowns.length > 0) {
            found.add(LinearSum.of(unknowns));
        }
    }
}
