// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.workspace.RealData;
import org.dases.impact.notebooks.Figures;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code impact run} on the examples. The figures are those that the publishers of the files give, or counted in them
 * with other tools.
 */
class ExamplesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void findData() {
        Path data = RealData.folder(System.getenv());
        Assumptions.assumeTrue(
                Files.isDirectory(data),
                "the real data are not there: set IMPACT_REAL_DATA to their folder, or put it at ../shared/data");
    }

    @Test
    void ouladPublishesItsEnrolmentsLearnersAndResults() {
        TestWorkspace workspace = example("oulad");

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Figures all = workspace.published().table("results_by_module").where("period_kind", "all");
        assertThat(grand(all)).containsExactlyInAnyOrderEntriesOf(Map.of("OU-01", 32_593.0, "OU-02", 28_785.0));
        assertThat(all.by("result").where("indicator_id", "OU-01").rows().stream()
                        .collect(Collectors.toMap(
                                row -> row.text("result"),
                                row -> row.number("value").orElseThrow())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("PASS", 12_361.0, "WITHDRAWN", 10_156.0, "FAIL", 7_052.0, "DISTINCTION", 3_024.0));
        assertNothingCanBeComputed(workspace);
        Called audit = Called.with("audit", "-w", workspace.folder().toString(), "--lang", "en");
        assertThat(audit.code()).as(audit.out()).isZero();
        assertThat(audit.out()).contains("Safe: nothing was found");
        // 3 516 of the official file's "10-20" without "%", 1 111 enrolments of unknown band
        Figures bands = workspace
                .published()
                .table("completion_by_deprivation")
                .where("period_kind", "all")
                .where("indicator_id", "OU-01")
                .by("ses_band");
        assertThat(bands.rows().stream()
                        .map(row -> row.text("ses_band") + " " + row.text("value"))
                        .toList())
                .contains("10-20% 3516.0", "_U 1111.0")
                .noneMatch(row -> row.contains("Oct"));
    }

    @Test
    void funMoocPublishesItsStatementsLearnersAndViews() {
        TestWorkspace workspace = example("fun-mooc");

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(grand(workspace.published().table("views_by_video")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("FUN-01", 22_000.0, "FUN-02", 1_452.0, "EN-01", 1_073.0, "EN-01U", 794.0));
    }

    @Test
    void dasesLandsEightStatementsQuarantinesFourAndPublishesNobody() {
        TestWorkspace workspace = example("dases-lms");

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(workspace
                        .restricted("conformed/_runs")
                        .selectExpr("records", "quarantined")
                        .collectAsList())
                .singleElement()
                .hasToString("[12,4]");
        assertThat(workspace.restricted("conformed/event").count()).isEqualTo(8);
        assertThat(workspace.restricted("conformed/_quarantine").count()).isEqualTo(4);
        assertThat(workspace.published().table("users_by_solution").rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.isWithheld()).isTrue());
    }

    /** All four tables together; what the indicators count is told in indicators/outcomes.yaml and the catalogue. */
    private static void assertNothingCanBeComputed(TestWorkspace workspace) {
        Map<String, String> names = Map.ofEntries(
                Map.entry("OU-01.value", "rows"),
                Map.entry("PR-02.denominator", "rows"),
                Map.entry("PR-06.denominator", "rows"),
                Map.entry("OU-03.denominator", "stayed"),
                Map.entry("PR-02.numerator", "passed"),
                Map.entry("OU-03.numerator", "passed"),
                Map.entry("PR-06.numerator", "withdrawn"),
                Map.entry("OU-01.n_learners", "persons"),
                Map.entry("OU-02.value", "persons"),
                Map.entry("PR-02.n_learners", "persons"),
                Map.entry("PR-06.n_learners", "persons"),
                Map.entry("OU-03.n_learners", "persons who stayed"));
        Attacker attacker = new Attacker(names, Set.of("rows", "stayed", "passed", "withdrawn"));

        List<PrintedCell> printed = PrintedCell.all(workspace.published());

        assertThat(attacker.attack(printed)).isEmpty();
        assertThat(attacker.secrets()).isPositive();
        assertThat(printed).noneMatch(cell -> {
            long persons = cell.numbers().getOrDefault("n_learners", 0L);
            return persons > 0 && persons < 10;
        });
    }

    private TestWorkspace example(String name) {
        return TestWorkspace.copyOf(Path.of("..", "examples", name), folder.resolve(name));
    }

    /** Indicator to the value of the row that is a total in everything. */
    private static Map<String, Double> grand(Figures figures) {
        return figures.total().rows().stream()
                .collect(Collectors.toMap(
                        row -> row.text("indicator_id"),
                        row -> row.number("value").orElseThrow()));
    }
}
