// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntPredicate;
import org.dases.impact.indicators.cohort.kernel.Cells;
import org.dases.impact.indicators.cohort.kernel.CohortCube;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.FactTable;
import org.dases.impact.indicators.cohort.kernel.Facts;
import org.dases.impact.indicators.cohort.kernel.LargestSchool;
import org.dases.impact.indicators.cohort.kernel.LearnerSquares;
import org.dases.impact.indicators.cohort.kernel.LongSlots;
import org.dases.impact.indicators.cohort.spark.CountedCells.Column;
import org.jspecify.annotations.Nullable;

/** Counts indicators with the kernel over some of the rows, each as a few cubes over those that it counts. */
final class KernelCount {
    private final CubeShape shape;
    private final @Nullable CubeShape wide;
    private final List<PackedPart> parts;
    private final IntPredicate elsewhere;
    private final int threads;

    /**
     * A count.
     *
     * @param shape the axes
     * @param wide the axes, and the provider as the last one; null where there is none
     * @param parts the rows
     * @param elsewhere contributors who are counted elsewhere, from all that they have
     * @param threads how many threads share the work
     */
    KernelCount(
            CubeShape shape, @Nullable CubeShape wide, List<PackedPart> parts, IntPredicate elsewhere, int threads) {
        this.shape = shape;
        this.wide = wide;
        this.parts = List.copyOf(parts);
        this.elsewhere = elsewhere;
        this.threads = threads;
    }

    /** Whether a fact is in a cube. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(PackedPart part, int fact);
    }

    /**
     * Adds all that is published about the cells of indicators that count the same rows. Schools and sums are those of
     * all rows.
     *
     * @param totals takes it
     * @param indicators all indicators
     */
    void addTo(CellTotals totals, List<CompiledIndicator> indicators) {
        addProvidersBeside(totals, () -> {
            Facts facts = facts(totals.indicators(), (part, fact) -> true);
            Cells all = CohortCube.count(facts, threads);
            int[] at = totals.meet(all);
            LargestSchool largest = LargestSchool.of(facts, threads);
            totals.add(Column.CONTRIBUTORS, at, all::learners);
            totals.add(Column.SCHOOLS, at, all::schools);
            totals.raise(Column.TOP_SCHOOL, at, line -> largest.learners(all.cell(line)));
            for (int i = 0; i < totals.indicators().size(); i++) {
                int number = totals.indicators().get(i);
                int measure = 2 * i;
                totals.add(number, Column.X, at, line -> all.sum(line, measure));
                if (indicators.get(number).counting() != Counting.OWN_UNITS) {
                    totals.add(number, Column.Y, at, line -> all.sum(line, measure + 1));
                }
            }
            addLearners(totals, indicators, facts, all, at);
        });
    }

    /**
     * The same without schools and sums: only what learners count in.
     *
     * @param totals takes it
     * @param indicators all indicators
     */
    void addLearnersTo(CellTotals totals, List<CompiledIndicator> indicators) {
        addProvidersBeside(totals, () -> {
            Facts facts = facts(totals.indicators(), (part, fact) -> true);
            Cells all = CohortCube.count(facts, threads);
            int[] at = totals.meet(all);
            totals.add(Column.CONTRIBUTORS, at, all::learners);
            addLearners(totals, indicators, facts, all, at);
        });
    }

    /** Counts learners by provider while all else is counted, where there are threads for both. */
    private void addProvidersBeside(CellTotals totals, Runnable others) {
        if (wide == null) {
            others.run();
            return;
        }
        CubeShape axes = wide;
        Callable<Cells> count =
                () -> CohortCube.count(providerFacts(totals.indicators().get(0), axes), threads);
        ForkJoinTask<Cells> providers = ForkJoinTask.adapt(count);
        if (threads == 1) {
            others.run();
            totals.addProviders(providers.invoke());
            return;
        }
        providers.fork();
        try {
            others.run();
        } finally {
            providers.quietlyJoin(); // it must not hold memory any more when others go on
        }
        totals.addProviders(providers.join());
    }

