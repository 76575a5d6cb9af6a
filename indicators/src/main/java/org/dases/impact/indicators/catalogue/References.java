// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;

/** Indicators that are made from others: the other must exist, must be a plain one, and must be over the same table. */
final class References {
    private References() {}

    static void check(Catalogue catalogue, Problems problems) {
        for (Indicator indicator : catalogue.indicators()) {
            if (indicator.measure() instanceof Measure.Gap gap) {
                check(catalogue, indicator, gap, problems);
            }
        }
    }

    private static void check(Catalogue catalogue, Indicator indicator, Measure.Gap gap, Problems problems) {
        Spot at = catalogue.place(indicator.id(), "measure");
        Optional<Indicator> other = catalogue.indicator(gap.indicator());
        if (other.isEmpty()) {
            List<String> ids =
                    catalogue.indicators().stream().map(Indicator::id).toList();
            problems.addUnknown(at, "indicator", gap.indicator(), ids);
            return;
        }
        if (other.get().measure() instanceof Measure.Gap || other.get().measure() instanceof Measure.WithheldShare) {
            problems.add(
                    at,
                    "a gap of '" + gap.indicator() + "', which is itself derived",
                    "Name an indicator that is computed from rows.");
        } else if (!other.get().over().equals(indicator.over())
                || other.get().contributor() != indicator.contributor()) {
            problems.add(
                    at,
                    "'" + indicator.id() + "' is over '" + indicator.over() + "', but '" + gap.indicator()
                            + "' that it compares is over '" + other.get().over() + "'",
                    "Give it the same 'over' and 'contributor'.");
        }
    }
}
