// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Contributors who have rows in more than one of the parts that are counted one after the other, so that they do not
 * add up. Some of the others may be among them: names are told apart by a number that several have.
 */
final class Movers {
    private final int[] identities;

    private Movers(int[] identities) {
        this.identities = identities;
    }

    /**
     * Finds them.
     *
     * @param parts by part, the chunks that are counted together
     */
    static Movers among(List<List<ChunkSummary>> parts) {
        if (parts.size() < 2) {
            return new Movers(new int[0]);
        }
        int[] all = inOrder(parts.stream().map(Movers::contributors));
        return new Movers(distinct(IntStream.range(1, all.length)
                .filter(i -> all[i] == all[i - 1])
                .map(i -> all[i])
                .toArray()));
    }

    /** Each contributor of a part once. */
    private static int[] contributors(List<ChunkSummary> chunks) {
        return chunks.size() == 1
                ? chunks.get(0).contributors()
                : distinct(inOrder(chunks.stream().map(ChunkSummary::contributors)));
    }

    private static int[] inOrder(Stream<int[]> parts) {
        int[] all = parts.flatMapToInt(IntStream::of).toArray();
        Arrays.sort(all);
        return all;
    }

    private static int[] distinct(int[] inOrder) {
        return IntStream.range(0, inOrder.length)
                .filter(i -> i == 0 || inOrder[i] != inOrder[i - 1])
                .map(i -> inOrder[i])
                .toArray();
    }

    /** Whether nobody is among them. */
    boolean areNone() {
        return identities.length == 0;
    }

    /** Whether one with a {@link PackedSplit#identity} is among them. */
    boolean has(int identity) {
        return Arrays.binarySearch(identities, identity) >= 0;
    }
}
