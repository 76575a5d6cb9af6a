// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.retain.Cause;
import org.dases.impact.jobs.retain.Purged;
import org.dases.impact.jobs.retain.RetainReport;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.notebooks.PublishedLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a contract does not allow to keep leaves every file of the restricted zones, and nothing else does. */
class RetainTest {
    /** Students of dataset gone: only its rows have this course, and cells show it where it was computed. */
    private static final String MARKER = "X-gone";

    private static final int STRANGERS = 60;

    @TempDir
    private Path folder;

    @Test
    void rowsOfARevokedContractLeaveEveryFile() throws Exception {
        TestWorkspace workspace = releasedWithStrangers("revoked");
        workspace.write("contracts/gone.json", revoked("gone"));
        Called without = workspace.run();
        assertThat(without.out()).contains("Release 2 is published");
        assertThat(RestrictedFiles.holding(workspace, MARKER))
                .as("older versions are still there")
                .isNotEmpty();
        Map<String, String> before = contents(workspace);

        Called dry = workspace.retain("--dry-run", "--json");

        assertThat(dry.code()).as(dry.err()).isZero();
        JsonNode would = new ObjectMapper().readTree(dry.out());
        assertThat(would.at("/purged/0/dataset").asText()).isEqualTo("gone");
        assertThat(would.at("/purged/0/landed").asText()).isEqualTo("60");
        assertThat(contents(workspace)).isEqualTo(before);

        killOnceBegun(workspace);
        Called again = workspace.retain();

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("Purged: gone, landed under urn:contract:gone: 60 landed records, 60 conformed rows")
                .contains("The contract has been revoked.", "Release 1 rests on it, in: results, success")
                .doesNotContain("Release 2 rests");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
        assertOthersStay(workspace);
        assertRecorded(workspace);
        assertThat(workspace.retain().out()).contains("No row has to go.");
        assertThat(workspace.run().code()).isEqualTo(3);
        assertThat(printed(workspace)).noneMatch(row -> row.contains("X-"));
    }

    /** Written down, but nothing of it removed. */
    private static void killOnceBegun(TestWorkspace workspace) throws IOException {
        try (ChildRun retain = ChildRun.of(workspace, "retain")) {
            retain.killOnce(workspace.lake().resolve("restricted/purges/_delta_log/%020d.json".formatted(1)));
        }
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isNotEmpty();
    }

    private static void assertOthersStay(TestWorkspace workspace) {
        for (Map.Entry<String, Integer> each :
                Map.of("north", SmallSpace.NORTH, "south", SmallSpace.SOUTH).entrySet()) {
            assertThat(workspace
                            .restricted("landed/" + each.getKey())
                            .where("_kind = 'record'")
                            .count())
                    .isEqualTo((long) each.getValue());
        }
        assertThat(workspace.restricted("conformed/enrolment").count()).isEqualTo(SmallSpace.NORTH + SmallSpace.SOUTH);
    }

    private static void assertRecorded(TestWorkspace workspace) {
        assertThat(workspace
                        .restricted("purges")
                        .select("state", "dataset", "cause", "landed")
                        .collectAsList())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("[BEGUN,gone,REVOKED,60]", "[DONE,gone,REVOKED,60]");
        assertThat(workspace
                        .restricted("purged_releases")
                        .select("release_id", "table_id", "dataset")
                        .collectAsList())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("[1,results,gone]", "[1,success,gone]");
    }

    @Test
    void whatNoContractCoversGoesButOnlyWhereAPersonSaysSo() {
        TestWorkspace workspace = releasedWithStrangers("missing");
        workspace.delete("datasets/gone.yaml");
        assertThat(workspace.retain().out()).as("the contract still allows it").contains("No row has to go.");
        workspace.delete("contracts/gone.json");
        workspace.write("contracts/torn.json", "{");

        Called unsure = workspace.retain();

        assertThat(unsure.code()).isEqualTo(2);
        assertThat(unsure.out()).contains("No row has to go.", "Not decided: Rows of dataset gone", "impact check");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isNotEmpty();

        workspace.delete("contracts/torn.json");
        Called missing = workspace.retain();
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.out()).contains("No row has to go.", "--gone urn:contract:gone");
        Called wrong = workspace.retain("--gone", "urn:contract:north", "--gone", "urn:contract:nobody");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("urn:contract:north: the contract is in the folder", "urn:contract:nobody: no row landed");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isNotEmpty();

