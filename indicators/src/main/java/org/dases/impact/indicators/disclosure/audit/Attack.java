// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A reader who has nothing but a printed table and wants to know what it hides. Who adds and subtracts finds numbers
 * exactly; who also knows that no count is negative finds bounds of others. True counts of hidden cells are not used.
 */
public final class Attack {
    /** Up to so many unsettled atoms all bounds are found exactly. */
    public static final int EXACT = 5_000;

    private static final long FIRST_SEED = 40_009;
    private static final long SECOND_SEED = 90_001;
    private static final double ROUNDING = 1e-4;

    private final int atoms;
    private final int[][] cells;
    private final long[] printed;
    private final List<int[]> equal;
    private final BitSet peopled;
    private final int exact;
    private final int steps;

    /**
     * What was found out.
     *
     * @param computed hidden cells that follow by adding and subtracting
     * @param bounded hidden cells that are known to be below the threshold
     * @param undecided hidden cells that could be neither bounded nor proved safe, as the table is too large or its
     *     numbers are too far apart
     */
    public record Report(BitSet computed, BitSet bounded, BitSet undecided) {}

    /**
     * An attack.
     *
     * @param atoms number of inner cells of the table
     * @param cells numbers of the inner cells of each cell
     * @param printed the count of each printed cell, −1 for those that are not printed
     */
    public Attack(int atoms, int[][] cells, long[] printed) {
        this(atoms, cells, printed, new BitSet());
    }

    /**
     * An attack by who takes it that some inner cells are not empty, since zeros are printed.
     *
     * @param atoms number of inner cells of the table
     * @param cells numbers of the inner cells of each cell
     * @param printed the count of each printed cell, −1 for those that are not printed
     * @param peopled inner cells in which somebody is; where that contradicts what is printed, as some are empty after
     *     all, the reader is taken to know nothing of it
     */
    public Attack(int atoms, int[][] cells, long[] printed, BitSet peopled) {
        this(atoms, cells, printed, peopled, EXACT, BoundProgram.STEPS);
    }

    Attack(int atoms, int[][] cells, long[] printed, BitSet peopled, int exact) {
        this(atoms, cells, printed, peopled, exact, BoundProgram.STEPS);
    }

    /** An attack that leaves bounds undecided with more open atoms, and what takes more steps. */
    Attack(int atoms, int[][] cells, long[] printed, BitSet peopled, int exact, int steps) {
        this(atoms, cells, printed, List.of(), peopled, exact, steps);
    }

    private Attack(int atoms, int[][] cells, long[] printed, List<int[]> equal, BitSet peopled, int exact, int steps) {
        this.atoms = atoms;
        this.cells = cells.clone();
        this.printed = printed.clone();
        this.equal = equal;
        this.peopled = (BitSet) peopled.clone();
        this.exact = exact;
        this.steps = steps;
    }

