// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.sql.Date;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.jspecify.annotations.Nullable;

/**
 * The period axis of a table: all, then the school year, then the kinds that nest in it.
 *
 * @param kinds kinds of period that the table asks for
 * @param schoolYearStart first day of a school year
 */
record Periods(List<PeriodKind> kinds, MonthDay schoolYearStart) {
    static final String AXIS = "period";

    /**
     * Node of a cell's period. A week or month that lies in two school years is a node below each, as its cells are.
     */
    Node node(String schoolYear, String kind, @Nullable Date start) {
        PeriodKind own = kind(kind);
        if (own == PeriodKind.ALL) {
            return Node.TOTAL;
        }
        List<String> path = new ArrayList<>(List.of(schoolYear));
        for (PeriodKind each : List.of(PeriodKind.MONTH, PeriodKind.WEEK, PeriodKind.DAY)) {
            if (each.compareTo(own) <= 0 && kinds.contains(each)) {
                if (start == null) {
                    throw new IllegalArgumentException("a cell of kind " + kind + " has no first day");
                }
                path.add(code(each, start.toLocalDate()));
            }
        }
        return new Node(path);
    }

    private static String code(PeriodKind kind, LocalDate day) {
        LocalDate first = switch (kind) {
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(DayOfWeek.MONDAY);
            case DAY, YEAR, ALL -> day;
        };
        return kind.name().toLowerCase(Locale.ROOT) + ":" + first;
    }

    static PeriodKind kind(String word) {
        return PeriodKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String schoolYear(Node node) {
        return node.isTotal() ? "_T" : node.path().get(0);
    }

    static String kind(Node node) {
        List<String> path = node.path();
        return switch (path.size()) {
            case 0 -> "all";
            case 1 -> "year";
            default -> last(path).substring(0, last(path).indexOf(':'));
        };
    }

    /** First day of the period; null for the whole span. */
    @Nullable Date start(Node node) {
        List<String> path = node.path();
        return switch (path.size()) {
            case 0 -> null;
            case 1 ->
                Date.valueOf(schoolYearStart.atYear(Integer.parseInt(path.get(0).substring(0, 4))));
            default -> Date.valueOf(last(path).substring(last(path).indexOf(':') + 1));
        };
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }
}
