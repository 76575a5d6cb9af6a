// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import static java.util.Objects.requireNonNull;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of rows to be written; days are {@code Integer}, moments {@code Long}. */
final class CellVector implements ColumnVector {
    private final DataType type;
    private final int column;
    private final List<@Nullable Object[]> rows;

    CellVector(DataType type, int column, List<@Nullable Object[]> rows) {
        this.type = type;
        this.column = column;
        this.rows = rows;
    }

    private @Nullable Object cell(int row) {
        return rows.get(row)[column];
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return rows.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
        return cell(row) == null;
    }

    @Override
    public int getInt(int row) {
        return (Integer) requireNonNull(cell(row));
    }

    @Override
    public long getLong(int row) {
        return (Long) requireNonNull(cell(row));
    }

    @Override
    public double getDouble(int row) {
        return (Double) requireNonNull(cell(row));
    }

    @Override
    public String getString(int row) {
        return (String) requireNonNull(cell(row));
    }
}
