// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attacker finds nothing in a release, and whatever is printed too much in a table that was changed. */
class PublishedAuditTest {
    private static final String ALL = "period_kind = 'all' and result = '_T' and ";

    @TempDir
    private Path folder;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeEach
    void copy() {
        workspace = TestWorkspace.copyOf(SmallSpace.released().folder(), folder.resolve("space"));
    }

    @Test
    void nothingIsFoundInARelease() throws IOException {
        Files.move(workspace.lake().resolve("restricted"), folder.resolve("away"));

        Called audit = audit("en");

        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
        assertThat(audit.out()).contains("Release 1: ", "Safe: nothing was found");
        JsonNode json =
                new ObjectMapper().readTree(audit("en", "success", "--json").out());
        assertThat(json.path("safe").asBoolean()).isTrue();
        assertThat(json.path("rows").asLong())
                .isEqualTo(workspace.published().table("success").rows().size());
    }

    /**
     * Courses L1 and L2 have 3 and 24 students, faculty L 89 enrolments of 41 students; k is 10. L2 is there in one
     * year only: its total gives away the cell of that year, which is withheld.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indicator_id = 'ENR' and course = 'L3'                   | n_learners = 3                | about fewer persons
            indicator_id = 'ENR' and course = 'L2'                   | conf_status = 'F', value = 24 | ENR {course=L2, faculty=L, period=2023-2024}
            indicator_id = 'ENR' and course = 'L2'                   | conf_status = 'F', value = 24 | must be below the threshold
            indicator_id = 'STU' and faculty = 'L' and course = '_T' | conf_status = 'F', n_learners = 70 | All but a few persons
            indicator_id = 'STU' and course = '_T'                   | conf_status = 'F', n_learners = case faculty when 'L' then 41 when 'M' then 29 when 'S' then 50 else 111 end | are in several parts
            """)
    void whatIsPrintedTooMuchIsFound(String where, String set, String found) {
        update(ALL + where, set);

        Called audit = audit("en", "results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out()).contains(found, "The release leaks");
    }

    @Test
    void whatIsAskedWronglyIsToldWithItsFix() {
        Called table = audit("en", "result");
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("no table result in release 1", "results, success");
        Called onlyK = Called.with("audit", "a.csv", "--k", "10", "--lang", "en");
        assertThat(onlyK.code()).isEqualTo(2);
        assertThat(onlyK.err()).contains("file of hierarchies is missing", "impact audit FILE.csv HIER.json");
        Called file = Called.with("audit", "a.csv", "b.json", "--lang", "en");
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("--k is missing");
    }

    /** The whole has 111 students, so that a part cannot have more results than it. */
    @Test
    void countsThatContradictEachOtherAreNotCalledSafe() {
        update(ALL + "indicator_id = 'ENR' and faculty = 'M' and course = '_T'", "value = 100000");

        Called audit = audit("en", "results");

        assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(4);
        assertThat(audit.out()).contains("contradict each other").doesNotContain("Safe");
    }

    @Test
    void aReleaseWithoutItsCertificateIsNotCalledSafe() {
        workspace.delete(".impact/lake/published/certificates/release-1.json");

        Called audit = audit("fr");

        assertThat(audit.code()).isEqualTo(4);
        assertThat(audit.err()).contains("ne peut être attaquée", "Son certificat manque");
    }

    @Test
    void noReleaseIsNothingToAttack() throws IOException {
        Files.move(workspace.lake(), folder.resolve("away"));

        assertThat(audit("en").code()).isZero();
        assertThat(audit("en").out()).contains("No release yet");
    }

    private void update(String where, String set) {
        String path = workspace.lake().resolve("published/results").toString();
        for (String constraint : List.of("at_least_k", "confidential_has_no_number")) {
            TestSpark.session().sql("alter table delta.`" + path + "` drop constraint " + constraint);
        }
        TestSpark.session().sql("update delta.`" + path + "` set " + set + " where " + where);
    }

    private Called audit(String language, String... more) {
        List<String> args = new ArrayList<>(List.of("audit"));
        args.addAll(List.of(more));
        args.addAll(List.of("-w", workspace.folder().toString(), "--lang", language));
        return Called.with(args.toArray(String[]::new));
    }
}
