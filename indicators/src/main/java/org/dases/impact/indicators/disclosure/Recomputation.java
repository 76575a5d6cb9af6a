// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;
import org.dases.impact.indicators.disclosure.cells.Member;
import org.dases.impact.indicators.disclosure.elimination.LinearSum;

/** The attack by adding and subtracting: looks for withheld numbers that follow from the printed ones. */
final class Recomputation implements Auditor {
    private static final long FIRST_SEED = 20_011;
    private static final long SECOND_SEED = 77_003;

    /** By which the attack of a release can be repeated. */
    static final List<Long> SEEDS = List.of(FIRST_SEED, SECOND_SEED);

    @Override
    public List<String> attack(Pattern pattern, Collection<SeriesRows> rows) {
        Population population = pattern.population();
        List<String> leaks = new ArrayList<>();
        BitSet printed = new BitSet();
        printed.set(0, population.cells());
        printed.andNot(pattern.withheld());
        SharedMargins none = SharedMargins.none(population);
        BitSet empty = population.empty();
        BitSet hidden = (BitSet) pattern.withheld().clone();
        hidden.or(pattern.eliminated());
        if (isLeaking(population, empty, none, printed, atoms(population, CellSum.each(hidden)))) {
            leaks.add("a withheld cell can be computed from printed ones");
        }
        if (isUnasked(population, pattern)
                || pattern.proofs().stream()
                        .anyMatch(proof -> !proof.unproven(pattern.withheld()).isEmpty())) {
            leaks.add(
                    "an unsafe cell can be bounded below the threshold, or told by a school or provider alone behind another one, or there is no proof that it cannot");
        }
        for (Strand strand : pattern.strands()) {
            BitSet own = (BitSet) printed.clone();
            own.and(strand.cells());
            if (isLeaking(population, strand, own)) {
                leaks.add("an unsafe cell can be computed from printed ones of several tables");
            }
            if (isLeaking(population, strand, own, pattern.groups())) {
                leaks.add("a group of which few came or went since an earlier release can be computed");
            }
            if (isLeakingToInsiders(population, strand, own)) {
                leaks.add("a school or provider alone behind a withheld cell can compute an unsafe one");
            }
        }
        pattern.rates().forEach((indicator, rate) -> attack(population, indicator, rate, leaks));
        rows.forEach(each -> attack(each, leaks));
        return leaks;
    }

    /** Whether a count of fewer than k was not looked at: by the tables, and not by what was taken for unsafe. */
    private static boolean isUnasked(Population population, Pattern pattern) {
        return population.members().stream()
                .anyMatch(member -> member.series().stream().anyMatch(series -> {
                    long k = population.rules().threshold(series);
                    return IntStream.range(0, member.cohorts()).anyMatch(c -> {
                        long learners = member.learners(c, series);
                        return learners > 0
                                && learners < k
                                && !pattern.isAsked(member.firstCell() + c, series, k - learners);
                    });
                }));
    }

    /** Whether groups can be computed that could not be before anything is printed. */
    private static boolean isLeaking(Population population, Strand strand, BitSet printed, Set<LinearSum> groups) {
        List<int[]> sums = groups.stream().map(sum -> sum.unknowns(1)).toList();
        BitSet leaking =
                probe(population, strand.empty(), strand.margins(), printed).recovered(sums, FIRST_SEED, SECOND_SEED);
        leaking.andNot(probe(population, strand.empty(), strand.margins(), new BitSet())
                .recovered(sums, FIRST_SEED, SECOND_SEED));
        return !leaking.isEmpty();
    }

    private static void attack(Population population, String indicator, RatePattern rate, List<String> leaks) {
        String numerator = "the numerator of a one-sided rate of indicator " + indicator;
        if (isLeaking(population, rate.strand(), rate.told())) {
            leaks.add(numerator + " can be computed");
        }
        if (isLeakingToInsiders(population, rate.strand(), rate.told())) {
            leaks.add("a school or provider alone behind a cell can compute " + numerator);
        }
    }

    private static void attack(SeriesRows rows, List<String> leaks) {
        String difference = "a small difference to a larger population of indicator "
                + rows.series().indicatorId();
        if (rows.counts().stream().anyMatch(Recomputation::isLeaking)) {
            leaks.add(difference + " can be computed");
        }
        if (rows.counts().stream().anyMatch(Recomputation::isLeakingToInsiders)) {
            leaks.add("a school or provider alone behind a cell can compute " + difference);
        }
    }

    private static boolean isLeakingToInsiders(HeadCount count) {
        SeriesRows rows = count.rows();
        return isLeakingToInsiders(
                rows.population(), rows.empty(), rows.margins(), rows.insiders(), count.kept(), known(count));
    }

    private static boolean isLeakingToInsiders(Population population, Strand strand, BitSet printed) {
        return isLeakingToInsiders(
                population, strand.empty(), strand.margins(), strand.insiders(), strand.kept(), printed);
    }

