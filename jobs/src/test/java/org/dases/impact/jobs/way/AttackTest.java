// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;

/** What somebody can compute who has all published tables of a release. */
class AttackTest {
    private static final int K = 10;
    private static final String DECISIONS = "decisions";
    /** Every row counted by the rates is an enrolment, so that these numbers are the same under several names. */
    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ENR.value", "rows"),
            Map.entry("PR-02.denominator", "rows"),
            Map.entry("PR-06.denominator", "rows"),
            Map.entry("STU.value", "persons"),
            Map.entry("ENR.n_learners", "persons"),
            Map.entry("STU.n_learners", "persons"),
            Map.entry("PR-02.n_learners", "persons"),
            Map.entry("PR-06.n_learners", "persons"),
            Map.entry("PR-02.numerator", "passed"),
            Map.entry("PR-06.numerator", "withdrawn"));

    static final Set<String> ADDITIVE = Set.of("rows", "passed", "withdrawn");

    @Test
    void noWithheldNumberOfAllTablesTogetherCanBeComputed() {
        List<PrintedCell> printed = PrintedCell.all(SmallSpace.released().published());
        Attacker attacker = new Attacker(NAMES, ADDITIVE);

        assertThat(attacker.attack(printed)).isEmpty();
        assertThat(attacker.secrets()).isPositive();
        assertThat(printed).anyMatch(cell -> !cell.withheld());
    }

    @Test
    void noPublishedRowIsAboutFewerThanKPersons() {
        assertThat(PrintedCell.all(SmallSpace.released().published())).noneMatch(cell -> {
            long persons = cell.numbers().getOrDefault("n_learners", 0L);
            return persons > 0 && persons < K;
        });
    }

    /**
     * The same attacker on the same cells, of which only the small ones are withheld: else the test above shows
     * nothing.
     */
    @Test
    void thresholdsAloneWouldNotHoldAgainstThisAttacker() {
        TestWorkspace workspace = SmallSpace.released();
        List<PrintedCell> naive = workspace.published().latest().tableIds().stream()
                .flatMap(table -> PrintedCell.thresholdOnly(
                        table,
                        workspace.restricted("cells/" + table).collectAsList(),
                        workspace.published().table(table).levels(),
                        K)
                        .stream())
                .toList();

        // 3 of L1 are what is missing of L in 2023, 8 of S2 of north's two courses of S
        assertThat(new Attacker(NAMES, ADDITIVE).attack(naive)).contains("rows course=L1 faculty=L year=2023-2024 = 3");
    }

    @Test
    void aSecondRunPublishesNothingNewAndWritesNothingButWhatItDecided() {
        TestWorkspace workspace = SmallSpace.released();
        Map<String, Long> before = versions(workspace);
        long decided = workspace.restricted(DECISIONS).count();

        Called run = workspace.run();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Nothing new: release 1");
        assertThat(versions(workspace)).isEqualTo(before).isNotEmpty();
        assertThat(workspace.restricted(DECISIONS).count()).isGreaterThan(decided);
    }

    /** Number of commits of every Delta table of the lake but the decision log. */
    private static Map<String, Long> versions(TestWorkspace workspace) {
        return workspace.files().stream()
                .filter(file -> file.matches(".*/_delta_log/\\d+\\.json"))
                .filter(file -> !file.startsWith("restricted/" + DECISIONS + "/"))
                .collect(Collectors.groupingBy(
                        file -> file.substring(0, file.indexOf("/_delta_log")), Collectors.counting()));
    }
}
