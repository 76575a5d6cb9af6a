// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dases.impact.notebooks.BarChart.Bar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BarChartTest {
    private static final List<Bar> BARS = List.of(
            new Bar("Île-de-France", new Value.Exact(50)),
            new Bar("Normandie", new Value.Band(98, 100)),
            new Bar("Corse & <Sud>", new Value.Secret()),
            new Bar("Mayotte", new Value.Missing()));

    @Test
    void drawsLengthsInProportionToTheUnit() throws Exception {
        Document svg = parsed(new BarChart("Réussite", "PERCENT", BARS, Locale.FRENCH));
        // One rectangle is the background; a missing value has none. 390 px stand for 100 %.
        assertThat(rectangle(svg, 1).getAttribute("width")).isEqualTo("195.0");
        assertThat(rectangle(svg, 2).getAttribute("x")).isEqualTo("592.2");
        assertThat(rectangle(svg, 2).getAttribute("width")).isEqualTo("7.8");
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(4);
    }

    @Test
    void hatchesASecretAndGivesItsBarALengthThatTellsNothing() throws Exception {
        for (double other : new double[] {1, 5000}) {
            List<Bar> bars = List.of(new Bar("a", new Value.Exact(other)), new Bar("b", new Value.Secret()));
            Element secret = rectangle(parsed(new BarChart("t", "COUNT", bars, Locale.ENGLISH)), 2);
            assertThat(secret.getAttribute("width")).isEqualTo("56.0");
            assertThat(secret.getAttribute("fill")).startsWith("url(#");
        }
        assertThat(new BarChart("t", "PERCENT", BARS, Locale.FRENCH).draw().text())
                .contains(">secret</text>", "ni zéro, ni absence de donnée");
    }

    @Test
    void readsEveryBarOutInItsDescription() throws Exception {
        Document french = parsed(new BarChart("Réussite", "PERCENT", BARS, Locale.FRENCH));
        assertThat(text(french, "title")).isEqualTo("Réussite");
        assertThat(text(french, "desc"))
                .isEqualTo(
                        "Diagramme en barres. Île-de-France\u00a0: 50\u202f%\u00a0; Normandie\u00a0: ≥ 98\u202f%\u00a0;"
                                + " Corse & <Sud>\u00a0: secret\u00a0; Mayotte\u00a0: –.");
        assertThat(french.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(text(parsed(new BarChart("Success", "PERCENT", BARS, Locale.ENGLISH)), "desc"))
                .isEqualTo("Bar chart. Île-de-France: 50%; Normandie: ≥ 98%; Corse & <Sud>: secret; Mayotte: –.");
    }

    @Test
    void drawsNegativeNumbersToTheLeftOfZero() throws Exception {
        List<Bar> bars = List.of(new Bar("a", new Value.Exact(-10)), new Bar("b", new Value.Exact(30)));
        Document svg = parsed(new BarChart("Écart", "POINTS", bars, Locale.FRENCH));
        // 390 px for 40 points: zero lies 97.5 px right of the left edge at 210.
        assertThat(rectangle(svg, 1).getAttribute("x")).isEqualTo("210.0");
        assertThat(rectangle(svg, 1).getAttribute("width")).isEqualTo("97.5");
        assertThat(rectangle(svg, 2).getAttribute("x")).isEqualTo("307.5");
        assertThat(rectangle(svg, 2).getAttribute("width")).isEqualTo("292.5");
    }

    @Test
    void saysSoWhenThereIsNothingToDraw() throws Exception {
        assertThat(text(parsed(new BarChart("t", "COUNT", List.of(), Locale.ENGLISH)), "desc"))
                .isEqualTo("No figure in this selection.");
    }

    @Test
    void refusesAMixOfUnitsOrTwoBarsOfOneName(@TempDir Path folder) {
        ExampleLake.write(folder);
        Figures usage = PublishedLake.at(folder).table(ExampleLake.USAGE).by("region_academique");
        assertThatThrownBy(() -> BarChart.of("t", usage, "region_academique", Locale.FRENCH))
                .hasMessage("a chart has one unit, but the rows have COUNT, PERCENT; select one indicator with"
                        + " where(\"indicator_id\", …)");
        Figures twoYears = usage.where("indicator_id", "AD-02");
        assertThatThrownBy(() -> BarChart.of("t", twoYears, "region_academique", Locale.FRENCH))
                .hasMessageStartingWith("two bars are labelled 'Bretagne'; select one indicator and one period");
        Figures oneYear = twoYears.where("school_year", ExampleLake.YEAR);
        assertThat(BarChart.of("t", oneYear, "region_academique", Locale.FRENCH).bars())
                .containsExactly(
                        new Bar("Bretagne", new Value.Secret()),
                        new Bar("Corse", new Value.Secret()),
                        new Bar("Île-de-France", new Value.Exact(812)),
                        new Bar("Normandie", new Value.Exact(401)));
    }

    @ParameterizedTest
    @CsvSource({
        "1234567.0, COUNT, 1\u202f234\u202f567, '1,234,567'",
        "12.34, percent, '12,3\u202f%', 12.3%",
        "7.25, MINUTES, '7,2\u00a0min', 7.2\u00a0min",
        "-3.5, POINTS, '-3,5\u00a0pt', -3.5\u00a0pp",
        "0.987, RATIO, '0,99', 0.99"
    })
    void writesNumbersForFrenchAndEnglishReaders(double number, String unit, String fr, String en) {
        assertThat(new Wording(Locale.FRENCH).value(new Value.Exact(number), unit))
                .isEqualTo(fr);
        assertThat(new Wording(Locale.ENGLISH).value(new Value.Exact(number), unit))
                .isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({"0, 8, PERCENT, ≤ 8%", "92, 100, PERCENT, ≥ 92%", "5, 9, COUNT, 5 – 9", "-Infinity, 9, COUNT, ≤ 9"})
    void writesABandByItsBounds(double low, double high, String unit, String en) {
        assertThat(new Wording(Locale.ENGLISH).value(new Value.Band(low, high), unit))
                .isEqualTo(en);
    }

    private static Document parsed(BarChart chart) throws Exception {
        byte[] svg = chart.draw().text().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static Element rectangle(Document svg, int at) {
        NodeList rectangles = svg.getElementsByTagName("rect");
        return (Element) rectangles.item(at);
    }

    private static String text(Document svg, String tag) {
        return svg.getElementsByTagName(tag).item(0).getTextContent();
    }
}
