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
    /** What indicators that count the same rows do not have in common. */
    private static final Column[] OWN = {Column.X, Column.Y, Column.HITS, Column.MISSES, Column.XX, Column.XM, Column.MM
    };

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

    /** Whether a fact is in a cube. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(PackedPart part, int fact);
    }

    /** Indicators in groups of those that count the same rows, and so the same learners, schools and providers. */
    List<List<Integer>> alike(int indicators) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int number = 0; number < indicators; number++) {
            int each = number;
            groups.stream()
                    .filter(group -> countAlike(group.get(0), each))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(each);
        }
        return groups;
    }

    private boolean countAlike(int one, int other) {
        for (PackedPart part : parts) {
            for (int place = 0; place < part.placeCount(); place++) {
                if (part.isCounted(place, one) != part.isCounted(place, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All that is published about the cells of indicators that count the same rows. */
    List<CountedCells> count(List<Integer> numbers, List<CompiledIndicator> indicators) {
        Facts facts = facts(numbers, (part, fact) -> true);
        Cells all = CohortCube.count(facts, threads);
        long[] cells = new long[all.size()];
        Arrays.setAll(cells, all::cell);
        LargestSchool largest = LargestSchool.of(facts, threads);
        CountedCells common = CountedCells.of(numbers.get(0), cells);
        for (int line = 0; line < cells.length; line++) {
            common.column(Column.CONTRIBUTORS)[line] = all.learners(line);
            common.column(Column.SCHOOLS)[line] = all.schools(line);
            common.column(Column.TOP_SCHOOL)[line] = largest.learners(cells[line]);
        }
        countProviders(numbers.get(0), all, common);
        List<CountedCells> counted = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            CountedCells own = common.of(numbers.get(i), OWN);
            for (int line = 0; line < cells.length; line++) {
                own.column(Column.X)[line] = all.sum(line, 2 * i);
                own.column(Column.Y)[line] = all.sum(line, 2 * i + 1);
            }
            complete(own, numbers.get(i), indicators.get(numbers.get(i)), facts, 2 * i);
            counted.add(own);
        }
        return counted;
    }

    private void complete(CountedCells own, int number, CompiledIndicator indicator, Facts facts, int measure) {
        if (indicator.form() == CompiledIndicator.Form.RATE) {
            List<Integer> alone = List.of(number);
            Facts hits = facts(alone, (part, fact) -> part.numerator(fact, number) > 0);
            Facts misses = facts(alone, (part, fact) -> part.numerator(fact, number) < part.denominator(fact, number));
            square(own, LearnerSquares.of(facts, measure, threads));
            fill(own, Column.HITS, CohortCube.count(hits, threads));
            fill(own, Column.MISSES, CohortCube.count(misses, threads));
        }
        if (indicator.counting() == Counting.OWN_UNITS) {
            fill(own, Column.Y, CohortCube.count(units(number), threads));
        }
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
        return table.cluster();
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
                    int pair = pairs.slot((long) part.contributor(fact) << Integer.SIZE | unit);
                    table.add(part.school(place), pair, part.cell(place));
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

    private void providerPlaces(Consumer<int[]> found) {
        int[] nodes = new int[shape.axes().size() + 1];
        for (PackedPart part : parts) {
            for (int place = 0; place < part.placeCount(); place++) {
                if (part.cell(place) != PackedPart.NOWHERE && part.provider(place) >= 0) {
                    shape.nodes(part.cell(place), nodes);
                    nodes[nodes.length - 1] = part.provider(place);
                    found.accept(nodes);
                }
            }
        }
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
        return table.cluster();
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
