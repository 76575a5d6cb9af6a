// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table as it is to be published: which indicators by which dimensions and periods, all combinations with their
 * totals.
 *
 * @param id name of the table, for instance {@code usage_by_territory}
 * @param title title for readers
 * @param indicators the indicators, resolved; not empty
 * @param dimensions the breakdowns, each with its total; may be empty
 * @param periods kinds of period, each nesting in the one before
 * @param minimumContributors the table's own threshold, where it sets one
 * @param audience for whom the table is made, in words
 */
public record PublishedTable(
        String id,
        Text title,
        List<Indicator> indicators,
        List<Dimension> dimensions,
        List<PeriodKind> periods,
        OptionalInt minimumContributors,
        Text audience) {
    public PublishedTable {
        indicators = List.copyOf(indicators);
        dimensions = List.copyOf(dimensions);
        periods = List.copyOf(periods);
        if (!id.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("table id '" + id + "' must be lower-case letters, digits and '_'");
        }
        if (indicators.isEmpty() || periods.isEmpty()) {
            throw new IllegalArgumentException("table '" + id + "' needs at least one indicator and one period");
        }
        if (periods.contains(PeriodKind.WEEK) && periods.contains(PeriodKind.MONTH)) {
            throw new IllegalArgumentException(
                    "table '" + id + "' asks for weeks and months; weeks do not nest in months: keep one of them");
        }
    }
}
