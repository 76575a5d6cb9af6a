// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars, one a row. A secret is a hatched bar of fixed length with the word secret, so that its length tells
 * nothing; a band reaches from bound to bound. The drawing has a title and a description that reads every bar out.
 *
 * @param title what is shown, for readers; not blank
 * @param unit unit of all bars, for instance {@code PERCENT}
 * @param bars from top to bottom, each label once; may be empty
 * @param locale French or English, for numbers and words
 */
public record BarChart(String title, String unit, List<Bar> bars, Locale locale) {
    /**
     * One bar.
     *
     * @param label name of the cohort
     * @param value what its cell shows
     */
    public record Bar(String label, Value value) {}

    /**
     * Makes a chart.
     *
     * @throws IllegalArgumentException if the title is blank or two bars have the same label
     */
    public BarChart {
        bars = List.copyOf(bars);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a chart needs a title that says what it shows");
        }
        List<String> labels = bars.stream().map(Bar::label).toList();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.indexOf(labels.get(i)) != i) {
                throw new IllegalArgumentException("two bars are labelled '" + labels.get(i)
                        + "'; select one indicator and one period with where(…), and one level with by(…)");
            }
        }
    }

    /**
     * One bar for each row of a selection.
     *
     * @param title what is shown
     * @param figures rows of one indicator, in one unit
     * @param label name of the column that names the bars; the codes of totals and unknowns are put in words
     * @param locale French or English
     * @return the chart
     * @throws LakeException if there is no such column
     * @throws IllegalArgumentException if the rows have several units or two have the same label
     */
    public static BarChart of(String title, Figures figures, String label, Locale locale) {
        Wording wording = new Wording(locale);
        List<String> units = figures.rows().stream()
                .map(row -> row.text(Columns.UNIT))
                .distinct()
                .toList();
        if (units.size() > 1) {
            throw new IllegalArgumentException("a chart has one unit, but the rows have " + String.join(", ", units)
                    + "; select one indicator with where(\"" + Columns.INDICATOR + "\", …)");
        }
        List<Bar> bars = figures.rows().stream()
                .map(row -> new Bar(wording.code(row.text(label)), row.value()))
                .toList();
        return new BarChart(title, units.isEmpty() ? "" : units.get(0), bars, locale);
    }

    /**
     * Draws the chart.
     *
     * @return the same text for the same chart
     */
    public Svg draw() {
        return new Svg(new BarDrawing(this).text());
    }
}
