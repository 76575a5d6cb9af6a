// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.dases.impact.jobs.cli.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attack on the table of a thousand cells, k = 10, as others protected it, as we do, and as it is. */
class AuditedCasesTest {
    @TempDir
    Path folder;

    /** That 115 of its 168 unsafe cells are bounded below 10 was found with other programs. */
    @Test
    void eliminationAloneLeavesBounds() throws IOException {
        Called called = audit(PeerFilesTest.cases().resolve("peer-s1k-gauss-none.csv"));
        assertThat(called.code()).as(called.err()).isEqualTo(4);
        JsonNode found = new ObjectMapper().readTree(called.out());
        assertThat(found.get("computed")).isEmpty();
        assertThat(found.get("printedBelowK")).isEmpty();
        assertThat(found.get("undecided")).isEmpty();
        assertThat(found.get("boundedBelowK")).hasSize(115);
        assertThat(found.get("hidden").asInt()).isEqualTo(168 + 233);
    }

    @Test
    void whatTheGateWritesIsSafe() throws IOException {
        Path cases = PeerFilesTest.cases();
        Path out = folder.resolve("out.csv");
        Called called = Called.with(
                "gate",
                cases.resolve("s1k.csv").toString(),
                cases.resolve("s1k.hier.json").toString(),
                "--k=10",
                "--out",
                out.toString());
        assertThat(called.code()).as(called.err()).isZero();
        Called audited = audit(out);
        assertThat(audited.code()).as(audited.out() + audited.err()).isZero();
        assertThat(new ObjectMapper().readTree(audited.out()).get("safe").asBoolean())
                .isTrue();
    }

    /** 168 unsafe cells, says the list of cases. */
    @Test
    void theTableItselfPrintsSmallCounts() throws IOException {
        Called called = audit(PeerFilesTest.cases().resolve("s1k.csv"));
        assertThat(called.code()).isEqualTo(4);
        assertThat(new ObjectMapper().readTree(called.out()).get("printedBelowK"))
                .hasSize(168);
    }

    private static Called audit(Path table) {
        return Called.with(
                "audit",
                table.toString(),
                PeerFilesTest.cases().resolve("s1k.hier.json").toString(),
                "--k=10",
                "--json");
    }
}
