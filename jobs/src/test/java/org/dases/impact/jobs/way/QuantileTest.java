// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The median of the days on which students enrolled. Of 194 enrolments 95 are on day 9 or before and 103 on day 10 or
 * before: the 97th and the 98th are on day 10. In faculty M the 24th of 47 is on day 9: s000 to s007 and s028 enrolled
 * before, fewer than k.
 */
class QuantileTest {
    private static final String QUANTILE = """
            - id: MIDDLE
              name: {fr: "Jour d'inscription", en: "Day of enrolment"}
              definition: {fr: "Médiane du jour d'inscription.", en: "Median of the day of enrolment."}
              unit: count
              over: enrolment
              contributor: learner_pid
              measure: {quantile: {of: "dayofmonth(registered_at)", per: [learner_pid, course_id], at: 0.5}}
              sensitive: false
              version: "1.0.0"
              source: "test"
            """;

    @TempDir
    private Path folder;

    @Test
    void isToldWhereEnoughAreOnBothSides() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("indicators/own.yaml", workspace.read("indicators/own.yaml") + QUANTILE);
        workspace.delete("tables/results.yaml");
        workspace.write("tables/success.yaml", SmallSpace.byFaculty("success", "MIDDLE"));
        Called run = workspace.run();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Figure all = figure(workspace, "_T");
        assertThat(all.number("value")).hasValue(10);
        assertThat(all.whole("n_learners")).hasValue(74);
        assertThat(figure(workspace, "M").isWithheld()).isTrue();
        assertThat(Called.with("audit", "-w", folder.toString()).code()).isZero();
        assertThat(Called.with("releases", "verify", "-w", folder.toString()).code())
                .isZero();
    }

    private static Figure figure(TestWorkspace workspace, String faculty) {
        return workspace.published().table("success").rows().stream()
                .filter(row -> row.text("indicator_id").equals("MIDDLE")
                        && row.text("faculty").equals(faculty)
                        && row.text("period_kind").equals("all"))
                .findFirst()
                .orElseThrow();
    }
}
