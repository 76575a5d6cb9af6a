// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dases.impact.jobs.verify.CellChange.Extent;
import org.dases.impact.jobs.verify.CellChange.Kind;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;

/** A table in two releases, compared by what any reader sees. */
public final class TableDifference {
    private static final String TOTAL = "_T";

    private TableDifference() {}

    /**
     * Compares cell by cell.
     *
     * @param before rows of the earlier release
     * @param after rows of the later one
     * @return one change a cell, those of the later release in its order, then those that are gone
     */
    public static List<CellChange> between(Figures before, Figures after) {
        Map<String, Figure> earlier = byPlace(before);
        Map<String, Figure> later = byPlace(after);
        List<CellChange> changes = new ArrayList<>();
        later.forEach((place, row) -> changes.add(
                earlier.containsKey(place) ? change(place, earlier.get(place), row) : plain(place, Kind.NEW)));
        earlier.keySet().stream()
                .filter(place -> !later.containsKey(place))
                .forEach(place -> changes.add(plain(place, Kind.GONE)));
        return changes;
    }

    private static CellChange change(String place, Figure before, Figure after) {
        if (after.isWithheld()) {
            return plain(place, before.isWithheld() ? Kind.SECRET : Kind.WITHHELD);
        }
        if (!after.text("frozen_since").isEmpty()) {
            return plain(place, Kind.FROZEN);
        }
        if (before.isWithheld()) {
            return plain(place, Kind.TOLD);
        }
        return Printed.sameFigures(before, after)
                ? plain(place, Kind.SAME)
                : new CellChange(place, Kind.CHANGED, extent(before.number("value"), after.number("value")));
    }

    private static Optional<Extent> extent(OptionalDouble before, OptionalDouble after) {
        return before.isPresent() && after.isPresent()
                ? Optional.of(Extent.of(before.getAsDouble(), after.getAsDouble()))
                : Optional.empty();
    }

    private static CellChange plain(String place, Kind kind) {
        return new CellChange(place, kind, Optional.empty());
    }

    private static Map<String, Figure> byPlace(Figures figures) {
        Map<String, Figure> rows = new LinkedHashMap<>();
        figures.rows().forEach(row -> rows.put(place(figures.levels(), row), row));
        return rows;
    }

    private static String place(List<String> levels, Figure row) {
        StringBuilder place = new StringBuilder(row.text("indicator_id"));
        place.append(' ').append(row.text("school_year"));
        if (!row.text("period_kind").equals("year")) {
            place.append(' ').append(row.text("period_kind")).append(' ').append(row.text("period_start"));
        }
        for (String level : levels) {
            if (!row.text(level).equals(TOTAL)) {
                place.append(' ').append(level).append('=').append(row.text(level));
            }
        }
        return place.toString().strip();
    }
}
