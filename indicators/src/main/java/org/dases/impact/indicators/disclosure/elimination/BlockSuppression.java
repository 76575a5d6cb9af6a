// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Chooses what may be printed of a table by itself. Where it is too large to be eliminated as a whole, its unknowns are
 * split into blocks. First come the margins of the blocks, a table of their own; then each block by itself, with all of
 * its margins taken for known, whether they are printed or not. Margins and blocks that are still large are split
 * again.
 *
 * <p>Why that is safe: what a block prints anew is independent even of its margins and of all that was taken for known
 * before, so no combination of it is one of these only, and blocks tell nothing of one another. A secret of the margins
 * then follows from printed margins or not at all; a secret of a block would have to follow from that block and what it
 * takes for known, and one that does so is made a secret of the margins. What else a block prints follows from these
 * sums and from printed margins. The price are some cells more than {@link Suppression} withholds.
 */
public final class BlockSuppression {
    private final int most;
    private final int many;
    private final Workers workers;

    private BlockSuppression(int most, int many, Workers workers) {
        this.most = most;
        this.many = many;
        this.workers = workers;
    }

    /**
     * Decides on the candidates of a view in which nothing is known beforehand.
     *
     * @param view unknowns, secrets and candidates; nobody watches, and derived secrets may be learnt by knowers
     * @param knowers those who know more than is printed
     * @param partitions ways to split the unknowns: the number of the block of each; the first splits the view, the
     *     next one its margins and blocks, and so on
     * @param most candidates that are decided on as a whole
     * @param workers who decides on the blocks
     * @return numbers of the candidates that may be printed
     * @throws IllegalArgumentException if something is known beforehand, or watched
     */
    public static BitSet decide(View view, List<Knower> knowers, List<int[]> partitions, int most, Workers workers) {
        return decide(view, knowers, partitions, most, Knower.MANY, workers);
    }

    /** The same where whoever knows more sums than so many has a view of its own from the beginning. */
    static BitSet decide(View view, List<Knower> knowers, List<int[]> partitions, int most, int many, Workers workers) {
        if (!view.known().isEmpty() || !view.watched().isEmpty()) {
            throw new IllegalArgumentException("blocks are decided on only where nothing is known beforehand");
        }
        Part whole = new Part(view.unknowns());
        for (int s = 0; s < view.secrets().size(); s++) {
            whole.secrets().add(Secret.of(view.secrets().get(s), s));
        }
        view.derived().forEach(sum -> whole.secrets().add(Secret.derived(sum)));
        whole.candidates().addAll(view.candidates());
        for (int k = 0; k < knowers.size(); k++) {
            whole.parties().add(Party.of(k, knowers.get(k).once()));
        }
        return new BlockSuppression(most, many, workers).decide(whole, partitions);
    }

    private BitSet decide(Part part, List<int[]> partitions) {
        if (partitions.isEmpty() || part.candidates().size() <= most || !part.isKnownDisjoint()) {
            return part.decide(many);
        }
        Split split = new Split(part, partitions.get(0));
        List<int[]> others = partitions.subList(1, partitions.size());
        BitSet printed = new BitSet();
        split.print(
                decide(split.margins(), others.stream().map(split::ofMargins).toList()), printed);
        List<Part> blocks = split.blocks();
        List<List<int[]>> ways = split.ofBlocks(others);
        List<Task> tasks = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            tasks.add(new Task(blocks.get(block), new ArrayList<>(ways.get(block)), most, many));
        }
        split.print(workers.map(tasks, Task::decide), printed);
        return printed;
    }

    /** A block with the ways to split it, for whoever works on it. */
    private record Task(Part part, ArrayList<int[]> partitions, int most, int many) implements Serializable {
        BitSet decide() {
            return new BlockSuppression(most, many, Workers.HERE).decide(part, partitions);
        }
    }
}
