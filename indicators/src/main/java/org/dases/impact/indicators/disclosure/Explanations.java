// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.rules.WithheldFor;

/** Why the figures of a release are withheld, for those who may know. Restricted. */
public final class Explanations {
    private final PatternPlaces places;

    Explanations(PatternPlaces places) {
        this.places = places;
    }

    /**
     * Why a figure is not told as it is in this release.
     *
     * @param table name of the table
     * @param at one node per axis of the table
     * @param indicator the indicator
     * @return all reasons that apply; empty if it is told, or follows from other rows, or there is no such figure
     */
    public Set<WithheldFor> of(String table, List<Node> at, String indicator) {
        Set<WithheldFor> reasons = EnumSet.noneOf(WithheldFor.class);
        for (PatternPlaces.Place place : places.of(table, at)) {
            place.member().series().stream()
                    .filter(series -> series.indicatorId().equals(indicator))
                    .forEach(series -> reasons.addAll(of(place.rows(), place.cell(), series)));
        }
        return reasons;
    }

    private static Set<WithheldFor> of(PatternRows all, int cell, Series series) {
        Pattern pattern = all.pattern();
        if (!pattern.withheld().get(cell)) {
            return ofRow(all, cell, series);
        }
        Set<WithheldFor> reasons = EnumSet.noneOf(WithheldFor.class);
        pattern.population().reasons(cell).forEach(reason -> reasons.add(reason.kind()));
        if (reasons.isEmpty()) {
            reasons.add(pattern.eliminated().get(cell) ? WithheldFor.COMPLEMENT : WithheldFor.BOUND);
        }
        return reasons;
    }

    /** Other series of the cell are told. */
    private static Set<WithheldFor> ofRow(PatternRows all, int cell, Series series) {
        Set<WithheldFor> reasons = EnumSet.noneOf(WithheldFor.class);
        RatePattern rate = all.pattern().rates().get(series.indicatorId());
        SeriesRows rows = all.of(series);
        if ((rate != null && rate.isWithheld(cell)) || all.isSilent(cell, series)) {
            reasons.add(WithheldFor.SIDE);
        }
        if (rows.secret().get(cell)) {
            reasons.add(WithheldFor.CLOSE);
        }
        if (reasons.isEmpty() && rows.isWithheld(cell)) {
            reasons.add(WithheldFor.COMPLEMENT);
        }
        return reasons;
    }
}
