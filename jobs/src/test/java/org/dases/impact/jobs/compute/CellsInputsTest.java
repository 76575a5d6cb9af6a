// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.dases.impact.indicators.cohort.CubeSettings;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.dases.impact.indicators.definition.Unit;
import org.junit.jupiter.api.Test;

class CellsInputsTest {
    private static final Text TITLE = new Text("titre", "title");
    private static final Indicator ROWS = new Indicator(
            "X-01",
            TITLE,
            TITLE,
            Unit.COUNT,
            "event",
            ContributorKind.LEARNER,
            Optional.empty(),
            new Measure.Rows(),
            false,
            0,
            "1.0.0",
            "test");
    private static final PublishedTable TABLE = new PublishedTable(
            "t", TITLE, List.of(ROWS), List.of(), List.of(PeriodKind.YEAR), OptionalInt.empty(), TITLE);
    private static final CubeSettings SETTINGS =
            new CubeSettings(Duration.ofMinutes(30), ZoneId.of("Europe/Paris"), MonthDay.of(9, 1));

    @Test
    void anotherEngineHasAnotherFingerprint() {
        assertThat(inputs("1.0.0", 3).fingerprint())
                .isEqualTo(inputs("1.0.0", 3).fingerprint())
                .isNotEqualTo(inputs("1.0.1", 3).fingerprint());
    }

    @Test
    void newRowsHaveAnotherFingerprint() {
        assertThat(inputs("1.0.0", 3).fingerprint())
                .isNotEqualTo(inputs("1.0.0", 4).fingerprint());
    }

    private static CellsInputs inputs(String engine, long version) {
        return CellsInputs.of(
                engine, TABLE, SETTINGS, new TreeMap<>(Map.of("d", "abc")), new TreeMap<>(Map.of("event", version)));
    }
}
