// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of a table split into blocks and the margins that they have in common. A block takes all of its margins for
 * known, and what the part took for known before.
 */
final class Split {
    private static final int MINUS = PrimeField.negative(1);

    private final Part part;
    private final int[] blockOf;
    private final int[] numberOf;
    private final Classes classes;
    private final Map<Integer, Potentials> potentials;
    private final Map<Integer, Part> blocks = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> numbers = new HashMap<>();
    private final Part margins;
    private final List<Integer> marginNumbers = new ArrayList<>();

    /**
     * A split.
     *
     * @param part what is split; its known sums have no unknown in common
     * @param blockOf the number of the block of each unknown
     */
    Split(Part part, int[] blockOf) {
        this.part = part;
        this.blockOf = blockOf;
        List<LinearSum> all = new ArrayList<>(part.candidates());
        part.secrets().forEach(secret -> all.add(secret.sum()));
        part.parties().forEach(party -> all.addAll(party.sums()));
        all.addAll(part.known());
        classes = Classes.of(blockOf, all);
        margins = new Part(classes.count());
        numberOf = new int[blockOf.length];
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        for (int unknown = 0; unknown < blockOf.length; unknown++) {
            numberOf[unknown] = sizes.merge(blockOf[unknown], 1, Integer::sum) - 1;
        }
        sizes.forEach((block, size) -> {
            blocks.put(block, new Part(size));
            numbers.put(block, new ArrayList<>());
        });
        addClasses();
        potentials = part.known().isEmpty() ? Map.of() : addKnown();
        part.printed().forEach(this::addPrinted);
        part.secrets().forEach(this::addSecret);
        addCandidates();
        addParties();
    }

    private void addClasses() {
        Map<Integer, Map<Integer, Integer>> sums = new LinkedHashMap<>();
        for (int unknown = 0; unknown < blockOf.length; unknown++) {
            sums.computeIfAbsent(classes.classOf(unknown), number -> new LinkedHashMap<>())
                    .put(unknown, 1);
        }
        sums.values().stream()
                .map(LinearSum::of)
                .forEach(sum -> block(sum).known().add(sum.renumbered(numberOf)));
    }

    /** Margins that follow from what was known are known; what is known of a block goes there. */
    private Map<Integer, Potentials> addKnown() {
        int[] group = new int[blockOf.length];
        Arrays.fill(group, -1);
        int groups = 0;
        for (LinearSum sum : part.known()) {
            if (classes.isWhole(sum)) {
                margins.known().add(classes.whole(sum));
                continue;
            }
            block(sum).known().add(sum.renumbered(numberOf));
            for (int i = 0; i < sum.size(); i++) {
                group[sum.unknown(i)] = groups;
            }
            groups++;
        }
        Map<Integer, Potentials> potentials = new HashMap<>();
        for (int block : blocks.keySet()) {
            int[] own = unknowns(block);
            Potentials here = new Potentials(
                    IntStream.of(own).map(unknown -> group[unknown]).toArray(),
                    groups,
                    IntStream.of(own).map(classes::classOf).toArray(),
                    classes.count());
            here.common()
                    .forEach(common -> margins.known()
                            .add(LinearSum.of(common.stream().mapToInt(i -> i).toArray())));
            potentials.put(block, here);
        }
        return potentials;
    }

    private void addPrinted(LinearSum sum) {
        if (classes.isWhole(sum)) {
            margins.printed().add(classes.whole(sum));
        }
        if (classes.isWithinBlock(sum)) {
            block(sum).printed().add(sum.renumbered(numberOf));
        }
    }

    /** What a sum is of margins, if it follows from what is taken for known: all but what was known before. */
    private Optional<LinearSum> margin(LinearSum sum) {
        if (classes.isWhole(sum)) {
            return Optional.of(classes.whole(sum));
        }
        return Optional.ofNullable(potentials.get(blockOf[sum.unknown(0)]))
                .flatMap(here -> here.but(sum.renumbered(numberOf)))
                .map(LinearSum::of);
    }

    private void addSecret(Secret secret) {
        LinearSum sum = secret.sum();
        margin(sum)
                .ifPresentOrElse(
                        margin -> margins.secrets().add(secret.as(margin)),
                        () -> block(sum).secrets().add(secret.as(sum.renumbered(numberOf))));
    }

