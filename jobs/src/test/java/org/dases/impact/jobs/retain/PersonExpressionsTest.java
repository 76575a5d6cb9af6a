// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.canonical.TableMapping;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.RecordForm;
import org.junit.jupiter.api.Test;

class PersonExpressionsTest {
    @Test
    void isWhatTheMappingGivesToPseudonym() {
        assertThat(of(RecordForm.NONE, "pseudonym(etudiant)")).hasValue(List.of("etudiant"));
        assertThat(of(RecordForm.NONE, " Pseudonym( concat('a', lower(etudiant)) ) "))
                .hasValue(List.of(" concat('a', lower(etudiant)) "));
    }

    @Test
    void aMemberOfAParsedRecordIsReadFromItsText() {
        assertThat(of(RecordForm.XAPI, "pseudonym(coalesce(statement.actor.account.name, statement.actor.mbox))"))
                .hasValue(List.of("coalesce(get_json_object(record, '$.actor.account.name'),"
                        + " get_json_object(record, '$.actor.mbox'))"));
        assertThat(of(RecordForm.JSON, "pseudonym(record.who)")).hasValue(List.of("get_json_object(record, '$.who')"));
        assertThat(of(RecordForm.XAPI, "pseudonym(record)")).hasValue(List.of("record"));
    }

    @Test
    void nobodyKnowsWhomAnythingElseStandsFor() {
        assertThat(of(RecordForm.NONE, "concat(pseudonym(a), 'x')")).isEmpty();
        assertThat(of(RecordForm.NONE, "pseudonym(a) || pseudonym(b)")).isEmpty();
    }

    private static Optional<List<String>> of(RecordForm form, String learner) {
        return PersonExpressions.of(new Dataset(
                "gone",
                "urn:contract",
                "urn:resource",
                "provider",
                "domain",
                "file",
                Map.of(),
                List.of(),
                form,
                Optional.empty(),
                Map.of("enrolment", new TableMapping(Optional.empty(), Map.of("learner_pid", learner))),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