    /**
     * The same attack by who knows that some cells are the same one, as in several tables.
     *
     * @param pairs numbers of two cells that have no inner cell in common and must count the same; what one of them
     *     prints the other one tells
     * @return the attack
     */
    public Attack knowing(List<int[]> pairs) {
        List<int[]> all = Stream.concat(equal.stream(), pairs.stream()).toList();
        long[] told = printed.clone();
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (int[] pair : all) {
                int from = told[pair[0]] < 0 ? 1 : 0;
                if (told[pair[from]] >= 0 && told[pair[1 - from]] < 0) {
                    told[pair[1 - from]] = told[pair[from]];
                    isNew = true;
                }
            }
        }
        List<int[]> open = all.stream()
                .filter(pair -> told[pair[0]] < 0 || told[pair[0]] != told[pair[1]])
                .map(int[]::clone)
                .toList();
        return new Attack(atoms, cells, told, open, peopled, exact, steps);
    }

    /**
     * Looks for all that follows.
     *
     * @param hidden cells that nobody should be able to compute
     * @param unsafe cells of which nobody should know that they are below the threshold
     * @param k the threshold
     * @param least the least count that is a secret: 1 where zeros may be printed, else 0
     * @return what was found; empty if the printed cells contradict each other
     */
    public Optional<Report> against(BitSet hidden, BitSet unsafe, int k, int least) {
        return against(hidden, unsafe, k, least, (open, floor) -> new BitSet());
    }

    /**
     * Looks for all that follows, and takes what is shown to be possible for possible.
     *
     * @param hidden cells that nobody should be able to compute
     * @param unsafe cells of which nobody should know that they are below the threshold
     * @param k the threshold
     * @param least the least count that is a secret: 1 where zeros may be printed, else 0
     * @param witnesses tables that agree with what is printed, see {@link Evidence#areOf}
     * @return what was found; empty if the printed cells contradict each other
     */
    public Optional<Report> against(BitSet hidden, BitSet unsafe, int k, int least, Evidence witnesses) {
        return against(
                hidden, unsafe, k, least, (open, floor) -> witnesses.proved(cells, printed, open, k, least, floor));
    }

    private interface Shown {
        BitSet proved(BitSet open, int floor);
    }

    private Optional<Report> against(BitSet hidden, BitSet unsafe, int k, int least, Shown shown) {
        return bounded(peopled, unsafe, k, least, shown)
                .or(() -> peopled.isEmpty() ? Optional.empty() : bounded(new BitSet(), unsafe, k, least, shown))
                .map(report -> new Report(computed(hidden), report.bounded(), report.undecided()));
    }

    private Optional<Report> bounded(BitSet peopled, BitSet unsafe, int k, int least, Shown shown) {
        int floor = peopled.isEmpty() ? 0 : 1;
        return Bounds.of(atoms, cells, printed, peopled, equal)
                .flatMap(bounds -> bounded(bounds, unsafe, k, least, open -> shown.proved(open, floor)));
    }

    /**
     * Looks for what follows by adding and subtracting alone. Of printed cells it only matters which are zero.
     *
     * @param hidden cells that nobody should be able to compute
     * @return those that follow
     */
    public BitSet computed(BitSet hidden) {
        LinearProbe probe = new LinearProbe(atoms);
        BitSet empty = empty();
        empty.stream().forEach(atom -> probe.know(new int[] {atom}, new int[0]));
        for (int cell = 0; cell < cells.length; cell++) {
            if (printed[cell] > 0) {
                probe.know(without(empty, cells[cell]), new int[0]);
            }
        }
        equal.forEach(pair -> probe.know(without(empty, cells[pair[0]]), without(empty, cells[pair[1]])));
        int[] numbers = hidden.stream().toArray();
        List<int[]> secrets =
                Arrays.stream(numbers).mapToObj(cell -> cells[cell]).toList();
        BitSet found = probe.recovered(secrets, FIRST_SEED, SECOND_SEED);
        BitSet computed = new BitSet();
        found.stream().forEach(secret -> computed.set(numbers[secret]));
        return computed;
    }

    /** Atoms in which nobody is: those of empty cells, and of cells that equal them. */
    private BitSet empty() {
        BitSet empty = new BitSet();
        for (int cell = 0; cell < cells.length; cell++) {
            if (printed[cell] == 0) {
                Arrays.stream(cells[cell]).forEach(empty::set);
            }
        }
        int before = -1;
        while (before < empty.cardinality()) {
            before = empty.cardinality();
            equal.stream()
                    .filter(pair -> Arrays.stream(pair).anyMatch(cell -> without(empty, cells[cell]).length == 0))
                    .flatMapToInt(pair -> Arrays.stream(pair).flatMap(cell -> Arrays.stream(cells[cell])))
                    .forEach(empty::set);
        }
        return empty;
    }

    private static int[] without(BitSet empty, int[] atoms) {
        return Arrays.stream(atoms).filter(atom -> !empty.get(atom)).toArray();
    }

    private Optional<Report> bounded(Bounds bounds, BitSet unsafe, int k, int least, UnaryOperator<BitSet> shown) {
        BitSet bounded = new BitSet();
        BitSet open = (BitSet) unsafe.clone();
        for (int cell : unsafe.stream().toArray()) {
            long most = bounds.most(cells[cell]);
            if (most < k) {
                bounded.set(cell, most >= least);
            }
            if (most < k || bounds.least(cells[cell]) >= k) {
                open.clear(cell);
            }
        }
        open.andNot(shown.apply(open));
        if (bounds.open() > exact) {
            return Optional.of(new Report(new BitSet(), bounded, open));
        }
        try (BoundProgram program = new BoundProgram(bounds, cells, printed, equal, enough(bounds, k), steps)) {
            return decide(program, open, bounded, k, least);
        }
    }

    /** An atom alone need not grow by more than k; that of a table may have to make up for all of another. */
    private long enough(Bounds bounds, int k) {
        return equal.isEmpty()
                ? k
                : k
                        + IntStream.range(0, atoms)
                                .mapToLong(bounds::high)
                                .filter(high -> high < Bounds.MANY)
                                .sum();
    }

    /** Each table that is found shows of all cells that they may be so large. */
    private Optional<Report> decide(BoundProgram program, BitSet open, BitSet bounded, int k, int least) {
        if (program.raise(new int[0]) == BoundProgram.Answer.NONE) {
            return Optional.empty();
        }
        BitSet undecided = new BitSet();
        while (!open.isEmpty()) {
            int cell = open.nextSetBit(0);
            open.clear(cell);
            if (program.raise(cells[cell]) != BoundProgram.Answer.FOUND) {
                undecided.set(cell);
                continue;
            }
            double most = program.count(cells[cell]);
            boolean isSmall = most < k - ROUNDING;
            undecided.set(cell, isSmall && program.isRough());
            bounded.set(cell, isSmall && !program.isRough() && most > least - ROUNDING);
            for (BitSet left : List.of(open, undecided)) {
                for (int other : left.stream().toArray()) {
                    if (program.count(cells[other]) > k - ROUNDING) {
                        left.clear(other);
                    }
                }
            }
        }
        return Optional.of(new Report(new BitSet(), bounded, undecided));
    }
}
