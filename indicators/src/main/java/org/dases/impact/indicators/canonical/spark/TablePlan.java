// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.dases.impact.indicators.canonical.CanonicalColumn;
import org.dases.impact.indicators.canonical.CanonicalTable;
import org.dases.impact.indicators.canonical.CanonicalType;
import org.dases.impact.indicators.canonical.Mapping;
import org.dases.impact.indicators.canonical.RecordForm;
import org.dases.impact.indicators.canonical.TableMapping;

/** The expressions of one mapped table, bound, under their canonical column names; the condition is {@link #FROM}. */
final class TablePlan {
    static final String FROM = "from";

    private final CanonicalTable table;
    private final Map<String, MappedExpression> expressions = new LinkedHashMap<>();

    TablePlan(CanonicalTable table, Mapping mapping, MappingFunctions functions) {
        this.table = table;
        expressions(table, mapping).forEach((name, sql) -> expressions.put(name, MappedExpression.of(sql, functions)));
    }

    /** All expressions of a table, with the condition, and what the record form fills in by itself. */
    static Map<String, String> expressions(CanonicalTable table, Mapping mapping) {
        Map<String, String> all = new LinkedHashMap<>();
        TableMapping written =
                mapping.tables().getOrDefault(table.name(), new TableMapping(Optional.empty(), Map.of()));
        written.from().ifPresent(sql -> all.put(FROM, sql));
        all.putAll(written.columns());
        if (mapping.record() instanceof RecordForm.Xapi
                && table.column("profile").isPresent()) {
            all.putIfAbsent("profile", XapiStatement.PROFILE);
        }
        return all;
    }

    /** The canonical type of an expression. */
    static CanonicalType type(CanonicalTable table, String name) {
        if (name.equals(FROM)) {
            return CanonicalType.BOOLEAN;
        }
        return table.column(name).map(CanonicalColumn::type).orElse(CanonicalType.STRING);
    }

    boolean has(String name) {
        return expressions.containsKey(name);
    }

    /** Name of the tried column in the frame that all tables share. */
    String name(String column) {
        return table.name() + "__" + column;
    }

    List<Column> tried(String zone) {
        return expressions.entrySet().stream()
                .map(entry -> ColumnPlan.tried(entry.getValue(), type(table, entry.getKey()), zone)
                        .as(name(entry.getKey())))
                .toList();
    }
}
