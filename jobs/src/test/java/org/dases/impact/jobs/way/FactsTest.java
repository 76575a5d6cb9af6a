// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.dases.impact.jobs.compute.FactKeeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts in the lake go with the rows that they were made of. */
class FactsTest {
    private static final String MARKER = "X-gone";
    private static final String FACTS = "cells/facts-results-enrolment";

    @TempDir
    private Path folder;

    @Test
    void aPurgeLeavesNoFactsOfADataset() {
        TestWorkspace workspace = SmallSpace.in(folder.resolve("facts"));
        SmallSpace.addStrangers(workspace, "gone", SmallSpace.contract("gone"));
        workspace.runKeeping(new FactKeeping(false, 0));
        assertThat(facts(workspace)).anyMatch(row -> row.contains(MARKER));
        List<String> cells = rows(workspace, "cells/results");
        workspace.runKeeping(new FactKeeping(true, Long.MAX_VALUE));
        assertThat(rows(workspace, "cells/results")).as("cells without facts").isEqualTo(cells);
        workspace.write(
                "contracts/gone.json",
                SmallSpace.contract("gone").replace("\"status\": \"signed\"", "\"status\": \"revoked\""));

        workspace.runKeeping(new FactKeeping(false, 0));
        assertThat(facts(workspace)).as("not used any more").noneMatch(row -> row.contains(MARKER));
        assertThat(RestrictedFiles.holding(workspace, MARKER)).isNotEmpty();
        assertThat(workspace.retain().code()).isZero();

        assertThat(RestrictedFiles.holding(workspace, MARKER)).isEmpty();
        assertThat(workspace.files()).noneMatch(file -> file.contains("facts-"));
    }

    private static List<String> facts(TestWorkspace workspace) {
        return rows(workspace, FACTS);
    }

    private static List<String> rows(TestWorkspace workspace, String table) {
        return workspace.restricted(table).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }
}
