// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.KeptTerms;
import org.dases.impact.indicators.disclosure.rules.Rules;

/** By which rules a release was decided, in words that may be published: thresholds, and what they were applied to. */
final class Policy {
    private final Rules rules;

    Policy(Rules rules) {
        this.rules = rules;
    }

    Map<String, Object> thresholds() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("learners", rules.learners());
        map.put("denominator", rules.denominator());
        map.put("side", rules.side());
        rules.schools().ifPresent(value -> map.put("schools", value));
        rules.largestSchoolPercent().ifPresent(value -> map.put("largestSchoolPercent", value));
        rules.providers().ifPresent(value -> map.put("providers", value));
        map.put("zeros", rules.zeros().name());
        return map;
    }

    /**
     * Thresholds, attacker, and of each table its axes and indicators with their k and version in the catalogue.
     *
     * @param tables as they were submitted
     * @param kept what held for them besides, since an earlier release had it
     */
    Map<String, Object> of(List<CellTable> tables, Map<String, PublishedTable> asked, List<KeptTerms> kept) {
        Map<String, Object> byTable = new TreeMap<>();
        tables.forEach(table -> {
            PublishedTable definition = asked.get(table.id());
            if (definition == null) {
                throw new IllegalArgumentException("table '" + table.id() + "' is not asked for");
            }
            byTable.put(
                    table.id(),
                    Map.of("axes", axes(table, definition), "indicators", indicators(table, definition, kept)));
        });
        Map<String, Object> policy = new TreeMap<>();
        policy.put("thresholds", thresholds());
        policy.put("attacker", rules.attacker().name());
        policy.put("singletons", rules.singletons());
        policy.put("tables", byTable);
        return policy;
    }

    private static List<Object> axes(CellTable table, PublishedTable definition) {
        List<Object> axes = new ArrayList<>();
        for (Axis axis : table.axes()) {
            List<String> columns = definition.dimensions().stream()
                    .filter(dimension -> dimension.id().equals(axis.name()))
                    .map(Dimension::levels)
                    .flatMap(List::stream)
                    .map(Level::column)
                    .toList();
            axes.add(Map.of("name", axis.name(), "columns", columns));
        }
        return axes;
    }

    /** Each row is in one cell of a level, so that its numbers add up; persons may be in several. */
    private static boolean isOfRows(Measure measure) {
        return measure instanceof Measure.Rows || measure instanceof Measure.Sum;
    }

    private static Series held(CellTable table, Series series, List<KeptTerms> kept) {
        return kept.stream()
                .filter(terms ->
                        terms.table().equals(table.id()) && terms.indicator().equals(series.indicatorId()))
                .findFirst()
                .map(terms -> series.with(
                        terms.threshold().orElse(series.minimumContributors()), series.sensitive() || terms.zeros()))
                .orElse(series);
    }

    private Map<String, Object> indicators(CellTable table, PublishedTable definition, List<KeptTerms> kept) {
        Map<String, Object> indicators = new TreeMap<>();
        table.series().stream().map(asked -> held(table, asked, kept)).forEach(series -> {
            Map<String, Object> each = new TreeMap<>();
            each.put("k", Math.max(rules.learners(), series.minimumContributors()));
            each.put("form", series.form().name());
            each.put("contributor", series.contributor().name());
            each.put("sensitive", series.sensitive());
            definition.indicators().stream()
                    .filter(indicator -> indicator.id().equals(series.indicatorId()))
                    .forEach(indicator -> {
                        each.put("version", indicator.version());
                        each.put("adds", isOfRows(indicator.measure()));
                    });
            indicators.put(series.indicatorId(), each);
        });
        return indicators;
    }
}
