// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.earlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.audit.VanishingSets;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.jspecify.annotations.Nullable;

/**
 * Groups that are no cell and of which few came or went since an earlier release, or the same persons have another
 * figure: siblings that are withheld, without what readers know within them, see {@link Siblings}; two or three cohorts
 * wherever they stand, see {@link Unions}; or what was secret and is as it was, beside new codes, see {@link Grown}.
 * Who could compute such a group then, and can now, has the difference, and with the sums of anything what the few have
 * of it.
 *
 * <p>Random changes of the atoms are drawn that leave alone what readers could know then, and others that leave alone
 * what they would know now. A group that none of them changes can be computed both times.
 */
public final class MovedGroups {
    private static final long THEN = 50_021;
    private static final long NOW = 60_013;

    /** So many numbers are kept at most of what may change in a table, for each different set of what readers knew. */
    private static final int NUMBERS = 4_000_000;

    private final BitSet empty;
    private final Map<BothTimes, List<Since>> sinces = new LinkedHashMap<>();
    private final Map<Since, long[][]> hiddenThen = new HashMap<>();

    /**
     * Compares with earlier releases.
     *
     * @param members the tables of what is to be released
     * @param empty atoms in which everybody may know that nobody is; not copied
     * @param rules how many are few
     * @param guard what readers have already
     */
    public MovedGroups(List<Member> members, BitSet empty, PrimaryRules rules, Guard guard) {
        this.empty = empty;
        for (Member own : members) {
            Comparison comparison = new Comparison(own);
            own.series().stream()
                    .filter(series -> isSubject(own, series, rules))
                    .forEach(series ->
                            comparison.compare(series, rules.leastContributors(series), guard.figures(own, series)));
        }
    }

    /** Of a table of now with earlier releases. */
    private final class Comparison {
        private final Member own;
        private final Map<List<Object>, BothTimes> cohorts = new HashMap<>();
        private final Map<Member, Kin> kin = new HashMap<>();
        private final Map<List<Object>, long[][]> hidden = new HashMap<>();

        private Comparison(Member own) {
            this.own = own;
        }

        private void compare(Series series, int k, Stream<EarlierFigures> figures) {
            Nearest nearest = new Nearest(own);
            figures.forEach(then -> {
                BothTimes both = bothTimes(then);
                List<Since> sides = both.sides().stream()
                        .map(side -> new Since(both, side, series, kin(side), k, then))
                        .toList();
                BitSet known = sides.get(sides.size() - 1).known();
                sides.forEach(since -> add(
                        both,
                        since,
                        hidden.computeIfAbsent(
                                List.of(since.side(), known),
                                key -> hidden(both, then(both, known), since.side(), THEN))));
                if (!both.areApart()) {
                    nearest.add(then, sides.get(0));
                }
            });
            if (nearest.areSeveral()) {
                @Nullable Since[] times = nearest.times();
                EarlierFigures then = nearest.figures(times);
                BothTimes both = bothTimes(then);
                Since since = new Since(both, both.now(), series, kin(both.now()), k, then, times);
                add(both, since, Nearest.hidden(since, changes(own.cohorts()), THEN));
            }
        }

        private BothTimes bothTimes(EarlierFigures then) {
            return cohorts.computeIfAbsent(
                    List.of(then.figures().keySet(), then.moves().stood(), then.peopled()),
                    key -> BothTimes.of(own, then));
        }

        private Kin kin(Side side) {
            return kin.computeIfAbsent(side.member(), Kin::new);
        }

        private void add(BothTimes both, Since since, long[][] then) {
            hiddenThen.put(since, then);
            sinces.computeIfAbsent(both, same -> new ArrayList<>()).add(since);
        }
    }

    private static boolean isSubject(Member member, Series series, PrimaryRules rules) {
        return IntStream.range(0, member.cohorts()).anyMatch(c -> rules.isSubject(series, member.tally(c, series)));
    }

