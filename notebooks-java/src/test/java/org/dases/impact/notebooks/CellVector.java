// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static java.util.Objects.requireNonNull;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of rows to be written. */
final class CellVector implements ColumnVector {
    private final DataType type;
    private final List<@Nullable Object> cells;

    CellVector(DataType type, List<@Nullable Object> cells) {
        this.type = type;
        this.cells = cells;
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return cells.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
        return cells.get(row) == null;
    }

    @Override
    public int getInt(int row) {
        return (Integer) requireNonNull(cells.get(row));
    }

    @Override
    public long getLong(int row) {
        return (Long) requireNonNull(cells.get(row));
    }

    @Override
    public double getDouble(int row) {
        return (Double) requireNonNull(cells.get(row));
    }

    @Override
    public String getString(int row) {
        return (String) requireNonNull(cells.get(row));
    }
}