    /**
     * Whether one who is alone behind cells can compute an unsafe one that is not its own. What it can compute before
     * anything is printed cannot be helped. Of one with very many cells each is looked at by itself; what all of them
     * tell before is looked up where one seems to tell something.
     */
    private static boolean isLeakingToInsiders(
            Population population,
            BitSet empty,
            SharedMargins margins,
            Insiders insiders,
            List<CellSum> secrets,
            BitSet printed) {
        List<Insiders.Body> owners = new ArrayList<>();
        List<List<int[]>> known = new ArrayList<>();
        for (Insiders.Body body : insiders.bodies()) {
            List<List<int[]>> parties = insiders.parties(body, cell -> atoms(population, cell));
            known.addAll(parties);
            owners.addAll(Collections.nCopies(parties.size(), body));
        }
        if (known.isEmpty() || secrets.isEmpty()) {
            return false;
        }
        List<int[]> sums = atoms(population, secrets);
        Set<List<Integer>> before = new HashSet<>();
        probe(population, empty, margins, new BitSet())
                .reached(
                        known,
                        sums,
                        (party, secret) -> {
                            before.add(List.of(party, secret));
                            return false;
                        },
                        FIRST_SEED);
        IdentityHashMap<Insiders.Body, BitSet> alone = new IdentityHashMap<>();
        BitSet reached = probe(population, empty, margins, printed)
                .reached(
                        known,
                        sums,
                        (party, secret) -> !owners.get(party).owns(secrets.get(secret))
                                && !before.contains(List.of(party, secret))
                                && !alone.computeIfAbsent(
                                                owners.get(party),
                                                body -> recovered(
                                                        probe(population, empty, margins, new BitSet()),
                                                        known(population, insiders, body),
                                                        sums))
                                        .get(secret),
                        SECOND_SEED);
        return !reached.isEmpty();
    }

    private static BitSet recovered(LinearProbe probe, List<int[]> known, List<int[]> secrets) {
        known.forEach(sum -> probe.know(sum, new int[0]));
        return probe.recovered(secrets, FIRST_SEED, SECOND_SEED);
    }

    /**
     * Withheld cells that one who is alone behind others could compute: not its own, and not those that everybody
     * could. One with very many cells is taken to compute all.
     */
    static BitSet knownToInsiders(Population population, Strand strand, BitSet withheld) {
        BitSet found = new BitSet();
        List<Insiders.Body> bodies = strand.insiders().bodies();
        if (bodies.isEmpty()) {
            return found;
        }
        BitSet printed = (BitSet) strand.cells().clone();
        printed.andNot(withheld);
        int[] hidden = withheld.stream().filter(strand.cells()::get).toArray();
        probe(population, strand.empty(), strand.margins(), printed)
                .reached(
                        bodies.stream()
                                .map(body -> known(population, strand.insiders(), body))
                                .toList(),
                        Arrays.stream(hidden)
                                .mapToObj(cell -> atoms(population, cell))
                                .toList(),
                        (body, cell) -> !bodies.get(body).cells().contains(hidden[cell]),
                        FIRST_SEED)
                .stream()
                .forEach(cell -> found.set(hidden[cell]));
        return found;
    }

    private static List<int[]> known(Population population, Insiders insiders, Insiders.Body body) {
        return insiders.cellsOf(body).stream()
                .map(cell -> atoms(population, cell))
                .toList();
    }

    private static boolean isLeaking(HeadCount count) {
        Population population = count.rows().population();
        List<int[]> secrets = new ArrayList<>();
        count.secretCells().stream().forEach(cell -> secrets.add(atoms(population, cell)));
        count.sums()
                .forEach(people -> secrets.add(people.atoms(population).stream().toArray()));
        return isLeaking(population, count.rows().empty(), count.rows().margins(), known(count), secrets);
    }

    /** Cells of which everybody knows the number. */
    private static BitSet known(HeadCount count) {
        BitSet known = count.printed();
        known.or(count.rows().zeros());
        return known;
    }

    private static boolean isLeaking(Population population, Strand strand, BitSet printed) {
        return isLeaking(population, strand.empty(), strand.margins(), printed, atoms(population, strand.kept()));
    }

    private static boolean isLeaking(
            Population population, BitSet empty, SharedMargins margins, BitSet printed, List<int[]> secrets) {
        if (secrets.isEmpty()) {
            return false;
        }
        return !probe(population, empty, margins, printed)
                .recovered(secrets, FIRST_SEED, SECOND_SEED)
                .isEmpty();
    }

    private static LinearProbe probe(Population population, BitSet empty, SharedMargins margins, BitSet printed) {
        LinearProbe probe = new LinearProbe(population.atoms());
        empty.stream().forEach(atom -> probe.know(new int[] {atom}, new int[0]));
        printed.stream().forEach(cell -> probe.know(atoms(population, cell), new int[0]));
        margins.pairs().forEach(pair -> probe.know(atoms(population, pair[0]), atoms(population, pair[1])));
        return probe;
    }

    /** Of each number, which is that of cells that have nobody in common. */
    private static List<int[]> atoms(Population population, List<CellSum> numbers) {
        return numbers.stream()
                .map(number -> number.plus().stream()
                        .flatMapToInt(cell -> Arrays.stream(atoms(population, cell)))
                        .toArray())
                .toList();
    }

    private static int[] atoms(Population population, int cell) {
        Member member = population.memberOf(cell);
        return population.atomsOf(member, cell - member.firstCell());
    }
}
