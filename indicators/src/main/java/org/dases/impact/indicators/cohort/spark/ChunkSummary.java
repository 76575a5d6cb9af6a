// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.dases.impact.indicators.cohort.kernel.LongSlots;

/** What has to be known of all chunks before the first is counted. */
final class ChunkSummary implements Serializable {
    private static final long serialVersionUID = 1;

    private final CellSpace space;
    private final Dictionary providers = new Dictionary();
    /** By two indicators, whether there is a place where only one of them counts. */
    private final boolean[][] differ;
    /** {@link PackedSplit#identity} of all, in order; of nobody where there is one chunk only. */
    private int[] contributors = {};

    private long facts;

    /** Of no rows. */
    ChunkSummary(WalkPlan plan) {
        this.space = new CellSpace(plan);
        int indicators = plan.countings().size();
        this.differ = new boolean[indicators][indicators];
    }

    /**
     * Of the rows of one chunk among several.
     *
     * @param plan what the rows are like
     * @param rows what tasks packed
     */
    static ChunkSummary of(WalkPlan plan, Iterator<PackedRows> rows) {
        ChunkSummary summary = new ChunkSummary(plan);
        LongSlots met = new LongSlots();
        rows.forEachRemaining(each -> {
            summary.add(each);
            for (int fact = 0; fact < each.size(); fact++) {
                met.slot(PackedSplit.identity(each, each.contributors.get(fact)));
            }
        });
        summary.contributors = new int[met.size()];
        Arrays.setAll(summary.contributors, i -> (int) met.key(i));
        Arrays.sort(summary.contributors);
        return summary;
    }

    /** Of all rows, in one chunk: who is in it does not matter, since nobody is in another. */
    static ChunkSummary ofAll(WalkPlan plan, List<PackedRows> rows) {
        ChunkSummary summary = new ChunkSummary(plan);
        rows.forEach(summary::add);
        return summary;
    }

    private void add(PackedRows rows) {
        facts += rows.size();
        providers.numbersOf(rows.providerNames);
        List<int[]> nodes = space.numbers(rows);
        List<CodePath> axes = space.axes();
        int[] at = new int[nodes.size()];
        for (int place = 0; place < rows.placeCount(); place++) {
            if (PackedPart.find(rows, nodes, axes, place, at)) {
                compare(rows, place);
            }
        }
    }

    private void compare(PackedRows rows, int place) {
        for (int one = 0; one < differ.length; one++) {
            boolean counts = rows.marks.get(one).get(place) != PackedRows.NOT_COUNTED;
            for (int other = 0; other < one; other++) {
                differ[one][other] |= counts != (rows.marks.get(other).get(place) != PackedRows.NOT_COUNTED);
            }
        }
    }

    /** Adds what is known of other rows; of the contributors only those of one chunk are known at a time. */
    void add(ChunkSummary other) {
        facts += other.facts;
        space.addAll(other.space);
        providers.numbersOf(other.providers);
        for (int one = 0; one < differ.length; one++) {
            for (int i = 0; i < one; i++) {
                differ[one][i] |= other.differ[one][i];
            }
        }
    }

    /** Whether two indicators count the same rows, and so the same learners, schools and providers. */
    boolean areAlike(int one, int other) {
        return one == other || !differ[Math.max(one, other)][Math.min(one, other)];
    }

    /** All nodes. */
    CellSpace space() {
        return space;
    }

    /** All providers. */
    Dictionary providers() {
        return providers;
    }

    /** Number of facts. */
    long facts() {
        return facts;
    }

    /** {@link PackedSplit#identity} of each contributor of a chunk among several, in order; not to be changed. */
    int[] contributors() {
        return contributors;
    }
}