    /**
     * What a party knows goes to the blocks and the margins. A sum that it comes by in a block, where margins are taken
     * for known, tells it of the margins; with a secret it must not come by it, and so that is one of the margins. The
     * rest of the sum is of what was taken for known before: where the party does not know it, it must not learn it
     * from margins.
     */
    private void addParties() {
        Map<Integer, List<LinearSum>> ofMargins = new HashMap<>();
        Set<Secret> rests = new LinkedHashSet<>();
        for (Party party : part.parties()) {
            ofMargins.put(party.number(), new ArrayList<>(classes.wholeOf(party.sums())));
            List<LinearSum> taken = new ArrayList<>(party.margins());
            party.sums().stream().filter(classes::isWhole).forEach(taken::add);
            Map<Integer, List<LinearSum>> takenWithin = withinBlocks(taken);
            withinBlocks(party.sums().stream()
                            .filter(sum -> !classes.isWhole(sum))
                            .toList())
                    .forEach((number, sums) -> Objects.requireNonNull(blocks.get(number))
                            .parties()
                            .add(party.knowing(sums, takenWithin.getOrDefault(number, List.of()), false)));
        }
        blocks.forEach((number, block) -> {
            int[] unknowns = unknowns(number);
            for (Insight insight : insights(block)) {
                LinearSum sum = insight.sum().renumbered(unknowns);
                LinearSum margin = margin(sum).orElseThrow();
                if (insight.secret().isPresent()) {
                    margins.secrets().add(Secret.from(margin, insight.party()));
                } else {
                    Objects.requireNonNull(ofMargins.get(insight.party().number()))
                            .add(margin);
                    rests.add(Secret.from(sum.plus(MINUS, classes.unknownsOf(margin)), insight.party()));
                }
            }
        });
        Set<Integer> strict = new HashSet<>();
        rests.removeAll(Insights.known(part.unknowns(), part.printed(), rests, partiesOfMargins()));
        rests.forEach(rest -> strict.add(rest.party()));
        part.parties().stream()
                .map(party -> party.knowing(
                        Objects.requireNonNull(ofMargins.get(party.number())),
                        classes.wholeOf(party.margins()),
                        strict.contains(party.number())))
                .filter(party -> !party.sums().isEmpty())
                .forEach(margins.parties()::add);
    }

    /** What parties know of what the part takes for known. */
    private List<Party> partiesOfMargins() {
        return part.parties().stream()
                .map(party -> party.knowing(party.margins(), List.of(), false))
                .toList();
    }

    /** Those of some sums that are within a block, by its number. */
    private Map<Integer, List<LinearSum>> withinBlocks(List<LinearSum> sums) {
        return sums.stream()
                .filter(classes::isWithinBlock)
                .collect(Collectors.groupingBy(
                        sum -> blockOf[sum.unknown(0)],
                        LinkedHashMap::new,
                        Collectors.mapping(sum -> sum.renumbered(numberOf), Collectors.toList())));
    }

    private static List<Insight> insights(Part part) {
        return part.parties().isEmpty()
                ? List.of()
                : Insights.of(part.unknowns(), part.known(), part.secrets(), part.parties())
                        .all();
    }

    private void addCandidates() {
        for (int i = 0; i < part.candidates().size(); i++) {
            LinearSum candidate = part.candidates().get(i);
            if (classes.isWhole(candidate)) {
                margins.candidates().add(classes.whole(candidate));
                marginNumbers.add(i);
            } else {
                block(candidate).candidates().add(candidate.renumbered(numberOf));
                Objects.requireNonNull(numbers.get(blockOf[candidate.unknown(0)]))
                        .add(i);
            }
        }
    }

    /** The margins of all blocks. */
    Part margins() {
        return margins;
    }

    /** A way to split the margins; any will do. Unknowns of a class mostly are in one block of it. */
    int[] ofMargins(int[] partition) {
        int[] own = new int[classes.count()];
        for (int unknown = partition.length - 1; unknown >= 0; unknown--) {
            own[classes.classOf(unknown)] = partition[unknown];
        }
        return own;
    }

    /** The blocks. */
    List<Part> blocks() {
        return List.copyOf(blocks.values());
    }

    /** Ways to split each of the blocks. */
    List<List<int[]>> ofBlocks(List<int[]> partitions) {
        return blocks.keySet().stream()
                .map(block -> partitions.stream()
                        .map(partition -> IntStream.of(unknowns(block))
                                .map(unknown -> partition[unknown])
                                .toArray())
                        .toList())
                .toList();
    }

    /** Notes which margins are printed. */
    void print(BitSet decided, BitSet printed) {
        decided.stream().forEach(i -> {
            LinearSum margin = part.candidates().get(marginNumbers.get(i));
            printed.set(marginNumbers.get(i));
            if (classes.isWithinBlock(margin)) {
                block(margin).printed().add(margin.renumbered(numberOf));
            }
        });
    }

    /** Notes what is printed of each block. */
    void print(List<BitSet> decided, BitSet printed) {
        int next = 0;
        for (int block : blocks.keySet()) {
            List<Integer> own = Objects.requireNonNull(numbers.get(block));
            decided.get(next++).stream().forEach(i -> printed.set(own.get(i)));
        }
    }

    private int[] unknowns(int block) {
        return IntStream.range(0, blockOf.length)
                .filter(unknown -> blockOf[unknown] == block)
                .toArray();
    }

    private Part block(LinearSum sum) {
        return Objects.requireNonNull(blocks.get(blockOf[sum.unknown(0)]));
    }
}
