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
    private static final int KEYS = 5;

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

    /** The cells of {@link EventCube}: two rows each, of the number of events and of the seconds. */
    static Map<String, String> of(Dataset<Row> cells) {
        Map<String, String> texts = new HashMap<>();
        Dataset<Row> wide = cells.groupBy("academie", "sector", "level", "period_start", "solution_id")
                .agg(
                        expr("max(n_learners)"),
                        expr("max(n_schools)"),
                        expr("cast(max(if(indicator_id = 'EVENTS', value, null)) as bigint)"),
                        expr("cast(max(if(indicator_id = 'SECONDS', value, null)) as bigint)"));
        for (Row row : wide.collectAsList()) {
            StringBuilder key = new StringBuilder();
            StringBuilder numbers = new StringBuilder();
            for (int column = 0; column < row.length(); column++) {
                Object value = row.get(column);
                (column < KEYS ? key : numbers)
                        .append(value == null ? TOTAL : value)
                        .append(' ');
            }
            texts.put(key.toString(), numbers.toString());
        }
        return texts;
    }
}