    /**
     * By how much each cohort of a side may change, as far as others tell; 0 where it follows. By as many changes as
     * there is room for.
     *
     * @param tellers atoms of those that tell
     */
    private static long[][] hidden(BothTimes both, Stream<int[]> tellers, Side side, long seed) {
        LinearProbe probe = new LinearProbe(both.now().member().cohorts());
        tellers.forEach(atoms -> probe.know(atoms, new int[0]));
        return probe.changes(side.atoms(), changes(both.own().cohorts()), seed);
    }

    /**
     * How many changes are drawn: one is enough for groups of few cohorts, and more of them for groups of less than so
     * many.
     */
    static int changes(int cohorts) {
        int room = Math.min(VanishingSets.MOST + 1, NUMBERS / cohorts);
        return room - 1 > KnownGroups.HALVES ? room : 1;
    }

    /** What readers could know then: what stood, and that nobody was in what is left of a cohort without its parts. */
    private static Stream<int[]> then(BothTimes both, BitSet known) {
        Side stood = both.then();
        return Stream.concat(
                known.stream().mapToObj(stood::atoms), stood.rests().stream().mapToObj(atom -> new int[] {atom}));
    }

    /**
     * Finds such groups.
     *
     * @param told cells that readers would know now
     * @return the sum of each group; empty where nothing was released before
     */
    public Set<LinearSum> of(BitSet told) {
        List<Supplier<List<LinearSum>>> looks = new ArrayList<>();
        Map<Member, long[][]> hiddenNow = new HashMap<>();
        sinces.forEach((both, sides) -> {
            Map<Side, long[][]> hidden = new HashMap<>();
            for (Since since : sides) {
                long[][] then = Objects.requireNonNull(hiddenThen.get(since));
                long[][] now = hidden.computeIfAbsent(
                        since.side(),
                        side -> both.areApart() ? apart(both, side, told) : beside(both, told, hiddenNow));
                looks.add(() -> look(both, since, then, now));
            }
        });
        // What is remembered of each series and release is looked at by itself, as many at once as there are cores.
        return looks.parallelStream()
                .map(Supplier::get)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<LinearSum> look(BothTimes both, Since since, long[][] then, long[][] now) {
        return Stream.of(
                        new Siblings(since, then, now).groups(),
                        new Unions(since, then, now).groups(),
                        new Grown(since).groups(now))
                .flatMap(List::stream)
                .map(group -> sum(both, group))
                .toList();
    }

    /** Nobody is in what has gone, as everybody knows: it does not change. */
    private static long[][] beside(BothTimes both, BitSet told, Map<Member, long[][]> hiddenNow) {
        long[][] hidden = hiddenNow.computeIfAbsent(both.own(), own -> {
            BothTimes alone = BothTimes.of(own, new EarlierFigures(Map.of(), MovedNodes.NONE));
            return hidden(alone, told(own, told).stream().mapToObj(alone.now()::atoms), alone.now(), NOW);
        });
        long[][] all = Arrays.copyOf(hidden, both.now().member().cohorts());
        Arrays.fill(all, hidden.length, all.length, new long[hidden[0].length]);
        return all;
    }

    private static long[][] apart(BothTimes both, Side side, BitSet told) {
        BitSet known = told(both.own(), told);
        known.set(both.own().cohorts(), both.now().member().cohorts());
        return hidden(both, known.stream().mapToObj(both.now()::atoms), side, NOW);
    }

    private static BitSet told(Member own, BitSet told) {
        return told.get(own.firstCell(), own.firstCell() + own.cohorts());
    }

    private LinearSum sum(BothTimes both, BitSet group) {
        Member own = both.own();
        return LinearSum.of(group.stream()
                .filter(both::isListed)
                .map(cohort -> own.firstAtom() + own.lattice().atomNumber(cohort))
                .filter(atom -> !empty.get(atom))
                .toArray());
    }
}
