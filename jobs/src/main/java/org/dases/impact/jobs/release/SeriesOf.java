// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.GapOf;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.jobs.compute.Inputs;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.workspace.Dataset;

/**
 * An indicator of a table in the words of the gate, with the thresholds that its contracts, table and definition set.
 */
final class SeriesOf {
    private final PublishedTable table;
    private final Permitted permitted;
    private final Set<String> datasets;
    private final List<Dataset> configured;

    SeriesOf(PublishedTable table, Permitted permitted, Set<String> datasets, List<Dataset> configured) {
        this.table = table;
        this.configured = configured;
        this.permitted = permitted;
        this.datasets = datasets;
    }

    Series of(Indicator indicator, String methodVersion) {
        int k = Math.max(
                Math.max(table.minimumContributors().orElse(0), indicator.minimumContributors()),
                permitted.minimumCohortSize(datasets));
        return new Series(
                indicator.id(),
                MeasuredTables.population(indicator),
                form(indicator),
                indicator.contributor(),
                k,
                indicator.sensitive(),
                permitted.singleProviderRelease(Inputs.measured(indicator, used())),
                indicator.unit().name().toLowerCase(java.util.Locale.ROOT),
                methodVersion,
                gap(indicator.measure()));
    }

    private List<Dataset> used() {
        return configured.stream()
                .filter(dataset -> datasets.contains(dataset.name()))
                .toList();
    }

    private static Form form(Indicator indicator) {
        Measure measure = indicator.measure();
        if (measure instanceof Measure.Rate || Records.isShare(indicator)) {
            return Form.RATE;
        }
        if (measure instanceof Measure.Mean) {
            return Form.MEAN;
        }
        if (measure instanceof Measure.RatioOfSums) {
            return Form.RATIO;
        }
        if (measure instanceof Measure.Comparison) {
            return Form.GAP;
        }
        if (measure instanceof Measure.Quantile) {
            return Form.QUANTILE;
        }
        if (measure instanceof Measure.Study) {
            return Form.EFFECT;
        }
        if (measure instanceof Measure.WithheldShare) {
            return Form.WITHHELD_SHARE;
        }
        return measure instanceof Measure.Sum ? Form.SUM : Form.COUNT;
    }

    private Optional<GapOf> gap(Measure measure) {
        if (!(measure instanceof Measure.Comparison two)) {
            return Optional.empty();
        }
        String axis = table.dimensions().stream()
                .filter(dimension -> dimension.levels().stream()
                        .anyMatch(level -> level.column().equals(two.level())))
                .map(Dimension::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "table '" + table.id() + "' has no level '" + two.level() + "', which its comparison needs"));
        return Optional.of(new GapOf(
                two.indicator(), axis, two.advantaged(), two.disadvantaged(), measure instanceof Measure.EffectSize));
    }
}
