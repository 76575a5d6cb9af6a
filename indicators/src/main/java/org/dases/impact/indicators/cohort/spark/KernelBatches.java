// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.jspecify.annotations.Nullable;

/**
 * Counts batches of chunks one after the other. What is counted by school, and sums, add up over batches, since no
 * school is in two. Learners add up where all their rows are in one batch; the others are left out there, and counted
 * on their own in the end from all their rows.
 */
final class KernelBatches {
    /** More lines than have room are for Spark to merge. */
    private static final int LINE_BYTES = 400;
    /** Sums of a cube, as large as they come, for each thread. */
    private static final long THREAD_BYTES = 400L << 20;

    private final List<CompiledIndicator> indicators;
    private final ChunkSummary summary;
    private final CubeShape shape;
    private final @Nullable CubeShape wide;
    private final int known;
    private final Movers movers;
    private final KernelRoom room;
    private final List<CellTotals> totals;
    private final List<PackedRows> rowsOfMovers = new ArrayList<>();

    /**
     * Nothing counted yet.
     *
     * @param indicators the indicators
     * @param summary what is known of all rows
     * @param shape the axes
     * @param wide the axes, and the provider as the last one; null where there is none
     * @param known how many contributors have a number in the register of learners
     * @param movers who has rows in several batches
     * @param room how much of them there may be
     */
    KernelBatches(
            List<CompiledIndicator> indicators,
            ChunkSummary summary,
            CubeShape shape,
            @Nullable CubeShape wide,
            int known,
            Movers movers,
            KernelRoom room) {
        this.indicators = List.copyOf(indicators);
        this.summary = summary;
        this.shape = shape;
        this.wide = wide;
        this.known = known;
        this.movers = movers;
        this.room = room;
        this.totals =
                alike(summary, indicators.size()).stream().map(CellTotals::new).toList();
    }

    /** Indicators in groups of those that count the same rows. */
    private static List<List<Integer>> alike(ChunkSummary summary, int indicators) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int number = 0; number < indicators; number++) {
            int each = number;
            groups.stream()
                    .filter(group -> summary.areAlike(group.get(0), each))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(each);
        }
        return groups;
    }

    /**
     * Counts.
     *
     * @param chunks the rows
     * @param batches which chunks are counted together
     * @return cells of each indicator; empty where the cells have no room, or the rows of movers
     */
    Optional<List<CountedCells>> count(PackedChunks chunks, List<List<Integer>> batches) {
        for (List<Integer> batch : batches) {
            boolean haveRoom = add(chunks.read(batch), true, batches.size() == 1);
            long facts = rowsOfMovers.stream().mapToLong(PackedRows::size).sum();
            if (!haveRoom || facts > room.most()) {
                return Optional.empty();
            }
        }
        if (!rowsOfMovers.isEmpty() && !add(rowsOfMovers, false, false)) {
            return Optional.empty();
        }
        return Optional.of(totals.stream()
                .flatMap(group -> group.counted(shape, wide).stream())
                .toList());
    }

    private boolean haveRoom() {
        long lines = totals.stream().mapToLong(CellTotals::lines).sum();
        return lines <= Runtime.getRuntime().maxMemory() / 3 / LINE_BYTES;
    }

    /** Adds rows; false as soon as the cells have no room. */
    private boolean add(List<PackedRows> rows, boolean isBatch, boolean isAll) {
        Dictionary contributors = new Dictionary();
        List<Dictionary> names = List.of(contributors, new Dictionary(), summary.providers(), new Dictionary());
        List<PackedPart> parts = rows.stream()
                .map(each -> new PackedPart(each, known, summary.space(), shape, names))
                .toList();
        IntPredicate elsewhere = contributor -> isBatch
                && !movers.areNone()
                && movers.has(
                        contributor < known
                                ? contributor
                                : PackedSplit.identity(contributors.utf8(contributor - known)));
        KernelCount kernel = new KernelCount(shape, wide, parts, elsewhere, threads());
        for (CellTotals group : totals) {
            if (isBatch) {
                kernel.addTo(group, indicators);
            } else {
                kernel.addLearnersTo(group, indicators);
            }
            if (isAll) {
                group.settle(shape, wide);
            }
            if (!haveRoom()) {
                return false;
            }
        }
        if (isBatch && !movers.areNone()) {
            parts.forEach(part -> keep(part, elsewhere));
        }
        return true;
    }

    private void keep(PackedPart part, IntPredicate moves) {
        int[] facts = IntStream.range(0, part.size())
                .filter(fact -> moves.test(part.contributor(fact)))
                .toArray();
        if (facts.length > 0) {
            rowsOfMovers.add(new PackedSplit(part.rows()).part(facts));
        }
    }

    /** Providers are counted beside the rest, by as many. */
    private int threads() {
        long memory = Runtime.getRuntime().maxMemory() / (wide == null ? 1 : 2);
        return (int) Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), memory / THREAD_BYTES));
    }
}
