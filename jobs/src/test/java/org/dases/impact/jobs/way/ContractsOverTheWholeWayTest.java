// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.run.RunReport;
import org.dases.impact.notebooks.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a contract does not allow is read or published, the reason is told, and the other datasets go on. */
class ContractsOverTheWholeWayTest {
    private static final String SIGNED = "\"status\": \"signed\"";

    @TempDir
    private Path folder;

    @Test
    void datasetsThatContractsRefuseLeaveNoTraceInWhatIsPublished() throws IOException {
        TestWorkspace mixed = SmallSpace.in(folder.resolve("mixed"));
        refused().forEach((name, contract) -> SmallSpace.addStrangers(mixed, name, contract));

        Called run = mixed.run("--json");

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
        JsonNode told = new ObjectMapper().readTree(run.out()).path("refused");
        assertThat(told.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(refused().keySet());
        assertThat(told.path("revoked").toString()).contains("The contract has been revoked.");
        assertThat(told.path("pending").toString()).contains("pending");
        assertThat(told.path("expired").toString()).contains("The contract ended on 2024-08-31");
        assertThat(told.path("foreign").toString()).contains(SmallSpace.US);
        assertThat(told.path("unstated").toString()).contains("https://unstated.example/enrolments");
        assertThat(told.path("forbidden").toString()).contains("aggregate");
        // what may go into no figure is not read either
        assertThat(landed(mixed)).containsExactlyInAnyOrder("north", "south");
        assertThat(mixed.publishedRows()).noneMatch(row -> row.contains("X-"));
        // neither as rows nor within a total
        assertThat(mixed.publishedRows()).isEqualTo(SmallSpace.released().publishedRows());

        revokedLaterLeavesTheNextRelease(mixed);
    }

    private static void revokedLaterLeavesTheNextRelease(TestWorkspace workspace) {
        double failed = workspace
                .read("data/north/1.csv")
                .lines()
                .filter(row -> row.contains(";2023-") && row.endsWith(";echoue"))
                .count();
        workspace.write("contracts/south.json", revoked("south"));

        Called run = workspace.run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("Release 2 is published", "The contract has been revoked.");
        List<Figure> rows = workspace.published().table("results").rows();
        assertThat(rows).noneMatch(row -> row.text("faculty").equals("M"));
        // of which totals the gate tells anything is its own choice: none has anybody of south before it, either
        assertThat(workspace
                        .restricted("cells/results")
                        .where("faculty = '_T' and course = '_T' and result = 'FAIL'")
                        .where("school_year = '2023-2024' and indicator_id = 'ENR'")
                        .select("value")
                        .collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.getDouble(0)).isEqualTo(failed));
    }

