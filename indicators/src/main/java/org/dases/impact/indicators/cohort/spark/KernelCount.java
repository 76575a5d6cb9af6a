// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.Cells;
import org.dases.impact.indicators.cohort.kernel.CohortCube;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.FactTable;
import org.dases.impact.indicators.cohort.kernel.Facts;
import org.dases.impact.indicators.cohort.kernel.LargestSchool;
import org.dases.impact.indicators.cohort.kernel.LearnerSquares;
import org.dases.impact.indicators.cohort.kernel.LongSlots;
import org.dases.impact.indicators.cohort.kernel.Scope;
import org.dases.impact.indicators.cohort.spark.CountedCells.Column;

/** Counts indicators with the kernel, each as a few cubes over the rows that it counts. */
final class KernelCount {
    private final CubeShape shape;
    private final List<PackedPart> parts;
    private final int providers;
    private final int threads;

    /**
     * A count.
     *
     * @param shape the axes
     * @param parts all rows
     * @param providers number of providers
     * @param threads how many threads share the work
     */
    KernelCount(CubeShape shape, List<PackedPart> parts, int providers, int threads) {
        this.shape = shape;
        this.parts = List.copyOf(parts);
        this.providers = providers;
        this.threads = threads;
    }

    /** Whether a row is in a cube. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(PackedPart part, int row);
    }

    /** All that is published about an indicator's cells. */
    CountedCells count(int number, CompiledIndicator indicator) {
        Facts facts = facts(number, (part, row) -> true);
        Cells all = CohortCube.count(facts, threads);
        long[] cells = new long[all.size()];
        Arrays.setAll(cells, all::cell);
        CountedCells counted = CountedCells.of(number, cells);
        LargestSchool largest = LargestSchool.of(facts, threads);
        for (int line = 0; line < cells.length; line++) {
            counted.column(Column.CONTRIBUTORS)[line] = all.learners(line);
            counted.column(Column.X)[line] = all.sum(line, 0);
            counted.column(Column.Y)[line] = all.sum(line, 1);
            counted.column(Column.SCHOOLS)[line] = all.schools(line);
            counted.column(Column.TOP_SCHOOL)[line] = largest.learners(cells[line]);
        }
        countProviders(number, all, counted);
        if (indicator.form() == CompiledIndicator.Form.RATE) {
            Facts hits = facts(number, (part, row) -> part.numerator(row, number) > 0);
            Facts misses = facts(number, (part, row) -> part.numerator(row, number) < part.denominator(row, number));
            square(counted, LearnerSquares.of(facts, threads));
            fill(counted, Column.HITS, CohortCube.count(hits, threads));
            fill(counted, Column.MISSES, CohortCube.count(misses, threads));
        }
        if (indicator.counting() == Counting.OWN_UNITS) {
            fill(counted, Column.Y, CohortCube.count(units(number), threads));
        }
        return counted;
    }

    private static void square(CountedCells counted, LearnerSquares squares) {
        for (int line = 0; line < counted.size(); line++) {
            int found = squares.line(counted.cell(line));
            counted.column(Column.XX)[line] = squares.firstSquared(found);
            counted.column(Column.XM)[line] = squares.product(found);
            counted.column(Column.MM)[line] = squares.secondSquared(found);
        }
    }

    private static void fill(CountedCells counted, Column column, Cells from) {
        long[] numbers = counted.column(column);
        for (int line = 0; line < numbers.length; line++) {
            int found = from.line(counted.cell(line));
            numbers[line] = found < 0 ? 0 : from.learners(found);
        }
    }

    private Facts facts(int number, Condition condition) {
        FactTable table = new FactTable(shape, 2);
        for (PackedPart part : parts) {
            for (int row = 0; row < part.size(); row++) {
                if (part.isCounted(row, number) && condition.holds(part, row)) {
                    table.add(
                            part.school(row),
                            part.contributor(row),
                            part.cell(row),
                            part.numerator(row, number),
                            part.denominator(row, number));
                }
            }
        }
        return table.cluster();
    }

    /** Each pair of contributor and unit in the place of a learner. */
    private Facts units(int number) {
        FactTable table = new FactTable(shape, 0);
        LongSlots pairs = new LongSlots();
        for (PackedPart part : parts) {
            for (int row = 0; row < part.size(); row++) {
                int unit = part.unit(row, number);
                if (part.isCounted(row, number) && unit >= 0) {
                    int pair = pairs.slot((long) part.contributor(row) << Integer.SIZE | unit);
                    table.add(part.school(row), pair, part.cell(row));
                }
            }
        }
        return table.cluster();
    }

    private void countProviders(int number, Cells all, CountedCells counted) {
        if (providers == 0) {
            return;
        }
        CubeShape wide = withProviders();
        int last = shape.axes().size();
        Cells byProvider = CohortCube.count(providerFacts(number, wide), threads);
        int[] nodes = new int[last];
        for (int line = 0; line < byProvider.size(); line++) {
            for (int axis = 0; axis < last; axis++) {
                nodes[axis] = byProvider.node(line, axis);
            }
            int found = all.line(shape.cell(nodes));
            long[] top = counted.column(Column.TOP_PROVIDER);
            counted.column(Column.PROVIDERS)[found]++;
            top[found] = Math.max(top[found], byProvider.learners(line));
        }
    }

    private CubeShape withProviders() {
        int[] noTotal = new int[providers];
        Arrays.fill(noTotal, -1);
        List<Axis> axes = new ArrayList<>(shape.axes());
        axes.add(Axis.tree("provider", Scope.FREE, noTotal));
        return CubeShape.of(axes, this::providerPlaces);
    }

    private void providerPlaces(Consumer<int[]> place) {
        int[] nodes = new int[shape.axes().size() + 1];
        for (PackedPart part : parts) {
            for (int row = 0; row < part.size(); row++) {
                if (part.cell(row) != PackedPart.NOWHERE && part.provider(row) >= 0) {
                    shape.nodes(part.cell(row), nodes);
                    nodes[nodes.length - 1] = part.provider(row);
                    place.accept(nodes);
                }
            }
        }
    }

    private Facts providerFacts(int number, CubeShape wide) {
        FactTable table = new FactTable(wide, 0);
        int[] nodes = new int[wide.axes().size()];
        int last = nodes.length - 1;
        for (PackedPart part : parts) {
            for (int row = 0; row < part.size(); row++) {
                if (part.isCounted(row, number) && part.provider(row) >= 0) {
                    shape.nodes(part.cell(row), nodes);
                    nodes[last] = part.provider(row);
                    table.add(part.school(row), part.contributor(row), nodes);
                }
            }
        }
        return table.cluster();
    }
}
