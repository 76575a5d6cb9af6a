// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.canonical.TableMapping;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.RecordForm;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final List<Dataset> DATASETS =
            List.of(dataset("courses", "enrolment"), dataset("pupils", "learner"), dataset("traces", "event"));

    @Test
    void aRegisterLendsAttributesButIsNotMeasured() {
        assertThat(Inputs.measured(over("enrolment"), DATASETS)).containsExactly("courses");
    }

    @Test
    void sessionsAreMeasuredOnTheEventsTheyAreMadeOf() {
        assertThat(Inputs.measured(over("session"), DATASETS)).containsExactly("traces");
        assertThat(MeasuredTables.population(over("session"))).isEqualTo("event");
    }

    private static Indicator over(String table) {
        Text text = new Text("texte", "text");
        return new Indicator(
                "X-01",
                text,
                text,
                Unit.COUNT,
                table,
                ContributorKind.LEARNER,
                Optional.empty(),
                new Measure.Rows(),
                false,
                0,
                "1.0.0",
                "test");
    }

    private static Dataset dataset(String name, String table) {
        return new Dataset(
                name,
                "urn:contract",
                "urn:resource",
                "provider",
                "domain",
                "file",
                Map.of(),
                List.of(),
                RecordForm.NONE,
                Optional.empty(),
                Map.of(table, new TableMapping(Optional.empty(), Map.of())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
