// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The SVG text of a bar chart. Colours keep a contrast of 4.5 to 1 or more on white. */
final class BarDrawing {
    private static final int WIDTH = 720;
    private static final int LABELS = 210;
    private static final int PLOT = 390;
    private static final int TOP = 48;
    private static final int STEP = 30;
    private static final int THICKNESS = 18;
    private static final int SECRET_LENGTH = 56;
    private static final int LONGEST_LABEL = 30;
    private static final String BLUE = "#1f5fa8";
    private static final String INK = "#1a1a1a";
    private static final String GREY = "#595959";

    private final BarChart chart;
    private final Wording wording;
    private final String id;
    private final double least;
    private final double most;

    BarDrawing(BarChart chart) {
        this.chart = chart;
        this.wording = new Wording(chart.locale());
        // Two drawings in one page must not share ids, and the same chart must give the same text.
        this.id = "c" + Integer.toHexString((chart.title() + description()).hashCode());
        double[] ends = chart.bars().stream()
                .flatMapToDouble(bar -> ends(bar.value()))
                .filter(Double::isFinite)
                .toArray();
        this.least = Math.min(0, DoubleStream.of(ends).min().orElse(0));
        double highest = Math.max(0, DoubleStream.of(ends).max().orElse(0));
        this.most = isPercent() ? Math.max(100, highest) : highest;
    }

    String text() {
        int height = TOP + Math.max(1, chart.bars().size()) * STEP + 34;
        StringBuilder svg = new StringBuilder();
        svg.append(line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " aria-labelledby=\"%s-t %s-d\" font-family=\"sans-serif\" font-size=\"14\">",
                wording.language(), WIDTH, height, WIDTH, id, id));
        svg.append(line("<title id=\"%s-t\">%s</title>", id, escaped(chart.title())));
        svg.append(line("<desc id=\"%s-d\">%s</desc>", id, escaped(description())));
        svg.append(line(
                "<defs><pattern id=\"%s-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"%s\" stroke-width=\"2\"/>"
                        + "</pattern></defs>",
                id, GREY));
        svg.append(line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height));
        svg.append(line(
                "<text x=\"12\" y=\"28\" font-size=\"17\" font-weight=\"bold\" fill=\"%s\">%s</text>",
                INK, escaped(chart.title())));
        for (int i = 0; i < chart.bars().size(); i++) {
            svg.append(bar(chart.bars().get(i), TOP + i * STEP));
        }
        svg.append(line(
                "<text x=\"12\" y=\"%d\" font-size=\"12\" fill=\"%s\">%s</text>", height - 12, GREY, escaped(note())));
        return svg.append("</svg>").toString();
    }

    private String bar(BarChart.Bar bar, int y) {
        int middle = y + THICKNESS / 2 + 5;
        String shown = wording.value(bar.value(), chart.unit());
        String label = line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>",
                LABELS - 8, middle, INK, escaped(shortened(bar.label())));
        Shape shape = bar.value()
                .match(
                        exact -> new Shape(Math.min(0, exact.number()), Math.max(0, exact.number()), BLUE),
                        band -> new Shape(Math.max(least, band.low()), Math.min(most, band.high()), "none"),
                        () -> new Shape(0, 0, "url(#" + id + "-h)"),
                        () -> new Shape(0, 0, "none"));
        boolean secret = bar.value() instanceof Value.Secret;
        double left = place(shape.from());
        double length = secret ? SECRET_LENGTH : place(shape.to()) - left;
        String drawn = bar.value() instanceof Value.Missing
                ? ""
                : line(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" stroke=\"%s\"/>",
                        left, y, length, THICKNESS, shape.fill(), secret ? GREY : BLUE);
        return "<g>" + label + drawn + shown(shown, bar.value(), left + length + 8, middle) + "</g>\n";
    }

    private String shown(String text, Value value, double x, int y) {
        String style = value instanceof Value.Exact ? "" : " font-style=\"italic\"";
        return line("<text x=\"%.1f\" y=\"%d\" fill=\"%s\"%s>%s</text>", x, y, INK, style, escaped(text));
    }

    private String description() {
        if (chart.bars().isEmpty()) {
            return note();
        }
        return wording.choose("Diagramme en barres. ", "Bar chart. ")
                + chart.bars().stream()
                        .map(bar -> bar.label()
                                + wording.choose("\u00a0: ", ": ")
                                + wording.value(bar.value(), chart.unit()))
                        .collect(Collectors.joining(wording.choose("\u00a0; ", "; ")))
                + ".";
    }

    private String note() {
        List<BarChart.Bar> bars = chart.bars();
        if (bars.isEmpty()) {
            return wording.choose("Aucun chiffre dans cette sélection.", "No figure in this selection.");
        }
        return bars.stream().anyMatch(bar -> bar.value() instanceof Value.Secret)
                ? wording.choose(
                        "Hachuré\u00a0: secret, chiffre retenu pour protéger les personnes\u00a0; ni zéro, ni absence de donnée.",
                        "Hatched: secret, withheld to protect the persons; neither zero nor missing.")
                : "";
    }

    private double place(double number) {
        return most == least ? LABELS : LABELS + (number - least) / (most - least) * PLOT;
    }

    private boolean isPercent() {
        return "PERCENT".equals(chart.unit().toUpperCase(Locale.ROOT));
    }

    private static DoubleStream ends(Value value) {
        return value.match(
                exact -> DoubleStream.of(exact.number()),
                band -> DoubleStream.of(band.low(), band.high()),
                DoubleStream::empty,
                DoubleStream::empty);
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    /** Text as XML: markup escaped, characters that XML cannot hold replaced. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    private static String line(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts) + "\n";
    }

    private record Shape(double from, double to, String fill) {}
}
