// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dases.impact.notebooks.Figure;

/**
 * A row as it was printed.
 *
 * @param table name of the table
 * @param indicator what is measured
 * @param at a path of codes for the period and each other axis; empty for the total
 * @param cell period and codes by column: the same in every table that prints the cell
 * @param row all of it
 */
public record Printed(String table, String indicator, List<List<String>> at, Map<String, String> cell, Figure row) {
    private static final String TOTAL = "_T";
    private static final List<String> NUMBERS = List.of(
            "value",
            "value_low",
            "value_high",
            "numerator",
            "denominator",
            "n_learners",
            "n_schools",
            "n_providers",
            "ci_low",
            "ci_high");

    public Printed {
        at = at.stream().map(List::copyOf).toList();
        cell = Collections.unmodifiableMap(new TreeMap<>(cell));
    }

    /**
     * Reads a row.
     *
     * @param table name of its table
     * @param axes axes of the table
     * @param row the row
     * @return with its place
     */
    public static Printed of(String table, List<Attested.Axis> axes, Figure row) {
        List<List<String>> at = new ArrayList<>();
        Map<String, String> cell = new TreeMap<>();
        for (Attested.Axis axis : axes) {
            if (axis.columns().isEmpty()) {
                at.add(period(row));
                cell.put("period", String.join(" ", period(row)));
                continue;
            }
            List<String> path = new ArrayList<>();
            for (String column : axis.columns()) {
                String code = row.text(column);
                if (code.equals(TOTAL)) {
                    break;
                }
                path.add(code);
                cell.put(column, code);
            }
            at.add(path);
        }
        return new Printed(table, row.text("indicator_id"), at, cell, row);
    }

    /** Of a day only the school year is told: it stands below no row. */
    private static List<String> period(Figure row) {
        String kind = row.text("period_kind");
        String year = row.text("school_year");
        return switch (kind) {
            case "all" -> List.of();
            case "year" -> List.of(year);
            case "day" -> List.of(year, kind, row.text("period_start"));
            default -> List.of(year, kind + " " + row.text("period_start"));
        };
    }

    /** The same cell and indicator, in whatever table. */
    List<Object> key() {
        return List.of(indicator, cell);
    }

    /**
     * Whether it holds figures, of this release or of an earlier one.
     *
     * @return false for a confidential row
     */
    public boolean isFree() {
        return row.text("conf_status").equals("F");
    }

    /**
     * Whether it shows an earlier figure.
     *
     * @return true if so
     */
    public boolean isFrozen() {
        return !row.text("frozen_since").isEmpty();
    }

    /**
     * Whether it tells something of this release.
     *
     * @return true if so
     */
    public boolean isFresh() {
        return isFree() && !isFrozen();
    }

    boolean hasNumber() {
        return NUMBERS.stream().anyMatch(column -> !row.text(column).isEmpty());
    }

    /**
     * Number of its learners.
     *
     * @return empty where it does not say
     */
    public OptionalLong learners() {
        return row.whole("n_learners");
    }

    OptionalDouble value() {
        return row.number("value");
    }

    /** Whether it shows what another row shows. */
    boolean isReprintOf(Printed other) {
        return sameFigures(row, other.row);
    }

    static boolean sameFigures(Figure one, Figure other) {
        return NUMBERS.stream().allMatch(column -> one.text(column).equals(other.text(column)))
                && one.text("unit").equals(other.text("unit"))
                && one.text("method_version").equals(other.text("method_version"));
    }

    /**
     * Where it stands, for a message.
     *
     * @return table, indicator and cell
     */
    public String place() {
        return table + ": " + indicator + " " + cell;
    }
}
