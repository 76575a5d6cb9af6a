// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators of a workspace's own beside the built-in ones, and what is said where they are wrong. */
class OwnIndicatorsTest {
    private static final Catalogue BUILT_IN = Catalogue.builtIn();
    private static final String SOUND = """
            - id: OWN-01
              name: {fr: "Part", en: "Share"}
              definition: {fr: "Une part.", en: "A share."}
              unit: percent
              over: enrolment
              contributor: learner_pid
              where: "result is not null"
              measure: {rate: {numerator: "result = 'PASS'", denominator: "true"}}
              sensitive: true
              minimum-contributors: 30
              version: "2.1.0"
              source: "us"
            """;

    @Test
    void readsAnOwnIndicatorWhole() {
        CatalogueReading reading = BUILT_IN.with(List.of(new CatalogueFile("indicators/own.yaml", SOUND)));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.catalogue().indicator("OWN-01"))
                .contains(new Indicator(
                        "OWN-01",
                        new Text("Part", "Share"),
                        new Text("Une part.", "A share."),
                        Unit.PERCENT,
                        "enrolment",
                        ContributorKind.LEARNER,
                        Optional.of("result is not null"),
                        new Measure.Rate("result = 'PASS'", "true"),
                        true,
                        30,
                        "2.1.0",
                        "us"));
        assertThat(reading.catalogue().place("OWN-01", "where")).hasToString("indicators/own.yaml:7:10");
    }

    @Test
    void takesAnIndicatorForSensitiveUntilToldOtherwise() {
        String text = SOUND.replace("  sensitive: true\n", "").replace("  version: \"2.1.0\"\n", "");
        Indicator indicator = BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text)))
                .catalogue()
                .indicator("OWN-01")
                .orElseThrow();
        assertThat(indicator.sensitive()).isTrue();
        assertThat(indicator.version()).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unit: percent           | unti: percent      | own.yaml:4:3: unknown key 'unti' (did you mean 'unit'?)",
                "unit: percent           | unit: percentage   | own.yaml:4:9: unknown unit 'percentage' (did you mean 'percent'?)",
                "over: enrolment         | over: enrollment   | own.yaml:5:9: unknown table 'enrollment' (did you mean 'enrolment'?)",
                "contributor: learner_pid| contributor: pupil | own.yaml:6:16: unknown contributor 'pupil'",
                "{rate: {                | {rat: {            | own.yaml:8:13: unknown measure kind 'rat' (did you mean 'rate'?)",
                "numerator:              | numerater:         | own.yaml:8:20: unknown key 'numerater' (did you mean 'numerator'?)",
                "sensitive: true         | sensitive: maybe   | own.yaml:9:14: 'sensitive' must be true or false, was 'maybe'",
                "contributors: 30        | contributors: many | own.yaml:10:25: 'minimum-contributors' must be a whole number from 0, was 'many'",
                "\"2.1.0\"               | 2.1                | own.yaml:11:12: version '2.1' is not a semantic version",
                "id: OWN-01              | id: 7              | own.yaml:1:7: id '7' must be a letter, then letters, digits, '-' and '_'",
                "id: OWN-01              | id: PR-02          | own.yaml:1:7: indicator 'PR-02' is defined already at catalogue/progress.yaml:77:7",
                "en: \"Share\"           | en: \"\"           | own.yaml:2:26: 'en' must be a text, was ''",
            })
    void saysWhereWhatAndWhy(String sound, String broken, String message) {
        String text = SOUND.replace(sound, broken);
        assertThat(text).isNotEqualTo(SOUND);
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .anySatisfy(problem -> assertThat(problem).startsWith(message + "."));
    }

    @Test
    void namesAMissingKey() {
        String text = SOUND.replace("  unit: percent\n", "");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .containsExactly("own.yaml:1:3: 'unit' is missing. Add it.");
    }

    @Test
    void namesADoubledKey() {
        String text = SOUND.replace("  unit: percent\n", "  unit: percent\n  unit: count\n");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .containsExactly("own.yaml:5:3: key 'unit' stands twice. Remove one of them.");
    }

    @Test
    void namesAColumnThatTheTableDoesNotHave() {
        String text = SOUND.replaceAll("measure: .*", "measure: {distinct: [course]}");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .singleElement()
                .asString()
                .startsWith("own.yaml:8:12: unknown column of table 'enrolment' 'course'");
    }

    @Test
    void saysThatAFileIsNoYaml() {
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", "- id: [\n")))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("own.yaml:2:1: not YAML: "));
    }

    @Test
    void saysThatAFileIsNoList() {
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", "id: X-1\n")))
                        .problems())
                .extracting(CatalogueProblem::text)
                .containsExactly(
                        "own.yaml:1:1: the file must be a list, was a mapping. Begin each entry with '- id: …'.");
    }

    @Test
    void addsNothingForAnEmptyFile() {
        CatalogueReading reading = BUILT_IN.with(List.of(new CatalogueFile("own.yaml", "# none yet\n")));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.catalogue().indicators()).isEqualTo(BUILT_IN.indicators());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PR-O2 | unknown indicator 'PR-O2' (did you mean 'PR-02'?)",
                "EQ-01 | 'OWN-01' compares 'EQ-01', which is itself derived",
                "DQ-02 | 'OWN-01' compares 'DQ-02', which is itself derived",
                "OWN-01 | 'OWN-01' compares itself: OWN-01 compares OWN-01",
                "PR-03 | 'OWN-01' is over 'enrolment', but 'PR-03' that it compares is over 'attempt_last'",
            })
    void checksWhatAGapCompares(String other, String message) {
        String text = SOUND.replaceAll(
                "measure: .*",
                "measure: {gap: {indicator: " + other + ", level: ep, advantaged: HORS, disadvantaged: EP}}");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .singleElement()
                .asString()
                .startsWith("own.yaml:8:12: " + message);
    }

    @Test
    void anEffectSizeIsBetweenRates() {
        String text = SOUND.replaceAll(
                "measure: .*",
                "measure: {effect-size: {indicator: EN-01, level: ep, advantaged: HORS, disadvantaged: EP}}");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .containsExactly(
                        "own.yaml:8:12: 'OWN-01' is an effect size between rates, but 'EN-01' is no rate. Name a"
                                + " rate, or compare by 'gap' or 'parity'.");
    }

    @Test
    void findsACircleOfComparisons() {
        String first = SOUND.replaceAll(
                "measure: .*", "measure: {gap: {indicator: OWN-02, level: ep, advantaged: HORS, disadvantaged: EP}}");
        String second = SOUND.replace("id: OWN-01", "id: OWN-02")
                .replaceAll(
                        "measure: .*",
                        "measure: {parity: {indicator: OWN-01, level: ep, advantaged: HORS, disadvantaged: EP}}");
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("a.yaml", first), new CatalogueFile("b.yaml", second)))
                        .problems())
                .extracting(CatalogueProblem::text)
                .containsExactly(
                        "a.yaml:8:12: 'OWN-01' compares itself: OWN-01 compares OWN-02 compares OWN-01. Name an"
                                + " indicator that is computed from rows.",
                        "b.yaml:8:12: 'OWN-02' compares itself: OWN-02 compares OWN-01 compares OWN-02. Name an"
                                + " indicator that is computed from rows.");
    }

    @Test
    void namesAnIdThatTwoFilesDefine() {
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("a.yaml", SOUND), new CatalogueFile("b.yaml", SOUND)))
                        .problems())
                .extracting(CatalogueProblem::text)
                .containsExactly("b.yaml:1:7: indicator 'OWN-01' is defined already at a.yaml:1:7. Choose another id; a"
                        + " built-in indicator cannot be redefined.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{quantile: {of: credits, per: [learner_pid], at: 1}} | own.yaml:8:61: 'at' must lie between 0 and 1, was '1'",
                "{quantile: {of: credits, per: [learner_pid], at: 0.0}} | own.yaml:8:61: 'at' must lie between 0 and 1, was '0.0'",
                "{quantile: {of: credits, at: 0.5}} | own.yaml:8:23: 'per' is missing",
                "{rate: {numerator: x, denominator: y, distinct: [course_id], at-least: 2}} | own.yaml:8:19: a rate with 'distinct' and 'at-least' needs both, and its units in 'per'",
                "{rate: {numerator: x, denominator: y, per: [learner_pid], at-least: 2}} | own.yaml:8:19: a rate with 'distinct' and 'at-least' needs both, and its units in 'per'",
                "{mean: {of: credits, per: [learner_pid], distinct: [course]}} | own.yaml:8:12: unknown column of table 'enrolment' 'course'",
                "{parity: {indicator: PR-02, level: ep, advantaged: HORS}} | own.yaml:8:21: 'disadvantaged' is missing",
            })
    void saysWhatIsWrongWithAMeasure(String measure, String message) {
        String text = SOUND.replaceAll("measure: .*", "measure: " + measure);
        assertThat(BUILT_IN.with(List.of(new CatalogueFile("own.yaml", text))).problems())
                .extracting(CatalogueProblem::text)
                .singleElement()
                .asString()
                .startsWith(message);
    }
}