        Called sure = workspace.retain("--lang", "fr", "--gone", "urn:contract:gone");

        assertThat(sure.code()).as(sure.err()).isZero();
        assertThat(sure.out()).contains("Purgé : gone", "faute de contrat", "au ministère");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
        assertOthersStay(workspace);
    }

    @Test
    void whatWasKeptLongEnoughIsNotUsedAndGoes() {
        TestWorkspace workspace = ReleasedOnce.withStrangersIn(folder.resolve("kept"));
        workspace.write(
                "contracts/gone.json",
                SmallSpace.contract("gone")
                        .replace(
                                "\"duty\": []",
                                "\"duty\": [{\"action\": \"delete\", \"constraint\": [{\"leftOperand\": \"elapsedTime\","
                                        + " \"operator\": \"lteq\", \"rightOperand\": \"P30D\"}]}]"));
        Instant soon = Instant.now().plus(Duration.ofDays(29));
        Instant late = Instant.now().plus(Duration.ofDays(31));
        assertThat(workspace.retainAt(soon).purged()).isEmpty();

        RunReport run = workspace.runAt(late);

        assertThat(run.left().get("gone"))
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("Data may be kept for P30D", "'impact retain'"));
        assertThat(printed(workspace)).noneMatch(row -> row.contains("X-"));
        RetainReport report = workspace.retainAt(late);
        assertThat(report.purged())
                .extracting(Purged::dataset, Purged::cause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("gone", Cause.RETENTION));
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
        assertOthersStay(workspace);
        // the file is known to be read: it does not come back on its own
        assertThat(workspace.runAt(late.plusSeconds(60)).worst()).isEqualTo(RunReport.Worst.NONE);
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
    }

    @Test
    void aRunKeepsRetentionOutAndNothingIsPulledAfterTheDateOfDeletion() {
        TestWorkspace workspace = releasedWithStrangers("date");
        workspace.write(
                "contracts/gone.json",
                SmallSpace.contract("gone")
                        .replace(
                                "\"duty\": []",
                                "\"duty\": [{\"action\": \"delete\", \"constraint\": [{\"leftOperand\": \"dateTime\","
                                        + " \"operator\": \"lteq\", \"rightOperand\": \"2024-01-01T00:00:00Z\"}]}]"));
        workspace.runWith(step -> {
            if (step.equals("pull north")) {
                Called busy = workspace.retain();
                assertThat(busy.code()).isEqualTo(5);
                assertThat(busy.err()).contains("Nothing was changed");
            }
        });

        assertThat(workspace.retain().out()).contains("the date for deletion is past");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
        Called run = workspace.run();
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("demands that all data are deleted by 2024-01-01T00:00:00Z");
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
    }

    private TestWorkspace releasedWithStrangers(String name) {
        TestWorkspace workspace = ReleasedOnce.withStrangers(folder.resolve(name));
        assertThat(workspace
                        .restricted("conformed/enrolment")
                        .where("_dataset = 'gone'")
                        .count())
                .isEqualTo(STRANGERS);
        return workspace;
    }

    /** Rows with numbers; those that an earlier release told stay as secret ones. */
    private static List<String> printed(TestWorkspace workspace) {
        return workspace.publishedRows().stream()
                .filter(row -> row.contains("conf_status=F"))
                .toList();
    }

    private static String revoked(String dataset) {
        return SmallSpace.contract(dataset).replace("\"status\": \"signed\"", "\"status\": \"revoked\"");
    }

    private static Map<String, String> contents(TestWorkspace workspace) {
        Map<String, String> contents = new TreeMap<>();
        workspace.files().forEach(name -> {
            Path file = workspace.lake().resolve(name);
            contents.put(name, Files.isRegularFile(file) ? RestrictedFiles.bytes(file) : "");
        });
        assertThat(PublishedLake.isAt(workspace.lake().resolve("published"))).isTrue();
        return contents;
    }
}
