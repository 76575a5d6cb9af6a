// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;

/**
 * Groups that are no cell and of which few came or went since an earlier release, or the same persons have another
 * figure: siblings that are withheld, without what readers know within them; or what was secret and is as it was,
 * beside new codes, see {@link Grown}. Who could compute such a group then, and can now, has the difference, and with
 * the sums of anything what the few have of it.
 *
 * <p>A random change of the atoms is drawn that leaves alone what readers could know then, and another that leaves
 * alone what they would know now. A group that neither changes can be computed both times.
 */
final class MovedGroups {
    private static final long THEN = 50_021;
    private static final long NOW = 60_013;

    private final Map<Since, long[]> hiddenThen = new LinkedHashMap<>();
    private final Population population;

    /**
     * Compares with earlier releases.
     *
     * @param population what is to be released
     * @param guard what readers have already
     */
    MovedGroups(Population population, PrimaryRules rules, Guard guard) {
        this.population = population;
        for (Member own : population.members()) {
            Map<Set<List<Node>>, BothTimes> cohorts = new HashMap<>();
            Map<Member, Kin> kin = new HashMap<>();
            Map<Member, Map<BitSet, long[]>> hidden = new HashMap<>();
            own.series().stream()
                    .filter(series -> isSubject(own, series, rules))
                    .forEach(series -> guard.figures(own, series).forEach(then -> {
                        BothTimes both = cohorts.computeIfAbsent(then.keySet(), listed -> BothTimes.of(own, listed));
                        Member member = both.member();
                        Since since = new Since(
                                both,
                                series,
                                kin.computeIfAbsent(member, Kin::new),
                                rules.leastContributors(series),
                                then);
                        hiddenThen.put(
                                since,
                                hidden.computeIfAbsent(member, same -> new HashMap<>())
                                        .computeIfAbsent(since.known(), known -> hidden(member, known, THEN)));
                    }));
        }
    }

    private static boolean isSubject(Member member, Series series, PrimaryRules rules) {
        return IntStream.range(0, member.cohorts()).anyMatch(c -> rules.isSubject(series, member.tally(c, series)));
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
        Map<BothTimes, int[][]> atoms = new HashMap<>();
        hiddenThen.forEach((since, then) -> {
            BothTimes both = since.cohorts();
            // Nobody is in what has gone, as everybody knows: it does not change.
            long[] now = Arrays.copyOf(
                    hiddenNow.computeIfAbsent(both.own(), own -> hidden(own, told(own, told), NOW)),
                    both.member().cohorts());
            int[][] numbers = atoms.computeIfAbsent(both, BothTimes::atoms);
            Stream.concat(new Siblings(since, then, now).groups().stream(), new Grown(since).groups(now).stream())
                    .forEach(group -> found.add(sum(both.own(), group, numbers)));
        });
        return found;
    }

    private static BitSet told(Member own, BitSet told) {
        return told.get(own.firstCell(), own.firstCell() + own.cohorts());
    }

    private LinearSum sum(Member member, BitSet group, int[][] own) {
        return LinearSum.of(group.stream()
                .flatMap(atom -> Arrays.stream(own[atom]))
                .map(atom -> member.firstAtom() + atom)
                .filter(atom -> !population.empty().get(atom))
                .toArray());
    }
}
