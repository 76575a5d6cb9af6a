// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.CubeRefused;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.Scope;

/**
 * Counts a group of indicators in memory with the kernel, where that gives the same as the walk over the contributors
 * and there is room. Spark's tasks pack the rows; the driver counts and hands the cells back to Spark.
 */
final class KernelCube {
    private static final int PIECE = 100_000;
    /** Tables are computed side by side; the memory is there once. */
    private static final Object MEMORY = new Object();

    private final WalkPlan plan;
    private final List<Scope> scopes;
    private final List<CompiledIndicator> indicators;

    /**
     * A cube.
     *
     * @param plan axes and indicators
     * @param scopes what decides a row's code, dimension by dimension
     * @param indicators indicators that are {@link #isCountable}, in the order of the plan
     */
    KernelCube(WalkPlan plan, List<Scope> scopes, List<CompiledIndicator> indicators) {
        this.plan = plan;
        this.scopes = List.copyOf(scopes);
        this.indicators = List.copyOf(indicators);
    }

    /**
     * Whether adding and distinct counts are all that the indicator needs: no units that are shared, and squares of
     * rows only.
     */
    static boolean isCountable(CompiledIndicator indicator) {
        boolean isOfUnits = indicator.counting() == Counting.OWN_UNITS
                && indicator.form() == CompiledIndicator.Form.COUNT
                && !indicator.rule().isParted();
        boolean isOfRows = indicator.counting() == Counting.ROWS
                && (!indicator.squares() || indicator.form() == CompiledIndicator.Form.RATE);
        return isOfRows || isOfUnits;
    }

    /** What decides the code of a dimension: its levels' table, where all come from the same. */
    static Scope scope(List<String> tables) {
        return switch (tables.stream().distinct().toList().toString()) {
            case "[school]" -> Scope.SCHOOL;
            case "[learner]" -> Scope.LEARNER;
            default -> Scope.FREE;
        };
    }

    /**
     * Counts.
     *
     * @param rows gives the rows, each with a contributor, and the registers that they need
     * @param room how many of them are counted at once
     * @return rows as {@link CellValues#ofCells} wants them; empty where the kernel refuses, or there is no room after
     *     all, and the walk is to be taken
     * @throws org.dases.impact.indicators.cohort.TableRefused when there are too many cells, for the walk too
     */
    Optional<Dataset<Row>> cells(Supplier<RowsToPack> rows, KernelRoom room) {
        synchronized (MEMORY) {
            Packed packed = pack(rows.get(), room);
            try (PackedChunks chunks = packed.chunks()) {
                return counted(packed.spark(), chunks, packed.known(), room);
            } catch (CubeRefused | ArithmeticException e) {
                return Optional.empty(); // the walk has no such bounds
            }
        }
    }

    /** Rows without the registers that they needed, so that those are forgotten before anything is counted. */
    private record Packed(SparkSession spark, int known, PackedChunks chunks) {}

    private Packed pack(RowsToPack rows, KernelRoom room) {
        return new Packed(rows.spark(), rows.known(), rows.pack(plan, room));
    }

    private Optional<Dataset<Row>> counted(SparkSession spark, PackedChunks chunks, int known, KernelRoom room) {
        List<ChunkSummary> summaries = chunks.summaries();
        if (summaries.stream().anyMatch(chunk -> chunk.facts() > room.most())) {
            return Optional.empty();
        }
        ChunkSummary whole = new ChunkSummary(plan);
        summaries.forEach(whole::add);
        List<List<Integer>> batches = room.batches(summaries);
        CellSpace space = whole.space();
        List<Axis> axes = space.shape(axis -> axis == 0 ? Scope.FREE : scopes.get(axis - 1));
        PackedPlaces places = new PackedPlaces(chunks, batches, space, null);
        CubeLimit.of(plan).check(axes, places);
        CubeShape shape = CubeShape.of(axes, places);
        CubeShape wide = whole.providers().size() == 0
                ? null
                : CubeShape.of(
                        withProviders(axes, whole.providers().size()),
                        new PackedPlaces(chunks, batches, space, whole.providers()));
        Movers movers = Movers.among(batches.stream()
                .map(batch -> batch.stream().map(summaries::get).toList())
                .toList());
        return new KernelBatches(indicators, whole, shape, wide, known, movers, room)
                .count(chunks, batches)
                .map(counted -> dataset(spark, counted, space, shape));
    }

    private static List<Axis> withProviders(List<Axis> axes, int providers) {
        int[] noTotal = new int[providers];
        Arrays.fill(noTotal, -1);
        List<Axis> all = new ArrayList<>(axes);
        all.add(Axis.tree("provider", Scope.FREE, noTotal));
        return all;
    }

    private Dataset<Row> dataset(SparkSession spark, List<CountedCells> counted, CellSpace space, CubeShape shape) {
        List<CountedCells> pieces =
                counted.stream().flatMap(cells -> cells.pieces(PIECE).stream()).toList();
        return CountedCells.dataset(spark, pieces, plan, space, shape);
    }
}
