// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided can be shown to those who gave the data, and nobody can change it unnoticed. */
class DecisionLogTest {
    @TempDir
    private Path folder;

    @Test
    void eachPointNotesWhatItDecidedAndTheLogTellsWhenItWasTouched() throws IOException {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("space"));
        SmallSpace.addStrangers(
                workspace,
                "refused",
                SmallSpace.contract("refused").replace("\"status\": \"signed\"", "\"status\": \"revoked\""));
        assertThat(workspace.run().code()).isEqualTo(3);
        assertThat(workspace.retain().code()).isZero();

        assertDecided(workspace);
        assertExported(workspace);
        Called whole = log(workspace, "--verify");
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out()).contains("The log is whole");

        long third = tamper(workspace);
        Called changed = log(workspace, "--verify", "--json");
        assertThat(changed.code()).isEqualTo(4);
        JsonNode told = new ObjectMapper().readTree(changed.out());
        assertThat(told.path("broken").asText()).isEqualTo("CHANGED");
        assertThat(told.path("number").asLong()).isEqualTo(third);

        Path file = folder.resolve("out/broken.json");
        Called export = log(workspace, "--contract", "urn:contract:north", "--out", file.toString());
        assertThat(export.code()).isEqualTo(4);
        assertThat(export.out()).contains("broken at entry " + third).doesNotContain("urn:contract:north");
        assertThat(file).doesNotExist();

        TestSpark.session().sql("delete from " + table(workspace) + " where number >= " + third);
        Called cut = log(workspace, "--verify");
        assertThat(cut.code()).isEqualTo(4);
        assertThat(cut.out()).contains("broken at entry " + third + ": it is missing");
    }

    private static void assertDecided(TestWorkspace workspace) {
        List<String> decided = workspace
                .restricted("decisions")
                .select("point", "dataset", "action", "permitted")
                .distinct()
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
        assertThat(decided)
                .contains(
                        "[E1,north,use,true]",
                        "[E1,refused,use,false]",
                        "[E2,north,read,true]",
                        "[E2,refused,read,false]",
                        "[E3,north,read,true]",
                        "[E4,north,archive,true]",
                        "[E5,north,aggregate,true]",
                        "[E5,refused,aggregate,false]",
                        "[E6,south,distribute,true]",
                        "[E6,refused,distribute,false]",
                        "[E6,,distribute,true]",
                        "[E7,north,archive,true]",
                        "[E7,south,archive,true]")
                .doesNotContain("[E4,refused,archive,true]", "[E2,refused,read,true]");
    }

    private void assertExported(TestWorkspace workspace) throws IOException {
        Path file = folder.resolve("out/refused.json");
        Called export = log(workspace, "--contract", "urn:contract:refused", "--out", file.toString());

        assertThat(export.code()).as(export.err()).isZero();
        JsonNode read = new ObjectMapper().readTree(Files.readString(file));
        assertThat(read.path("head").asText()).hasSize(64);
        assertThat(read.path("entries")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.path("contract").asText()).isEqualTo("urn:contract:refused");
            assertThat(entry.path("contract_sha256").asText()).hasSize(64);
            assertThat(entry.path("decision").asText()).isEqualTo("deny");
            assertThat(entry.path("reasons").toString()).contains("The contract has been revoked.");
            assertThat(entry.path("purposes").toString()).contains("impact-measurement");
        });
        assertThat(log(workspace, "--contract", "urn:contract:north").out()).contains("E2", "permits", "north");
    }

    /** By one who may do everything: first what is to keep rows from being changed is taken away. */
    private static long tamper(TestWorkspace workspace) {
        long third = 3;
        TestSpark.session()
                .sql("alter table " + table(workspace) + " set tblproperties ('delta.appendOnly' = 'false')");
        TestSpark.session()
                .sql("update " + table(workspace) + " set permitted = not permitted where number = " + third);
        return third;
    }

    private static String table(TestWorkspace workspace) {
        return "delta.`" + workspace.lake().resolve("restricted/decisions") + "`";
    }

    private static Called log(TestWorkspace workspace, String... more) {
        return Called.with(Stream.concat(
                        Stream.of("contracts", "log", workspace.folder().toString(), "--lang", "en"), Stream.of(more))
                .toArray(String[]::new));
    }
}
