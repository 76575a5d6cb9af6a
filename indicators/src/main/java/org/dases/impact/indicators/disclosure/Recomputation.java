// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.audit.LinearProbe;

/** The attack by adding and subtracting: looks for withheld numbers that follow from the printed ones. */
final class Recomputation implements Auditor {
    private static final long FIRST_SEED = 20_011;
    private static final long SECOND_SEED = 77_003;

    /** By which the attack of a release can be repeated. */
    static final List<Long> SEEDS = List.of(FIRST_SEED, SECOND_SEED);

    @Override
    public List<String> attack(Population population, Pattern pattern) {
        List<String> leaks = new ArrayList<>();
        BitSet printed = new BitSet();
        printed.set(0, population.cells());
        printed.andNot(pattern.withheld());
        SharedMargins none = SharedMargins.none(population);
        if (isLeaking(population, none, printed, pattern.eliminated().stream().toArray())) {
            leaks.add("a withheld cell can be computed from printed ones");
        }
        if (pattern.proofs().stream()
                .anyMatch(proof -> !proof.unproven(pattern.withheld()).isEmpty())) {
            leaks.add("an unsafe cell can be bounded below the threshold, or there is no proof that it cannot");
        }
        for (Strand strand : pattern.strands()) {
            BitSet own = (BitSet) printed.clone();
            own.and(strand.cells());
            if (isLeaking(population, strand.margins(), own, strand.secretCells())) {
                leaks.add("an unsafe cell can be computed from printed ones of several tables");
            }
            if (isLeakingToInsiders(population, strand, own)) {
                leaks.add("a school or provider alone behind a withheld cell can compute an unsafe one");
            }
        }
        pattern.rates().forEach((indicator, rate) -> {
            BitSet exact = (BitSet) rate.exact().clone();
            exact.or(rate.zeros());
            if (isLeaking(
                    population, rate.margins(), exact, rate.onesided().stream().toArray())) {
                leaks.add("the numerator of a one-sided rate of indicator " + indicator + " can be computed");
            }
        });
        pattern.rows().stream()
                .filter(rows -> rows.counts().stream().anyMatch(Recomputation::isLeaking))
                .forEach(rows -> leaks.add("a small difference to a larger population of indicator "
                        + rows.series().indicatorId() + " can be computed"));
        return leaks;
    }

    /**
     * Whether one who is alone behind a cell can compute an unsafe one that is not its own: a multiple of what it
     * knows. What is one before anything is printed cannot be helped.
     */
    private static boolean isLeakingToInsiders(Population population, Strand strand, BitSet printed) {
        List<Insiders.Insider> insiders = strand.insiders();
        if (insiders.isEmpty()) {
            return false;
        }
        int[] secrets = strand.secretCells();
        List<int[]> sums = new ArrayList<>();
        Arrays.stream(secrets).forEach(cell -> sums.add(atoms(population, cell)));
        insiders.forEach(insider -> sums.add(atoms(population, insider.cell())));
        long[] before = probe(population, strand.margins(), new BitSet()).forms(sums, FIRST_SEED, SECOND_SEED);
        long[] after = probe(population, strand.margins(), printed).forms(sums, FIRST_SEED, SECOND_SEED);
        Map<Long, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < insiders.size(); i++) {
            alike.computeIfAbsent(after[secrets.length + i], form -> new ArrayList<>())
                    .add(i);
        }
        return IntStream.range(0, secrets.length)
                .anyMatch(secret -> alike.getOrDefault(after[secret], List.of()).stream()
                        .anyMatch(insider -> !insiders.get(insider).own().test(secret)
                                && before[secret] != before[secrets.length + insider]));
    }

    private static boolean isLeaking(HeadCount count) {
        Population population = count.rows().population();
        BitSet known = count.printed();
        known.or(count.rows().zeros());
        List<int[]> secrets = new ArrayList<>();
        count.secretCells().stream().forEach(cell -> secrets.add(atoms(population, cell)));
        count.sums()
                .forEach(people -> secrets.add(people.atoms(population).stream().toArray()));
        return isLeaking(population, count.rows().margins(), known, secrets);
    }

    private static boolean isLeaking(Population population, SharedMargins margins, BitSet printed, int[] hidden) {
        return isLeaking(
                population,
                margins,
                printed,
                Arrays.stream(hidden).mapToObj(cell -> atoms(population, cell)).toList());
    }

    private static boolean isLeaking(
            Population population, SharedMargins margins, BitSet printed, List<int[]> secrets) {
        if (secrets.isEmpty()) {
            return false;
        }
        return !probe(population, margins, printed)
                .recovered(secrets, FIRST_SEED, SECOND_SEED)
                .isEmpty();
    }

    private static LinearProbe probe(Population population, SharedMargins margins, BitSet printed) {
        LinearProbe probe = new LinearProbe(population.atoms());
        population.empty().stream().forEach(atom -> probe.know(new int[] {atom}, new int[0]));
        printed.stream().forEach(cell -> probe.know(atoms(population, cell), new int[0]));
        margins.pairs().forEach(pair -> probe.know(atoms(population, pair[0]), atoms(population, pair[1])));
        return probe;
    }

    private static int[] atoms(Population population, int cell) {
        Member member = population.memberOf(cell);
        return population.atomsOf(member, cell - member.firstCell());
    }
}
