// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.notebooks.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quotient of two rates is printed where both of them are, and nowhere else. */
class ParityTest {
    private static final String PARITY = """
            - id: PAR
              name: {fr: "Parité", en: "Parity"}
              definition: {fr: "Achèvement en S rapporté à L.", en: "Completion in S over that in L."}
              unit: ratio
              over: enrolment
              contributor: learner_pid
              measure: {parity: {indicator: PR-02, level: faculty, advantaged: L, disadvantaged: S}}
              sensitive: true
              version: "1.0.0"
              source: "test"
            """;

    private static final String EFFECT =
            PARITY.replace("PAR", "EFF").replace("unit: ratio", "unit: sd").replace("{parity:", "{effect-size:");

    @TempDir
    private Path folder;

    @Test
    void itIsTheQuotientOfWhatIsPrinted() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write("indicators/own.yaml", workspace.read("indicators/own.yaml") + PARITY + EFFECT);
        workspace.delete("tables/results.yaml");
        workspace.write("tables/success.yaml", SmallSpace.byFaculty("success", "PR-02, PAR, EFF"));

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        List<Figure> rows = workspace.published().table("success").rows();
        List<Figure> parities = rows.stream()
                .filter(row -> row.text("indicator_id").equals("PAR"))
                .toList();
        assertThat(parities).anyMatch(row -> row.number("value").isPresent());
        assertThat(rows)
                .as("nobody knows from how many schools they are")
                .filteredOn(row -> row.text("indicator_id").equals("EFF"))
                .hasSameSizeAs(parities)
                .allMatch(row ->
                        row.number("value").isEmpty() && row.text("conf_status").equals("C"));
        for (Figure parity : parities) {
            Figure south = rate(rows, parity, "S");
            Figure letters = rate(rows, parity, "L");
            boolean areBothExact =
                    south.number("value").isPresent() && letters.number("value").isPresent();
            assertThat(parity.number("value").isPresent()).as(parity.toString()).isEqualTo(areBothExact);
            if (areBothExact) {
                assertThat(parity.number("value").getAsDouble())
                        .isCloseTo(
                                south.number("value").getAsDouble()
                                        / letters.number("value").getAsDouble(),
                                within(1e-9));
            }
        }
    }

    private static Figure rate(List<Figure> rows, Figure parity, String faculty) {
        return rows.stream()
                .filter(row -> row.text("indicator_id").equals("PR-02")
                        && row.text("faculty").equals(faculty)
                        && row.text("period_kind").equals(parity.text("period_kind"))
                        && row.text("school_year").equals(parity.text("school_year")))
                .findFirst()
                .orElseThrow();
    }
}
