// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import static org.apache.spark.sql.functions.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.Cells;

/** Cells as text, key → learners, schools, events, seconds, so that those of all engines can be held side by side. */
final class CellText {
    static final String TOTAL = "_T";
    static final int KEYS = 5;

    private CellText() {}

    static Map<String, String> of(Cells cells, List<Axis> axes) {
        Map<String, String> texts = new HashMap<>();
        for (int line = 0; line < cells.size(); line++) {
            StringBuilder key = new StringBuilder();
            for (int axis = 0; axis < axes.size(); axis++) {
                int node = cells.node(line, axis);
                boolean isTotal = node == axes.get(axis).nodes() - 1;
                key.append(isTotal ? TOTAL : Integer.toString(node)).append(' ');
            }
            texts.put(
                    key.toString(),
                    cells.learners(line) + " " + cells.schools(line) + " " + cells.sum(line, 0) + " "
                            + cells.sum(line, 1) + " ");
        }
        return texts;
    }

    /** The cells of {@link EventCube}. */
    static Map<String, String> of(Dataset<Row> cells) {
        return of(wide(cells), KEYS);
    }

    /**
     * The cells of {@link EventCube}, of which each is two rows, one of the events and one of the seconds: as one row.
     */
    static Dataset<Row> wide(Dataset<Row> cells) {
        return cells.groupBy("academie", "sector", "level", "period_start", "solution_id")
                .agg(
                        expr("max(n_learners) as learners"),
                        expr("max(n_schools) as schools"),
                        expr("cast(max(if(indicator_id = 'EVENTS', value, null)) as bigint) as events"),
                        expr("cast(max(if(indicator_id = 'SECONDS', value, null)) as bigint) as seconds"));
    }

    /** Any rows: so many columns of keys, the others numbers. */
    static Map<String, String> of(Dataset<Row> rows, int keys) {
        Map<String, String> texts = new HashMap<>();
        for (Row row : rows.collectAsList()) {
            StringBuilder key = new StringBuilder();
            StringBuilder numbers = new StringBuilder();
            for (int column = 0; column < row.length(); column++) {
                Object value = row.get(column);
                (column < keys ? key : numbers)
                        .append(value == null ? TOTAL : value)
                        .append(' ');
            }
            texts.put(key.toString(), numbers.toString());
        }
        return texts;
    }
}