    /** Where one table shows more than a contract allows, none shows anything of the dataset. */
    @Test
    void whatIsNotToBeShownInDetailIsInNoFigureAtAll() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("fine"));
        SmallSpace.addEvents(workspace, "clicks");
        String domain = "{\"leftOperand\": \"pseudonymDomain\"";
        String rule =
                "{\"leftOperand\": \"granularity\", \"operator\": \"isAnyOf\", \"rightOperand\": [%s]}, " + domain;
        workspace.write(
                "contracts/south.json",
                SmallSpace.contract("south").replace(domain, rule.formatted("\"solution_id\", \"result\", \"year\"")));
        workspace.write(
                "contracts/clicks.json",
                SmallSpace.contract("clicks").replace(domain, rule.formatted("\"solution_id\", \"year\"")));

        Called run = workspace.run();

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("Dataset south is left out: its contract limits the detail", "table success shows course_id.")
                .contains("Release 1 is published")
                .doesNotContain("Dataset clicks is left out");
        assertThat(workspace.published().table("results").rows())
                .noneMatch(row -> row.text("faculty").equals("M"))
                .anyMatch(row -> row.text("faculty").equals("L"));
        assertThat(workspace.published().latest().tableIds()).containsExactlyInAnyOrder("clicks", "results", "success");
    }

    @Test
    void aTableWhoseOnlyDatasetIsRevokedIsLeftOutAndTheOthersGoOn() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("events"));
        SmallSpace.addEvents(workspace, "clicks");
        Called first = workspace.run();
        assertThat(first.out()).as(first.err()).contains("Release 1 is published", "clicks: ");
        workspace.write("contracts/clicks.json", revoked("clicks"));

        Called run = workspace.run();

        assertThat(run.code()).as(run.out()).isEqualTo(3);
        assertThat(run.out()).contains("Release 2 is published", "The contract has been revoked.");
        assertThat(workspace.published().latest().tableIds()).containsExactly("results", "success");
    }

    /** The cells are still those of the contract before; nobody may publish them by the contract of now. */
    @Test
    void tablesWhoseContractChangedSinceTheyWereComputedAreNotPublished() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("between"));
        SmallSpace.addEvents(workspace, "clicks");
        Called computed = workspace.run("--until", "COMPUTE");
        assertThat(computed.code()).as(computed.err()).isZero();
        workspace.write("contracts/south.json", SmallSpace.contract("south").replace("2034-08-31", "2033-08-31"));

        Called changed = workspace.call("release");

        assertThat(changed.code()).as(changed.out() + changed.err()).isEqualTo(3);
        assertThat(changed.out())
                .contains("Release 1 is published", "Table results is not published", "Table success is not published")
                .contains("dataset south (contracts/south.json) has changed", "Run 'impact compute' again");
        assertThat(workspace.published().latest().tableIds()).containsExactly("clicks");

        workspace.write("contracts/clicks.json", revoked("clicks"));
        Called denied = workspace.call("release");

        assertThat(denied.code()).as(denied.out() + denied.err()).isEqualTo(3);
        assertThat(denied.out())
                .contains("nothing was published", "dataset clicks (contracts/clicks.json)")
                .contains("The contract has been revoked.");
        assertThat(workspace.published().releases()).hasSize(1);
    }

    /** The gate may take long; what was allowed when it began is asked again when it is done. */
    @Test
    void aContractRevokedWhileTheGateWorksKeepsItsTablesBack() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("meanwhile"));
        SmallSpace.addEvents(workspace, "clicks");

        RunReport report = workspace.runWith(step -> {
            if (step.equals("gate")) {
                workspace.write("contracts/clicks.json", revoked("clicks"));
            }
        });

        assertThat(report.worst()).isEqualTo(RunReport.Worst.CONTRACT);
        assertThat(workspace.published().latest().tableIds()).containsExactly("results", "success");
    }

    /** Dataset to the contract that refuses it; each is sound but for one thing. */
    private static Map<String, String> refused() {
        Map<String, String> contracts = new LinkedHashMap<>();
        contracts.put("revoked", revoked("revoked"));
        contracts.put("pending", SmallSpace.contract("pending").replace(SIGNED, "\"status\": \"pending\""));
        contracts.put("expired", SmallSpace.contract("expired").replace("2034-08-31", "2024-08-31"));
        contracts.put(
                "foreign",
                SmallSpace.contract("foreign").replace(SmallSpace.US, "https://dases.example/participants/other"));
        contracts.put(
                "unstated",
                SmallSpace.contract("unstated")
                        .replace("\"target\": \"https://unstated.example/enrolments\"", "\"target\": \"urn:other\""));
        contracts.put("forbidden", SmallSpace.contract("forbidden").replace("\"prohibition\": []", """
                "prohibition": [{"action": "aggregate", "target": "https://forbidden.example/enrolments"}]"""));
        return contracts;
    }

    private static String revoked(String dataset) {
        return SmallSpace.contract(dataset).replace(SIGNED, "\"status\": \"revoked\"");
    }

    private static List<String> landed(TestWorkspace workspace) throws IOException {
        try (Stream<Path> folders = Files.list(workspace.lake().resolve("restricted/landed"))) {
            List<String> names = new ArrayList<>();
            folders.forEach(each -> names.add(each.getFileName().toString()));
            return names;
        }
    }
}
