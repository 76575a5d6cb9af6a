// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order in which rows are given: files of a Delta table come in any order, a reader wants always the same one. */
final class RowOrder {
    private RowOrder() {}

    /** By school year, period, levels from coarse to fine, indicator; totals before their parts. */
    static Comparator<Figure> of(Layout layout) {
        List<String> columns = new ArrayList<>(List.of("school_year", "period_kind", "period_start"));
        columns.addAll(layout.levels());
        columns.add(Columns.INDICATOR);
        columns.removeIf(column -> !layout.has(column));
        Collator french = Collator.getInstance(Locale.FRENCH);
        return (one, other) -> {
            for (String column : columns) {
                int order = compare(key(one, column), key(other, column), french);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** As a French index orders words: Île-de-France before Normandie. */
    private static int compare(String one, String other, Collator french) {
        if (one.equals(other)) {
            return 0;
        }
        int order = french.compare(one, other);
        return order == 0 ? one.compareTo(other) : order;
    }

    private static String key(Figure row, String column) {
        String text = row.text(column);
        return text.equals(Columns.TOTAL) ? "" : text;
    }
}
