// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.cohort.spark.IndicatorChecks;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.junit.jupiter.api.Test;

/** The built-in catalogue. */
class CatalogueTest {
    private static final Catalogue BUILT_IN = Catalogue.builtIn();

    /** The table of the design, one entry a line; an entry with several figures has several indicators. */
    @Test
    void holdsTheWholeCatalogue() {
        String ids = """
                AD-01
                AD-02
                AD-03
                AD-04
                AD-05
                AD-06
                AD-07
                AD-08
                EN-01 EN-01U
                EN-02 EN-02M
                EN-03 EN-03M EN-03P
                EN-04
                EN-05 EN-05N
                EN-06 EN-06U
                EN-07
                EN-08 EN-08N EN-08P EN-08D EN-08R
                PR-01 PR-01C PR-01P PR-01UC PR-01CP
                PR-02 PR-02S
                PR-03
                PR-04 PR-04F
                PR-05
                PR-06 PR-06R
                PR-07
                IM-01
                IM-02
                IM-03
                IM-04
                IM-05 IM-05I
                IM-06
                IM-07
                IM-08
                IM-09
                SK-01
                SK-02
                EQ-01 EQ-01Q EQ-01D
                EQ-02 EQ-02Q
                EC-01
                EC-02
                DQ-01 DQ-01D DQ-01F DQ-01V DQ-01C DQ-01L
                DQ-02
                """;
        assertThat(BUILT_IN.indicators())
                .extracting(Indicator::id)
                .containsExactlyInAnyOrder(ids.strip().split("\\s+"));
        assertThat(ids.lines()).hasSize(40);
    }

    /** What no table can feed says what is missing; everything else is computed from rows, cells or the gate. */
    @Test
    void whatIsDeclaredOnlySaysWhatItRequires() {
        assertThat(BUILT_IN.indicators())
                .allSatisfy(indicator -> assertThat(indicator.requires().isPresent())
                        .as(indicator.id())
                        .isEqualTo(indicator.measure() instanceof Measure.Study));
    }

    @Test
    void everyBuiltInExpressionFitsItsTable() {
        assertThat(BUILT_IN.indicators())
                .allSatisfy(indicator ->
                        assertThat(IndicatorChecks.check(indicator)).isEmpty());
    }

    @Test
    void holdsTheDimensions() {
        assertThat(BUILT_IN.dimensions())
                .extracting(Dimension::id)
                .containsExactly(
                        "territory",
                        "sector",
                        "priority_education",
                        "ips_quartile",
                        "rurality",
                        "level",
                        "sex",
                        "age_band",
                        "disability",
                        "ses_band",
                        "role",
                        "solution",
                        "course",
                        "resource",
                        "skill",
                        "framework",
                        "measure",
                        "weekday",
                        "hour",
                        "provider");
        assertThat(BUILT_IN.dimension("territory").orElseThrow().levels())
                .containsExactly(
                        new Level("region_academique", "school.region_academique"),
                        new Level("academie", "school.academie"),
                        new Level("departement", "school.departement"));
    }

    @Test
    void theSchemaNamesTheSameTablesUnitsAndMeasures() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Catalogue.class.getResourceAsStream("indicators.schema.json"));
        JsonNode fields = schema.at("/$defs/indicator/properties");
        assertThat(texts(fields.at("/over/enum"))).containsExactlyElementsOf(MeasuredTables.names());
        assertThat(texts(fields.at("/unit/enum"))).containsExactlyElementsOf(IndicatorReader.UNITS);
        List<String> kinds = new ArrayList<>(texts(schema.at("/$defs/measure/oneOf/0/enum")));
        schema.at("/$defs/measure/oneOf")
                .forEach(kind -> kind.path("required").forEach(key -> kinds.add(key.asText())));
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(MeasureReader.KINDS);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
