// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dases.impact.indicators.definition.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsPageTest {
    private static final Catalogue BUILT_IN = Catalogue.builtIn();

    @Test
    void thePageOfTheRepositoryIsThatOfTheCatalogue() throws IOException {
        assertThat(Files.readString(Path.of("../docs/indicators.md")))
                .as("docs/indicators.md is out of date; write it again: ./impact indicators docs > docs/indicators.md")
                .isEqualTo(IndicatorsPage.of(BUILT_IN));
    }

    @Test
    void thePageTellsEveryIndicatorInBothLanguages() {
        String page = IndicatorsPage.of(BUILT_IN);
        assertThat(BUILT_IN.indicators())
                .allSatisfy(indicator -> assertThat(page)
                        .contains(
                                "## " + indicator.id() + "\n",
                                indicator.definition().fr(),
                                indicator.definition().en(),
                                indicator.source()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PR-02 | number of rows where (result in ('PASS', 'DISTINCTION')) / number of rows | row",
                "PR-01CP | number of rows where (completed and passed) / number of rows where completed | row",
                "AD-06 | number of distinct learner_pid × month where (last_week is not null) with at least 3 distinct last_week / number of distinct learner_pid × month | learner_pid × month",
                "AD-08 | Σ day_share over distinct local_date / number of distinct learner_pid × month | learner_pid × month",
                "EN-03P | percentile 90 of Σ (active_s / 60) per learner_pid × week | learner_pid × week",
                "AD-03 | Σ assigned / Σ ordered | row",
                "EQ-01 | PR-03[ep = HORS] − PR-03[ep = EP] | cell",
                "EQ-01D | (logit PR-03[ep = HORS] − logit PR-03[ep = EP]) / 1.65 | cell",
                "EQ-02 | PR-03[ep = EP] / PR-03[ep = HORS] | cell",
                "IM-02 | study: hedges-g | study",
                "DQ-02 | withheld cells / all cells | cell",
                "EN-01U | number of distinct learner_pid × resource_id | learner_pid × resource_id",
                "EN-06 | number of rows | row",
            })
    void aFormulaIsOneLine(String id, String formula, String grain) {
        Indicator indicator = BUILT_IN.indicator(id).orElseThrow();
        assertThat(Formula.of(indicator.measure())).isEqualTo(formula);
        assertThat(Formula.grain(indicator)).isEqualTo(grain);
    }

    @Test
    void dimensionsAreThoseThatTheRowsGive() {
        WholeDefinition definitions = new WholeDefinition(BUILT_IN);
        assertThat(definitions.dimensions(BUILT_IN.indicator("AD-03").orElseThrow()))
                .containsExactly(
                        "territory",
                        "sector",
                        "priority_education",
                        "ips_quartile",
                        "rurality",
                        "solution",
                        "provider");
        assertThat(definitions.dimensions(BUILT_IN.indicator("SK-02").orElseThrow()))
                .containsExactly("solution", "skill", "framework");
        assertThat(definitions.dimensions(BUILT_IN.indicator("PR-05").orElseThrow()))
                .contains("sex", "level", "role", "skill")
                .doesNotContain("course", "hour");
        assertThat(definitions.dimensions(BUILT_IN.indicator("IM-02").orElseThrow()))
                .isEqualTo(List.of());
    }

    @Test
    void theWholeDefinitionSaysWhetherItCanBePublished() {
        WholeDefinition definitions = new WholeDefinition(BUILT_IN);
        assertThat(definitions.of(BUILT_IN.indicator("PR-04").orElseThrow()))
                .containsEntry("computed", true)
                .containsEntry("publishable", true)
                .containsEntry("unit", "ratio")
                .containsEntry("made-of", List.of("event"));
        assertThat(definitions.of(BUILT_IN.indicator("IM-06").orElseThrow()))
                .containsEntry("computed", false)
                .containsKey("requires");
    }
}
