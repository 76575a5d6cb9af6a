// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.cli.Called;
import org.dases.impact.jobs.conform.RunLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run of conform does after something has changed. */
class ConformAgainTest {
    private static final String HEADER = "eleve;cours;inscrit_le;resultat\n";
    private static final String OF_2023 = "E1;lecture;2023-10-02T08:00:00Z;reussi\n";
    private static final String OF_2024 = "E2;lecture;2024-10-01T08:00:00Z;reussi\n";
    private static final String OF_2025 = "E3;lecture;2025-10-01T08:00:00Z;reussi\n";

    @TempDir
    Path folder;

    private TestWorkspace workspace = new TestWorkspace(Path.of(""));

    @BeforeEach
    void conformTwoYears() {
        workspace = new TestWorkspace(folder);
        call("init");
        workspace.write("data/example/results.csv", HEADER + OF_2023 + OF_2024);
        call("pull");
        call("conform");
        assertThat(years()).containsExactly("2023-2024", "2024-2025");
    }

    @Test
    void rowsThatOnlyTheReplacedVersionOfAFileHadAreGone() {
        workspace.write("data/example/results.csv", HEADER + OF_2024);
        call("pull");
        call("conform");

        assertThat(years()).containsExactly("2024-2025");
    }

    @Test
    void aFileThatIsAddedTouchesItsOwnSchoolYearOnly() {
        workspace.write("data/example/more.csv", HEADER + OF_2025);
        call("pull");
        call("conform");

        assertThat(years()).containsExactly("2023-2024", "2024-2025", "2025-2026");
        assertThat(DeltaTable.forPath(TestSpark.session(), path("enrolment"))
                        .history(1)
                        .selectExpr("operationParameters.predicate")
                        .head()
                        .getString(0))
                .contains("2025-2026")
                .doesNotContain("2024-2025");
        assertThat(standingRecords()).isEqualTo(3);
    }

    @Test
    void anotherEngineComputesAllAgainAndCountsNoRecordTwice() {
        DeltaTable.forPath(TestSpark.session(), path("enrolment")).delete("school_year = '2023-2024'");
        call("conform");
        assertThat(years()).as("the same engine has nothing to do").containsExactly("2024-2025");

        DeltaTable.forPath(TestSpark.session(), path(RunLog.TABLE))
                .updateExpr(java.util.Map.of("engine_version", "'0.0.1'"));
        call("conform");

        assertThat(years()).containsExactly("2023-2024", "2024-2025");
        assertThat(standingRecords()).isEqualTo(2);
    }

    @Test
    void anotherMappingTakesThePlaceOfWhatTheOneBeforeMade() {
        workspace.write(
                "datasets/example.yaml",
                workspace
                        .read("datasets/example.yaml")
                        .replace("  enrolment:", "  skill_evidence:")
                        .replace("solution_id: \"'edtech-a'\"", "source: \"'edtech-a'\"")
                        .replace("course_id: cours", "skill_id: cours")
                        .replace("registered_at:", "ts:")
                        .replaceAll("\n      result: .*", "")
                        .replace("[learner_pid, course_id]", "[learner_pid]"));
        call("conform");

        assertThat(years()).isEmpty();
        assertThat(workspace.restricted("conformed/skill_evidence").count()).isEqualTo(2);
        assertThat(standingRecords()).isEqualTo(2);
    }

    private void call(String command) {
        TestSpark.session();
        Called called = Called.with(command, folder.toString());
        assertThat(called.code()).as(command + called.out() + called.err()).isZero();
    }

    private List<String> years() {
        return workspace
                .restricted("conformed/enrolment")
                .select("school_year")
                .as(Encoders.STRING())
                .sort("school_year")
                .collectAsList();
    }

    private long standingRecords() {
        return RunLog.standing(workspace.restricted("conformed/" + RunLog.TABLE))
                .selectExpr("sum(records)")
                .head()
                .getLong(0);
    }

    private String path(String table) {
        return workspace.lake().resolve("restricted/conformed").resolve(table).toString();
    }
}
