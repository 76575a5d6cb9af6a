// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dimension whose codes are learner numbers is found before they are printed. */
class CodesOfPersonsTest {
    private static final Series VIEWS = new Series(
            "EN-01", "event", Form.COUNT, ContributorKind.LEARNER, 0, false, false, "", "1", Optional.empty());

    @ParameterizedTest
    @CsvSource({"20,0,true", "19,0,false", "18,2,true", "17,3,false", "200,20,true", "0,40,false"})
    void nearlyEachCodeIsOfOnePerson(int alone, int others, boolean isFound) {
        List<Cohort> cohorts = new ArrayList<>();
        for (int code = 0; code < alone + others; code++) {
            long learners = code < alone ? 1 : 30;
            for (String period : List.of("2023-2024", "2024-2025")) {
                cohorts.add(new Cohort(
                        List.of(Node.of(period), Node.of("2023" + code)),
                        Map.of("EN-01", Tally.figure(9, Contributors.ofLearners(learners)))));
            }
        }
        CellTable table = new CellTable(
                "views", List.of(new Axis("period", false), new Axis("course", false)), List.of(VIEWS), cohorts);

        List<String> found = CodesOfPersons.in(List.of(table));

        assertThat(found).hasSize(isFound ? 1 : 0);
        assertThat(found)
                .allSatisfy(reason -> assertThat(reason)
                        .contains("Table views", "'course'", "Leave the dimension out")
                        .doesNotContain("2023"));
    }
}
