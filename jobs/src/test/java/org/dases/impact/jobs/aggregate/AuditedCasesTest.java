// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
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
        Path out = folder.resolve("out.csv");
        Called called = gate(out);
        assertThat(called.code()).as(called.err()).isZero();
        Called audited = audit(out);
        assertThat(audited.code()).as(audited.out() + audited.err()).isZero();
        assertThat(new ObjectMapper().readTree(audited.out()).get("safe").asBoolean())
                .isTrue();
    }

    /** That 52 are bounded by who reckons that what is withheld is not empty was found with another solver. */
    @Test
    void whoReckonsThatWithheldCellsAreNotEmptyBoundsThemUnlessTheGateIsStrict() throws IOException {
        Path out = folder.resolve("out.csv");
        assertThat(gate(out).code()).isZero();
        Called audited = audit(out, "--strict");
        assertThat(audited.code()).isEqualTo(4);
        assertThat(new ObjectMapper().readTree(audited.out()).get("boundedBelowK"))
                .hasSize(52);
        assertThat(gate(out, "--repair=strict").code()).isZero();
        assertThat(audit(out, "--strict").code()).isZero();
        assertThat(audit(out).code()).isZero();
    }

    private static Called gate(Path out, String... options) {
        Path cases = PeerFilesTest.cases();
        List<String> call = new ArrayList<>(List.of(
                "gate",
                cases.resolve("s1k.csv").toString(),
                cases.resolve("s1k.hier.json").toString(),
                "--k=10",
                "--out",
                out.toString()));
        call.addAll(List.of(options));
        return Called.with(call.toArray(String[]::new));
    }

    @Test
    void witnessesAreOfTheTableTheyWereWrittenWith() throws IOException {
        Path out = folder.resolve("out.csv");
        Path witnesses = folder.resolve("witnesses.csv");
        Called called = gate(out, "--singletons=off", "--witnesses", witnesses.toString());
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(Files.getPosixFilePermissions(witnesses))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(audit(out, "--witnesses", witnesses.toString()).code()).isZero();
        Called other =
                audit(PeerFilesTest.cases().resolve("peer-s1k-gauss-none.csv"), "--witnesses", witnesses.toString());
        assertThat(other.code())
                .as("the same counts; what is printed here, the witnesses change")
                .isEqualTo(4);
        List<String> lines = new ArrayList<>(Files.readAllLines(witnesses));
        lines.set(2, lines.get(2).replaceAll("[0-9]+$", "123456"));
        Files.write(witnesses, lines);
        Called tampered = audit(out, "--witnesses", witnesses.toString());
        assertThat(tampered.code()).isEqualTo(2);
        assertThat(tampered.err()).contains("witnesses are not of this table").doesNotContain("123456");
        Files.write(witnesses, lines.subList(0, 1));
        assertThat(audit(out, "--witnesses", witnesses.toString()).code()).isEqualTo(2);
    }

    /** 168 unsafe cells, says the list of cases. */
    @Test
    void theTableItselfPrintsSmallCounts() throws IOException {
        Called called = audit(PeerFilesTest.cases().resolve("s1k.csv"));
        assertThat(called.code()).isEqualTo(4);
        assertThat(new ObjectMapper().readTree(called.out()).get("printedBelowK"))
                .hasSize(168);
    }

    private static Called audit(Path table, String... options) {
        List<String> call = new ArrayList<>(List.of(
                "audit",
                table.toString(),
                PeerFilesTest.cases().resolve("s1k.hier.json").toString(),
                "--k=10",
                "--json"));
        call.addAll(List.of(options));
        return Called.with(call.toArray(String[]::new));
    }
}
