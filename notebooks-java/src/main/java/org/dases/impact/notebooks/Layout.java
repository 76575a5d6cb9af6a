// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table and where each stands in a row. */
final class Layout {
    private final String table;
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    Layout(String table, List<Column> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
    }

    List<Column> columns() {
        return columns;
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    int at(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw LakeException.unknown(
                    "column",
                    column,
                    "table '" + table + "'",
                    columns.stream().map(Column::name).toList());
        }
        return position;
    }

    List<String> levels() {
        return columns.stream().filter(Columns::isLevel).map(Column::name).toList();
    }
}
