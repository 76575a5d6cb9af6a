// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Chooses what may be printed of a table that is too large to be eliminated as a whole. Its unknowns are split into
 * blocks. First come the margins of the blocks, a table of their own; then each block by itself, with all of its
 * margins taken for known, whether they are printed or not.
 *
 * <p>Why that is safe: what a block prints anew is independent even of its margins, so no combination of it is one of
 * margins only, and blocks tell nothing of one another. A secret of the margins then follows from printed margins or
 * not at all; a secret of a block would have to follow from that block and its margins. What else a block prints
 * follows from what is printed already. The price are some cells more than {@link Suppression} withholds.
 */
public final class BlockSuppression {
    private final View view;
    private final int[] blockOf;
    private final Classes classes;
    private final Workers workers;
    private final int[] numberOf;
    private final BitSet printed = new BitSet();

    private BlockSuppression(View view, int[] blockOf, Workers workers) {
        this.view = view;
        this.workers = workers;
        numberOf = new int[blockOf.length];
        this.blockOf = blockOf;
        List<LinearSum> all = new ArrayList<>(view.candidates());
        all.addAll(view.secrets());
        classes = Classes.of(blockOf, all);
    }

    /**
     * Decides on the candidates of a view in which nothing is known beforehand and nobody watches.
     *
     * @param view unknowns, secrets and candidates
     * @param partitions ways to split the unknowns: the number of the block of each; the first splits the view, the
     *     next one its margins, and so on
     * @param most candidates that are decided on as a whole
     * @param workers who decides on the blocks
     * @return numbers of the candidates that may be printed
     * @throws IllegalArgumentException if something is known beforehand, or watched
     */
    public static BitSet decide(View view, List<int[]> partitions, int most, Workers workers) {
        if (!view.known().isEmpty()
                || !view.derived().isEmpty()
                || !view.watched().isEmpty()) {
            throw new IllegalArgumentException("blocks are decided on only where nothing is known beforehand");
        }
        if (partitions.isEmpty() || view.candidates().size() <= most) {
            Outcome outcome = Suppression.decide(List.of(view));
            BitSet printed = new BitSet();
            IntStream.range(0, view.candidates().size()).forEach(i -> printed.set(i, outcome.isPrinted(i)));
            return printed;
        }
        return new BlockSuppression(view, partitions.get(0), workers)
                .decide(partitions.subList(1, partitions.size()), most);
    }

    private BitSet decide(List<int[]> partitions, int most) {
        Map<Integer, Block> blocks = new LinkedHashMap<>();
        for (int unknown = 0; unknown < blockOf.length; unknown++) {
            numberOf[unknown] = blocks.computeIfAbsent(blockOf[unknown], block -> new Block())
                    .add(classes.classOf(unknown));
        }
        List<LinearSum> secrets = new ArrayList<>();
        for (LinearSum secret : view.secrets()) {
            if (classes.isWhole(secret)) {
                secrets.add(classes.whole(secret));
            } else {
                block(blocks, secret).addSecret(secret.renumbered(numberOf));
            }
        }
        List<Integer> margins = new ArrayList<>();
        for (int i = 0; i < view.candidates().size(); i++) {
            LinearSum candidate = view.candidates().get(i);
            if (classes.isWhole(candidate)) {
                margins.add(i);
            } else {
                block(blocks, candidate).addCandidate(i, candidate.renumbered(numberOf));
            }
        }
        decideMargins(margins, secrets, partitions, most);
        for (int i : margins) {
            LinearSum margin = view.candidates().get(i);
            if (printed.get(i) && isWithinBlock(margin)) {
                block(blocks, margin).addPrinted(margin.renumbered(numberOf));
            }
        }
        workers.map(List.copyOf(blocks.values()), Block::decide).forEach(printed::or);
        return printed;
    }

    private void decideMargins(List<Integer> margins, List<LinearSum> secrets, List<int[]> partitions, int most) {
        List<LinearSum> candidates = margins.stream()
                .map(i -> classes.whole(view.candidates().get(i)))
                .toList();
        List<int[]> ofClasses = partitions.stream().map(this::ofClasses).toList();
        View whole = new View(classes.count(), List.of(), secrets, List.of(), candidates, List.of());
        BlockSuppression.decide(whole, ofClasses, most, workers).stream().forEach(i -> printed.set(margins.get(i)));
    }

    /** Any partition will do; unknowns of a class mostly are in one block of it. */
    private int[] ofClasses(int[] partition) {
        int[] own = new int[classes.count()];
        for (int unknown = partition.length - 1; unknown >= 0; unknown--) {
            own[classes.classOf(unknown)] = partition[unknown];
        }
        return own;
    }

    private boolean isWithinBlock(LinearSum sum) {
        return IntStream.range(0, sum.size())
                        .map(i -> blockOf[sum.unknown(i)])
                        .distinct()
                        .count()
                == 1;
    }

    private Block block(Map<Integer, Block> blocks, LinearSum sum) {
        return Objects.requireNonNull(blocks.get(blockOf[sum.unknown(0)]));
    }
}
