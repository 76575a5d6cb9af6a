// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;

/** Indicators that are made from others: the other must exist, must be a plain one, and must be over the same table. */
final class References {
    private final Catalogue catalogue;
    private final Problems problems;

    private References(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    static void check(Catalogue catalogue, Problems problems) {
        References references = new References(catalogue, problems);
        for (Indicator indicator : catalogue.indicators()) {
            compared(indicator).ifPresent(other -> references.check(indicator, other));
        }
    }

    /** Id of the indicator that one compares. */
    private static Optional<String> compared(Indicator indicator) {
        return indicator.measure() instanceof Measure.Comparison comparison
                ? Optional.of(comparison.indicator())
                : Optional.empty();
    }

    private void check(Indicator indicator, String name) {
        Spot at = catalogue.place(indicator.id(), "measure");
        Optional<Indicator> other = catalogue.indicator(name);
        if (other.isEmpty()) {
            List<String> ids =
                    catalogue.indicators().stream().map(Indicator::id).toList();
            problems.addUnknown(at, "indicator", name, ids);
            return;
        }
        List<String> circle = circle(indicator);
        if (!circle.isEmpty()) {
            problems.add(
                    at,
                    "'" + indicator.id() + "' compares itself: " + String.join(" compares ", circle),
                    "Name an indicator that is computed from rows.");
        } else if (!other.get().measure().isOfRows()) {
            problems.add(
                    at,
                    "'" + indicator.id() + "' compares '" + name + "', which is itself derived",
                    "Name an indicator that is computed from rows.");
        } else if (indicator.measure() instanceof Measure.EffectSize
                && !(other.get().measure() instanceof Measure.Rate)) {
            problems.add(
                    at,
                    "'" + indicator.id() + "' is an effect size between rates, but '" + name + "' is no rate",
                    "Name a rate, or compare by 'gap' or 'parity'.");
        } else if (!other.get().over().equals(indicator.over())
                || other.get().contributor() != indicator.contributor()) {
            problems.add(
                    at,
                    "'" + indicator.id() + "' is over '" + indicator.over() + "', but '" + name
                            + "' that it compares is over '" + other.get().over() + "'",
                    "Give it the same 'over' and 'contributor'.");
        }
    }

    /** From an indicator over what it compares back to itself; empty where the way ends elsewhere. */
    private List<String> circle(Indicator from) {
        List<String> way = new ArrayList<>(List.of(from.id()));
        Optional<Indicator> next = compared(from).flatMap(catalogue::indicator);
        while (next.isPresent() && !way.contains(next.get().id())) {
            way.add(next.get().id());
            next = compared(next.get()).flatMap(catalogue::indicator);
        }
        boolean closed = next.isPresent() && next.get().id().equals(from.id());
        way.add(from.id());
        return closed ? way : List.of();
    }
}