    private void addLearners(CellTotals totals, List<CompiledIndicator> indicators, Facts facts, Cells all, int[] at) {
        for (int i = 0; i < totals.indicators().size(); i++) {
            int number = totals.indicators().get(i);
            CompiledIndicator indicator = indicators.get(number);
            if (indicator.form() == CompiledIndicator.Form.RATE) {
                addSides(totals, number);
                LearnerSquares squares = LearnerSquares.of(facts, 2 * i, threads);
                int[] lines = new int[at.length];
                Arrays.setAll(lines, line -> squares.line(all.cell(line)));
                totals.add(number, Column.XX, at, line -> squares.firstSquared(lines[line]));
                totals.add(number, Column.XM, at, line -> squares.product(lines[line]));
                totals.add(number, Column.MM, at, line -> squares.secondSquared(lines[line]));
            }
            if (indicator.counting() == Counting.OWN_UNITS) {
                add(totals, number, Column.Y, units(number));
            }
        }
    }

    private void addSides(CellTotals totals, int number) {
        List<Integer> alone = List.of(number);
        add(totals, number, Column.HITS, facts(alone, (part, fact) -> part.numerator(fact, number) > 0));
        Condition misses = (part, fact) -> part.numerator(fact, number) < part.denominator(fact, number);
        add(totals, number, Column.MISSES, facts(alone, misses));
    }

    private void add(CellTotals totals, int number, Column column, Facts facts) {
        Cells counted = CohortCube.count(facts, threads);
        totals.add(number, column, totals.meet(counted), counted::learners);
    }

    private Facts facts(List<Integer> numbers, Condition condition) {
        FactTable table = new FactTable(shape, 2 * numbers.size());
        long[] values = new long[2 * numbers.size()];
        for (PackedPart part : parts) {
            for (int fact = 0; fact < part.size(); fact++) {
                int place = part.place(fact);
                if (part.isCounted(place, numbers.get(0)) && condition.holds(part, fact)) {
                    for (int i = 0; i < numbers.size(); i++) {
                        values[2 * i] = part.numerator(fact, numbers.get(i));
                        values[2 * i + 1] = part.denominator(fact, numbers.get(i));
                    }
                    table.add(part.school(place), part.contributor(fact), part.cell(place), values);
                }
            }
        }
        return table.cluster(elsewhere);
    }

    /** Each pair of contributor and unit in the place of a learner. */
    private Facts units(int number) {
        FactTable table = new FactTable(shape, 0);
        LongSlots pairs = new LongSlots();
        for (PackedPart part : parts) {
            for (int fact = 0; fact < part.size(); fact++) {
                int place = part.place(fact);
                int unit = part.unit(place, number);
                if (part.isCounted(place, number) && unit >= 0) {
                    int pair = pairs.slot(LongSlots.pair(part.contributor(fact), unit));
                    table.add(part.school(place), pair, part.cell(place));
                }
            }
        }
        return table.cluster(pair -> elsewhere.test((int) (pairs.key(pair) >>> Integer.SIZE)));
    }

    private Facts providerFacts(int number, CubeShape wide) {
        FactTable table = new FactTable(wide, 0);
        for (PackedPart part : parts) {
            long[] cells = providerCells(part, number, wide);
            for (int fact = 0; fact < part.size(); fact++) {
                int place = part.place(fact);
                if (cells[place] != PackedPart.NOWHERE) {
                    table.add(part.school(place), part.contributor(fact), cells[place]);
                }
            }
        }
        return table.cluster(elsewhere);
    }

    /** By place, where it is counted and has a provider. */
    private long[] providerCells(PackedPart part, int number, CubeShape wide) {
        long[] cells = new long[part.placeCount()];
        int[] nodes = new int[wide.axes().size()];
        for (int place = 0; place < cells.length; place++) {
            boolean isCounted = part.isCounted(place, number) && part.provider(place) >= 0;
            if (isCounted) {
                shape.nodes(part.cell(place), nodes);
                nodes[nodes.length - 1] = part.provider(place);
            }
            cells[place] = isCounted ? wide.cell(nodes) : PackedPart.NOWHERE;
        }
        return cells;
    }
}
