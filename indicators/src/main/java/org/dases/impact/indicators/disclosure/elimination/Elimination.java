// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is left open of some unknowns once sums of them are known. Each unknown is open, or bound: a sum of open ones,
 * up to what is known. To take a sum as known binds one more unknown. What any other sum is of open unknowns is added
 * up when it is asked for: of the many secrets of a large table none is kept here.
 */
final class Elimination {
    private final @Nullable SparseColumn[] bound;
    /** By open unknown the bound ones that are made of it, and some that were. */
    private final int[][] boundTo;

    private final int[] entries;
    /** By open unknown how many bound ones are made of it. */
    private final int[] live;

    private final Sum sum;

    Elimination(int unknowns) {
        bound = new SparseColumn[unknowns];
        boundTo = new int[unknowns][];
        Arrays.fill(boundTo, new int[0]);
        entries = new int[unknowns];
        live = new int[unknowns];
        sum = new Sum(unknowns);
    }

    private Elimination(Elimination original) {
        bound = new SparseColumn[original.bound.length];
        boundTo = new int[bound.length][];
        for (int u = 0; u < bound.length; u++) {
            SparseColumn column = original.bound[u];
            bound[u] = column == null ? null : column.copy();
            boundTo[u] = original.boundTo[u].clone();
        }
        entries = original.entries.clone();
        live = original.live.clone();
        sum = new Sum(bound.length);
    }

    Elimination copy() {
        return new Elimination(this);
    }

    int unknowns() {
        return bound.length;
    }

    /** What a sum is of open unknowns; nothing if it is known. */
    SparseColumn open(LinearSum some) {
        for (int i = 0; i < some.size(); i++) {
            int factor = some.coefficient(i);
            SparseColumn column = bound[some.unknown(i)];
            if (column == null) {
                sum.add(some.unknown(i), factor);
            } else {
                for (int slot = 0; slot < column.capacity(); slot++) {
                    if (column.valueAt(slot) != 0) {
                        sum.add(column.rowAt(slot), PrimeField.times(factor, column.valueAt(slot)));
                    }
                }
            }
        }
        return sum.end();
    }

    /** What an unknown shows. */
    Image image(int unknown) {
        SparseColumn column = bound[unknown];
        return column == null ? Image.of(unknown) : Image.of(column);
    }

    /** What an unknown would be if each open one were a number, and all that is known nothing. */
    int value(int unknown, IntUnaryOperator number) {
        SparseColumn column = bound[unknown];
        if (column == null) {
            return number.applyAsInt(unknown);
        }
        int value = 0;
        for (int slot = 0; slot < column.capacity(); slot++) {
            if (column.valueAt(slot) != 0) {
                value = PrimeField.add(
                        value, PrimeField.times(column.valueAt(slot), number.applyAsInt(column.rowAt(slot))));
            }
        }
        return value;
    }

    /** Takes a sum as known that is not known yet, by what it is of open unknowns. */
    void take(SparseColumn open) {
        take(open, changedBy(open));
    }

    /** The same where it is known already what is changed by it. */
    void take(SparseColumn open, SparseColumn changed) {
        int row = rarestRow(open);
        bound[row] = new SparseColumn(open.nonzero());
        add(row, row, 1);
        // most slots of a column that has lost values are empty: they are walked once, not once an unknown
        int[] rows = open.nonzeroRows();
        int[] values = open.valuesOf(rows);
        for (int slot = 0; slot < changed.capacity(); slot++) {
            int times = changed.valueAt(slot);
            for (int i = 0; i < rows.length && times != 0; i++) {
                add(changed.rowAt(slot), rows[i], PrimeField.times(values[i], times));
            }
        }
        boundTo[row] = new int[0];
        entries[row] = 0;
    }

    /** How often a sum that is not known yet would be added to each unknown if it were taken; others would stay. */
    SparseColumn changedBy(SparseColumn open) {
        int row = rarestRow(open);
        int inverse = PrimeField.negative(PrimeField.inverse(open.get(row)));
        SparseColumn changed = new SparseColumn(live[row] + 1);
        changed.add(row, inverse);
        for (int i = 0; i < entries[row]; i++) {
            int unknown = boundTo[row][i];
            // one may be listed twice
            if (changed.get(unknown) == 0) {
                changed.add(unknown, PrimeField.times(bound(unknown).get(row), inverse));
            }
        }
        return changed;
    }

    /** The place of each unknown if those of which the fewest bound ones are made come first. */
    int[] ranks() {
        int[] ranks = new int[bound.length];
        int[] order = IntStream.range(0, bound.length)
                .boxed()
                .sorted(Comparator.comparing(unknown -> live[unknown]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }

    private void add(int unknown, int row, int summand) {
        SparseColumn column = bound(unknown);
        int before = column.nonzero();
        if (column.add(row, summand)) {
            if (entries[row] == boundTo[row].length) {
                boundTo[row] = Arrays.copyOf(boundTo[row], Math.max(2, entries[row] * 2));
            }
            boundTo[row][entries[row]++] = unknown;
        }
        live[row] += column.nonzero() - before;
    }

    private SparseColumn bound(int unknown) {
        return Objects.requireNonNull(bound[unknown]);
    }

    private int rarestRow(SparseColumn open) {
        int best = -1;
        for (int slot = 0; slot < open.capacity(); slot++) {
            int row = open.rowAt(slot);
            if (open.valueAt(slot) != 0
                    && (best < 0 || live[row] < live[best] || (live[row] == live[best] && row < best))) {
                best = row;
            }
        }
        return best;
    }

    /** Adds up one sum after the other. */
    private static final class Sum {
        private final int[] values;
        private final boolean[] isMet;
        private int[] rows = new int[16];
        private int length;

        Sum(int unknowns) {
            values = new int[unknowns];
            isMet = new boolean[unknowns];
        }

        void add(int row, int summand) {
            if (!isMet[row]) {
                isMet[row] = true;
                if (length == rows.length) {
                    rows = Arrays.copyOf(rows, length * 2);
                }
                rows[length++] = row;
            }
            values[row] = PrimeField.add(values[row], summand);
        }

        SparseColumn end() {
            int nonzero = 0;
            for (int i = 0; i < length; i++) {
                nonzero += Integer.signum(values[rows[i]]);
            }
            SparseColumn column = new SparseColumn(nonzero);
            for (int i = 0; i < length; i++) {
                if (values[rows[i]] != 0) {
                    column.add(rows[i], values[rows[i]]);
                }
                values[rows[i]] = 0;
                isMet[rows[i]] = false;
            }
            length = 0;
            return column;
        }
    }
}
