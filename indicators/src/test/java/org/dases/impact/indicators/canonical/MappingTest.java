// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingTest {
    @Test
    void namesUnknownTablesAndColumnsWithTheNearestKnownOne() {
        assertThat(messages("evnt", Map.of("ts", "x")))
                .containsExactly("evnt: unknown canonical table 'evnt'; did you mean 'event'?");
        assertThat(messages("skill", Map.of("skill_id", "x", "lable_fr", "y")))
                .containsExactly("skill.lable_fr: unknown canonical column 'lable_fr' in table 'skill'; "
                        + "did you mean 'label_fr'?");
        assertThat(messages("solution", Map.of("solution_id", "x", "provider_id", "y")))
                .containsExactly("solution.provider_id: provider_id cannot be mapped: it is the same for all rows of a "
                        + "dataset; set 'provider' of the dataset");
    }

    @Test
    void namesRequiredColumnsThatAreNotMapped() {
        assertThat(messages("event", Map.of("event_id", "x", "ts", "y")))
                .containsExactly("event.learner_pid: required column is not mapped; add an expression for it");
        assertThat(messages("entitlement", Map.of("solution_id", "x", "uai", "y")))
                .containsExactly("entitlement.school_year: required column is not mapped; "
                        + "add an expression that gives a text such as '2025-2026'");
        assertThat(messages("enrolment", Map.of("learner_pid", "x", "course_id", "y")))
                .containsExactly("enrolment.registered_at: the school year of a row cannot be found without it; "
                        + "map 'registered_at' or 'school_year'");
        assertThat(messages("enrolment", Map.of("learner_pid", "x", "course_id", "y", "school_year", "z")))
                .isEmpty();
    }

    @Test
    void namesRequiredColumnsOfTheDatasetThatNoTableMaps() {
        TableMapping skill = new TableMapping(Optional.empty(), Map.of("skill_id", "x"));
        Mapping mapping =
                new Mapping("d", "p", "fr", new RecordForm.Columns(), Map.of("skill", skill), List.of("skil_id"));
        assertThat(mapping.check().stream().map(MappingProblem::message))
                .containsExactly("skil_id: quality.required names 'skil_id', which no table maps; "
                        + "did you mean 'skill_id'?");
    }

    @Test
    void mapsToAtLeastOneTable() {
        Mapping mapping = new Mapping("d", "p", "fr", new RecordForm.Columns(), Map.of(), List.of());
        assertThat(mapping.check().stream().map(MappingProblem::message))
                .containsExactly("dataset 'd' maps to no table; add one under 'tables'");
    }

    @Test
    void refusesADomainThatCouldRunIntoTheIdentifier() {
        assertThatThrownBy(() -> new Mapping("d", "p", "fr\0", new RecordForm.Columns(), Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> messages(String table, Map<String, String> columns) {
        TableMapping mapping = new TableMapping(Optional.empty(), columns);
        return new Mapping("d", "p", "fr", new RecordForm.Columns(), Map.of(table, mapping), List.of())
                .check().stream().map(MappingProblem::message).toList();
    }
}
