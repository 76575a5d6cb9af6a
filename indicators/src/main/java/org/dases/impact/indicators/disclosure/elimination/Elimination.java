// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of columns under elimination. Taking a column as known makes it the pivot of one row, and that row vanishes
 * from all others. A secret whose column vanishes is given away.
 *
 * <p>Of equal columns from the first secret on, which are never taken, there is one only. Large tables that are mostly
 * empty have many.
 */
final class Elimination {
    private final @Nullable SparseColumn[] columns;
    /** Where the column of each sum is: at the first that is equal. */
    private final int[] firstEqual;

    private final int firstSecret;
    private final int firstWatched;
    private final int[][] columnsOfRow;
    private final int[] entries;
    private final int[] live;
    private final BitSet implied;
    private boolean exposed;

    Elimination(int unknowns, List<LinearSum> sums, int firstSecret, int firstWatched) {
        this.columns = new SparseColumn[sums.size()];
        this.firstSecret = firstSecret;
        this.firstWatched = firstWatched;
        this.entries = new int[unknowns];
        this.live = new int[unknowns];
        this.implied = new BitSet();
        this.firstEqual = firstEqual(sums, firstSecret);
        for (int c = 0; c < columns.length; c++) {
            LinearSum sum = sums.get(c);
            for (int i = 0; i < sum.size() && firstEqual[c] == c; i++) {
                live[sum.unknown(i)]++;
            }
        }
        this.columnsOfRow = new int[unknowns][];
        for (int row = 0; row < unknowns; row++) {
            columnsOfRow[row] = new int[live[row] + 2];
        }
        for (int c = 0; c < columns.length; c++) {
            if (firstEqual[c] == c) {
                columns[c] = enter(sums.get(c), c);
            }
        }
    }

    private static int[] firstEqual(List<LinearSum> sums, int firstSecret) {
        int[] first = new int[sums.size()];
        Map<LinearSum, Integer> known = new HashMap<>();
        for (int c = 0; c < first.length; c++) {
            Integer equal = c < firstSecret ? null : known.putIfAbsent(sums.get(c), c);
            first[c] = equal == null ? c : equal;
        }
        return first;
    }

    private SparseColumn enter(LinearSum sum, int c) {
        for (int i = 0; i < sum.size(); i++) {
            enlist(sum.unknown(i), c);
        }
        return SparseColumn.of(sum);
    }

    private Elimination(Elimination original) {
        firstEqual = original.firstEqual;
        firstSecret = original.firstSecret;
        firstWatched = original.firstWatched;
        entries = original.entries.clone();
        live = original.live.clone();
        implied = (BitSet) original.implied.clone();
        exposed = original.exposed;
        columns = new SparseColumn[original.columns.length];
        for (int c = 0; c < columns.length; c++) {
            SparseColumn column = original.columns[c];
            columns[c] = column == null ? null : column.copy();
        }
        columnsOfRow = new int[live.length][];
        for (int row = 0; row < live.length; row++) {
            columnsOfRow[row] = original.columnsOfRow[row].clone();
        }
    }

    Elimination copy() {
        return new Elimination(this);
    }

    /** Whether a secret has been given away. */
    boolean isExposed() {
        return exposed;
    }

    /** What vanished so far is accepted. */
    void settle() {
        exposed = false;
    }

    /** Number of rows that a column still depends on; 0 once it is known. */
    int size(int c) {
        return column(c).nonzero();
    }

    /** Takes a column as known. Does nothing when it follows from what is known already. */
    void take(int c) {
        SparseColumn column = column(c);
        if (column.nonzero() == 0) {
            implied.set(c);
            return;
        }
        int row = rarestRow(column);
        drop(c);
        int inverse = PrimeField.negative(PrimeField.inverse(column.get(row)));
        // most slots of a column that has lost values are empty: they are walked once, not once a column
        int[] rows = column.nonzeroRows();
        int[] values = column.valuesOf(rows);
        int[] others = columnsOfRow[row];
        for (int i = 0; i < entries[row]; i++) {
            SparseColumn other = columns[others[i]];
            if (other != null && other.get(row) != 0) {
                add(others[i], other, rows, values, PrimeField.times(other.get(row), inverse));
            }
        }
        columnsOfRow[row] = new int[0];
        entries[row] = 0;
    }

    /** Whether a column that was taken followed from those that were taken before. */
    boolean isImplied(int c) {
        return implied.get(c);
    }

    /** Leaves a column out of all that follows; no secret and no watched sum is. */
    void drop(int c) {
        SparseColumn column = column(c);
        columns[c] = null;
        for (int slot = 0; slot < column.capacity(); slot++) {
            if (column.valueAt(slot) != 0) {
                live[column.rowAt(slot)]--;
            }
        }
    }

    /** Whether taking a column gives a secret away; not if it is known already. */
    boolean isTelling(int c) {
        SparseColumn column = column(c);
        if (column.nonzero() == 0) {
            return false;
        }
        int row = rarestRow(column);
        for (int i = 0; i < entries[row]; i++) {
            int s = columnsOfRow[row][i];
            if (isSecret(s) && column(s).get(row) != 0 && column.isProportional(column(s), row)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How often a column would be added to each of the secrets and watched sums if it were taken; others would stay. Of
     * equal ones the first is told.
     */
    Map<Integer, Integer> changedBy(int c) {
        Map<Integer, Integer> changed = new LinkedHashMap<>();
        SparseColumn column = column(c);
        if (column.nonzero() == 0) {
            return changed;
        }
        int row = rarestRow(column);
        int inverse = PrimeField.negative(PrimeField.inverse(column.get(row)));
        for (int i = 0; i < entries[row]; i++) {
            int other = columnsOfRow[row][i];
            int before = other < firstSecret ? 0 : column(other).get(row);
            if (before != 0) {
                changed.put(other, PrimeField.times(before, inverse));
            }
        }
        return changed;
    }

    /** Which of the columns that are equal to one is the first. */
    int firstEqual(int c) {
        return firstEqual[c];
    }

    /** A column that is not known yet; none where it is, or was dropped. */
    Optional<SparseColumn> open(int c) {
        return Optional.ofNullable(columns[firstEqual[c]]).filter(column -> column.nonzero() > 0);
    }

    /** A column that is neither taken nor dropped: none is asked for after that. */
    private SparseColumn column(int c) {
        return Objects.requireNonNull(columns[firstEqual[c]]);
    }

    private boolean isSecret(int c) {
        return c >= firstSecret && c < firstWatched;
    }

    private void add(int c, SparseColumn target, int[] rows, int[] values, int factor) {
        for (int i = 0; i < rows.length; i++) {
            int before = target.nonzero();
            if (target.add(rows[i], PrimeField.times(values[i], factor))) {
                enlist(rows[i], c);
            }
            live[rows[i]] += target.nonzero() - before;
        }
        exposed |= target.nonzero() == 0 && isSecret(c);
    }

    private int rarestRow(SparseColumn column) {
        int best = -1;
        for (int slot = 0; slot < column.capacity(); slot++) {
            int row = column.rowAt(slot);
            if (column.valueAt(slot) != 0
                    && (best < 0 || live[row] < live[best] || (live[row] == live[best] && row < best))) {
                best = row;
            }
        }
        return best;
    }

    private void enlist(int row, int c) {
        if (entries[row] == columnsOfRow[row].length) {
            columnsOfRow[row] = Arrays.copyOf(columnsOfRow[row], entries[row] * 2);
        }
        columnsOfRow[row][entries[row]++] = c;
    }
}
