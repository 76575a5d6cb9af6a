// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two datasets are pulled and conformed at a time, two tables computed at a time. */
class SideBySideTest {
    private static final String IN_THE_WAY = ".impact/lake/restricted/landed/north";

    @TempDir
    private Path folder;

    /** The lake cannot take one dataset: a run ends there, but leaves no other dataset in pieces. */
    @Test
    void aLakeThatRefusesOneDatasetIsToldAndTheRunAfterItIsWhole() {
        TestWorkspace workspace = SmallSpace.in(folder);
        workspace.write(IN_THE_WAY, "a file where the table is to be");

        Called refused = workspace.run();

        assertThat(refused.code()).as(refused.out() + refused.err()).isNotZero();
        assertThat(refused.err()).contains("landed/north").doesNotContain("landed/south", "\tat ");
        assertThat(workspace.files()).noneMatch(file -> file.startsWith("published/"));

        workspace.delete(IN_THE_WAY);
        Called whole = workspace.run();

        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(records(workspace, "north")).isEqualTo(SmallSpace.NORTH);
        assertThat(records(workspace, "south")).isEqualTo(SmallSpace.SOUTH);
        assertThat(runs(workspace)).containsExactlyInAnyOrder("north", "south");
    }

    /** All write the same canonical table, its quarantine and the log, none of which is there yet. */
    @Test
    void datasetsThatMakeTheSameTablesAtOnceAreAllInThem() {
        TestWorkspace workspace = SmallSpace.in(folder);
        List<String> more = List.of("one", "two", "three", "four");
        more.forEach(name -> SmallSpace.addStrangers(workspace, name, SmallSpace.contract(name)));

        Called run = workspace.run("--until", "CONFORM");

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(conformed(workspace, "north")).isEqualTo(SmallSpace.NORTH);
        assertThat(conformed(workspace, "south")).isEqualTo(SmallSpace.SOUTH);
        more.forEach(name -> assertThat(conformed(workspace, name)).as(name).isEqualTo(60));
        assertThat(runs(workspace)).containsExactlyInAnyOrder("north", "south", "one", "two", "three", "four");
    }

    private static long records(TestWorkspace workspace, String dataset) {
        return workspace
                .restricted("landed/" + dataset)
                .where("_kind = 'record'")
                .count();
    }

    private static long conformed(TestWorkspace workspace, String dataset) {
        return workspace
                .restricted("conformed/enrolment")
                .where("_dataset = '" + dataset + "'")
                .count();
    }

    private static List<String> runs(TestWorkspace workspace) {
        return workspace
                .restricted("conformed/_runs")
                .select("dataset")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
