// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.number;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.row;
import static org.dases.impact.indicators.cohort.spark.CubeFixture.show;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Indicators of impact, skills, equity and the ecosystem, expected values worked out by hand in the comments. */
class EcosystemIndicatorsTest {
    private static final String DASES = "https://w3id.org/xapi/lms/profile";

    /**
     * L1: 8 and 14 of 20 are 40 and 70 %; L2: 60 and 90 %; L3 was tested once, L4 on no known scale. (30 + 30) / (60 +
     * 40) = 0.6. Residuals 30 − 0.6 · 60 = −6 and 30 − 0.6 · 40 = 6: error √(72 / 1 · 2) / 100 = 0.12, t(1) = 12.7062.
     */
    @Test
    void im01IsTheGainOfTheGroupsMeans() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "outcome",
                        "learner_pid uai measure_id phase ts score scale_min scale_max school_year provider_id",
                        row("L1", "U1", "M", "PRE", "2025-10-01T08:00:00Z", 8.0, 0.0, 20.0, "2025-2026", "P1"),
                        row("L1", "U1", "M", "POST", "2026-05-01T08:00:00Z", 14.0, 0.0, 20.0, "2025-2026", "P1"),
                        row("L2", "U1", "M", "PRE", "2025-09-01T08:00:00Z", 10.0, 0.0, 100.0, "2025-2026", "P1"),
                        row("L2", "U1", "M", "PRE", "2025-10-01T08:00:00Z", 60.0, 0.0, 100.0, "2025-2026", "P1"),
                        row("L2", "U1", "M", "POST", "2026-05-01T08:00:00Z", 90.0, 0.0, 100.0, "2025-2026", "P1"),
                        row("L3", "U1", "M", "PRE", "2025-10-01T08:00:00Z", 60.0, 0.0, 100.0, "2025-2026", "P1"),
                        row("L4", "U1", "M", "PRE", "2025-10-01T08:00:00Z", 60.0, null, null, "2025-2026", "P1"),
                        row("L4", "U1", "M", "POST", "2026-05-01T08:00:00Z", 90.0, null, null, "2025-2026", "P1"));
        Map<String, Row> cells = fixture.cells(List.of("IM-01"), "measure");
        Row cell = cells.get("IM-01 M");
        assertThat(show(cell, "value numerator denominator n_learners")).isEqualTo("0.6 60.0 100.0 2");
        assertThat(number(cell, "ci_low")).isCloseTo(0.6 - 0.12 * 12.70620474, within(1e-6));
        assertThat(number(cell, "ci_high")).isCloseTo(0.6 + 0.12 * 12.70620474, within(1e-6));
    }

    /** Everybody had 100 % before: there is no gain left to make, and no number. */
    @Test
    void im01IsUndefinedAtTheTop() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "outcome",
                        "learner_pid measure_id phase ts score scale_min scale_max school_year",
                        row("L1", "M", "PRE", "2025-10-01T08:00:00Z", 20.0, 0.0, 20.0, "2025-2026"),
                        row("L1", "M", "POST", "2026-05-01T08:00:00Z", 14.0, 0.0, 20.0, "2025-2026"));
        assertThat(show(fixture.cells(List.of("IM-01")).get("IM-01"), "value denominator ci_low ci_high"))
                .isEqualTo("null 0.0 null null");
    }

    /**
     * Worked on: L1 S1 and S2, L2 S1, L3 S2 through the resource. Evidence: L1 S1; L3 S2; L2 S1 of last year does not
     * count, nor does L1's S9, never worked on. 2 of 4.
     */
    @Test
    void sk01CountsSkillsWithEvidence() {
        CubeFixture fixture = new CubeFixture()
                .with("resource", "resource_id solution_id skill_ids", row("R2", "A", List.of("S2")))
                .with(
                        "skill_evidence",
                        "learner_pid skill_id ts level school_year",
                        row("L1", "S1", "2026-01-01T08:00:00Z", "2", "2025-2026"),
                        row("L1", "S9", "2026-01-01T08:00:00Z", "2", "2025-2026"),
                        row("L2", "S1", "2025-01-01T08:00:00Z", "2", "2024-2025"),
                        row("L3", "S2", "2026-01-01T08:00:00Z", "1", "2025-2026"))
                .withEvents(
                        "resource_id action skill_ids",
                        row("L1", "U1", "R1", "VIEW", List.of("S1", "S2"), "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R1", "VIEW", List.of("S1"), "2025-10-02T08:00:00Z"),
                        row("L2", "U1", "R1", "VIEW", List.of("S1"), "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R2", "VIEW", null, "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("SK-01"), "skill");
        assertThat(show(cells.get("SK-01 _T"), "value numerator denominator n_learners"))
                .isEqualTo("50.0 2.0 4.0 3");
        assertThat(show(cells.get("SK-01 S1"), "value numerator denominator")).isEqualTo("50.0 1.0 2.0");
    }

    /** CRCN has four skills. On A 10 learners work on S1 and 9 on S2, nobody on S3 and S4: 1 of 4. B aims at none. */
    @Test
    @SuppressWarnings("unchecked") // an array of lists
    void sk02CountsSkillsThatAreWorkedOn() {
        List<List<?>> rows = new java.util.ArrayList<>();
        for (int learner = 0; learner < 10; learner++) {
            rows.add(row("L" + learner, "U1", "A", "R1", "VIEW", "2025-10-01T08:00:00Z"));
            if (learner > 0) {
                rows.add(row("L" + learner, "U1", "A", "R2", "VIEW", "2025-10-02T08:00:00Z"));
            }
        }
        rows.add(row("L1", "U1", "B", "R9", "VIEW", "2025-10-02T08:00:00Z"));
        CubeFixture fixture = new CubeFixture()
                .with(
                        "skill",
                        "skill_id framework",
                        row("S1", "CRCN"),
                        row("S2", "CRCN"),
                        row("S3", "CRCN"),
                        row("S4", "CRCN"))
                .with(
                        "resource",
                        "resource_id solution_id skill_ids",
                        row("R1", "A", List.of("S1")),
                        row("R2", "A", List.of("S2")),
                        row("R3", "A", List.of("S3")))
                .withEvents("solution_id resource_id action", rows.toArray(List[]::new));
        Map<String, Row> cells = fixture.cells(List.of("SK-02"), "framework", "solution");
        assertThat(show(cells.get("SK-02 CRCN A"), "value numerator denominator n_learners"))
                .isEqualTo("25.0 1.0 4.0 null");
        assertThat(show(cells.get("SK-02 CRCN B"), "value")).isEqualTo("0.0");
        assertThat(show(cells.get("SK-02 CRCN _T"), "value denominator")).isEqualTo("12.5 8.0");
    }

    /**
     * HORS 3 of 4, EP 1 of 4: 25 / 75. Wilson: [4.5587, 69.9358] and [30.0642, 95.4413]; Donner and Zou: below (1875 −
     * √(1875² − 4.5587 · 45.4413 · 95.4413 · 54.5587)) / (95.4413 · 54.5587), above with the other limits.
     */
    @Test
    void eq02IsTheQuotientOfInsideAndOutsidePriorityEducation() {
        CubeFixture fixture = new CubeFixture()
                .with(
                        "school",
                        "uai rep ips_quartile",
                        row("U1", "HORS", "Q4"),
                        row("U2", "REP", "Q1"),
                        row("U3", "REP+", "Q2"))
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L4", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L5", "U2", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L6", "U2", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L7", "U3", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L8", "U3", "R1", "FAIL", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells =
                fixture.cells(List.of("PR-03", "EQ-01Q", "EQ-02", "EQ-02Q"), "priority_education", "ips_quartile");
        Row parity = cells.get("EQ-02 _T _T _T");
        assertThat(show(parity, "unit n_learners numerator denominator")).isEqualTo("ratio 4 null null");
        assertThat(number(parity, "value")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(number(parity, "ci_low")).isCloseTo(0.06029, within(1e-4));
        assertThat(number(parity, "ci_high")).isCloseTo(1.33059, within(1e-4));
        assertThat(show(cells.get("EQ-01Q _T _T _T"), "value n_learners")).isEqualTo("25.0 2");
        assertThat(number(cells.get("EQ-02Q _T _T _T"), "value")).isCloseTo(2.0 / 3, within(1e-12));
    }

    /**
     * Outside 3 of 4 pass, inside 1 of 4: (ln 3 − ln ⅓) / 1.65. Wilson's interval of a logit reaches 2 asinh(z / (2 √(n
     * p (1 − p)))) = 1.942856 to each side (Newcombe 2001, The American Statistician 55:200), that of the difference √2
     * times as far.
     */
    @Test
    void eq01dIsTheGapInStandardDeviations() {
        CubeFixture fixture = new CubeFixture()
                .with("school", "uai rep", row("U1", "HORS"), row("U2", "REP"))
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L3", "U1", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L4", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L5", "U2", "R1", "PASS", "2025-10-01T08:00:00Z"),
                        row("L6", "U2", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L7", "U2", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L8", "U2", "R1", "FAIL", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-03", "EQ-01D"), "priority_education");
        Row effect = cells.get("EQ-01D _T _T");
        assertThat(show(effect, "unit n_learners n_schools numerator numerator_learners"))
                .isEqualTo("sd 4 1 null null");
        assertThat(number(effect, "value")).isCloseTo(1.331651, within(1e-6));
        assertThat(number(effect, "ci_low")).isCloseTo(-0.333569, within(1e-6));
        assertThat(number(effect, "ci_high")).isCloseTo(2.996871, within(1e-6));
    }

    /** Nobody outside passes: there is no quotient, no effect size, and no infinite one. */
    @Test
    void eq02IsUndefinedWhereNobodyOutsidePasses() {
        CubeFixture fixture = new CubeFixture()
                .with("school", "uai rep", row("U1", "HORS"), row("U2", "REP"))
                .withEvents(
                        "resource_id action",
                        row("L1", "U1", "R1", "FAIL", "2025-10-01T08:00:00Z"),
                        row("L2", "U2", "R1", "PASS", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("PR-03", "EQ-01D", "EQ-02"), "priority_education");
        assertThat(show(cells.get("EQ-02 _T _T"), "value ci_high")).isEqualTo("null null");
        assertThat(show(cells.get("EQ-01D _T _T"), "value ci_low ci_high")).isEqualTo("null null null");
    }

    /** Of four traces one has no profile, one an unknown verb. They took 1, 2, 3 and 6 hours to arrive. */
    @Test
    void ec01AndDq01fAreAboutTraces() {
        CubeFixture fixture = new CubeFixture()
                .withEvents(
                        "resource_id action profile _pulled_at",
                        row("L1", "U1", "R1", "VIEW", DASES, "2025-10-01T09:00:00Z", "2025-10-01T08:00:00Z"),
                        row("L1", "U1", "R1", null, DASES, "2025-10-01T10:00:00Z", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "VIEW", null, "2025-10-01T11:00:00Z", "2025-10-01T08:00:00Z"),
                        row("L2", "U1", "R1", "PASS", DASES, "2025-10-01T14:00:00Z", "2025-10-01T08:00:00Z"));
        Map<String, Row> cells = fixture.cells(List.of("EC-01", "DQ-01F"), "provider");
        assertThat(show(cells.get("EC-01 P1"), "value numerator denominator n_learners n_providers"))
                .isEqualTo("50.0 2.0 4.0 null 1");
        assertThat(show(cells.get("DQ-01F _T"), "value unit")).isEqualTo("3.0 hours");
    }
}
