// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalTablesTest {
    @Test
    void areThoseOfTheDomain() {
        assertThat(CanonicalTables.all().stream().map(CanonicalTable::name))
                .containsExactlyInAnyOrder(
                        "event",
                        "learner",
                        "school",
                        "solution",
                        "resource",
                        "enrolment",
                        "entitlement",
                        "exposure",
                        "outcome",
                        "survey",
                        "skill",
                        "skill_evidence");
    }

    @Test
    void nameEveryColumnOnceAndNoneThatIsAppended() {
        for (CanonicalTable table : CanonicalTables.all()) {
            List<String> names =
                    table.columns().stream().map(CanonicalColumn::name).toList();
            assertThat(names)
                    .as(table.name())
                    .hasSameSizeAs(new HashSet<>(names))
                    .doesNotContain(CanonicalTable.SCHOOL_YEAR, CanonicalTable.PROVIDER, CanonicalTable.LOCAL_DATE)
                    .doesNotContainAnyElementsOf(CanonicalTable.PROVENANCE);
        }
    }

    @Test
    void findTheNearestName() {
        assertThat(CloseNames.to("evnt", List.of("event", "learner"))).contains("event");
        assertThat(CloseNames.to("raedme", List.of("readme"))).contains("readme");
        assertThat(CloseNames.to("zzz", List.of("event"))).isEmpty();
    }
}
