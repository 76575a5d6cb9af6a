// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate alone on a table that was released before. */
class GatePreviousTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeHierarchies() throws IOException {
        Files.writeString(
                folder.resolve("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}}}");
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Called gate(String out, String cells, String... options) throws IOException {
        Files.writeString(at("t.csv"), "x,freq\n" + cells);
        List<String> args = new ArrayList<>(List.of(
                "gate", at("t.csv").toString(), at("h.json").toString(), "--k=10", "--repair=off", "--lang=en"));
        args.addAll(List.of("--out", at(out).toString()));
        for (String option : options) {
            args.add(option.endsWith(".csv") ? "--previous=" + at(option) : option);
        }
        return Called.with(args.toArray(String[]::new));
    }

    private List<String> rows(String out) throws IOException {
        List<String> lines = Files.readAllLines(at(out));
        return lines.subList(1, lines.size());
    }

    /** a moved by 3; what protects it, b, did not move: both look the same. */
    @Test
    void whatMovedByLessThanKShowsTheEarlierFigure() throws IOException {
        assertThat(gate("one.csv", "a,30\nb,40\nc,50\n").code()).isZero();
        Called called = gate("two.csv", "a,33\nb,40\nc,70\n", "one.csv", "--json");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(rows("two.csv"))
                .containsExactly(
                        "Total,143,FALSE,FALSE,FALSE",
                        "a,30,FALSE,FALSE,TRUE",
                        "b,40,FALSE,FALSE,TRUE",
                        "c,70,FALSE,FALSE,FALSE");
        assertThat(new ObjectMapper().readTree(called.out()).get("frozen").asInt())
                .isEqualTo(2);
        assertThat(gate("three.csv", "a,40\nb,41\nc,70\n", "one.csv", "two.csv").code())
                .isZero();
        assertThat(rows("three.csv"))
                .as("the total moved by 8 since it was told, so that a and b cannot both be told anew")
                .contains("Total,143,FALSE,FALSE,TRUE", "a,40,FALSE,FALSE,FALSE", "b,40,FALSE,FALSE,TRUE");
    }

    @Test
    void theTrueCountsAreKeptForTheOwnerAlone() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        assertThat(rows("one.csv")).contains("a,,TRUE,TRUE,FALSE", "b,,FALSE,TRUE,FALSE");
        List<String> restricted = Files.readAllLines(at("one.csv.restricted"));
        assertThat(restricted.get(0)).startsWith("# RESTRICTED").contains("Never publish");
        assertThat(restricted)
                .contains("x,freq,primary,suppressed,frozen", "a,3,TRUE,TRUE,FALSE", "b,12,FALSE,TRUE,FALSE");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("one.csv.restricted"))))
                .isEqualTo("rw-------");
    }

    /** With the true counts it is known that b moved by 13; without, it may not have. */
    @Test
    void whatWasSecretStaysSoWhereItsCountIsNotKnownAnyMore() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        assertThat(gate("two.csv", "a,20\nb,25\nc,50\n", "one.csv").code()).isZero();
        assertThat(rows("two.csv")).contains("a,20,FALSE,FALSE,FALSE", "b,25,FALSE,FALSE,FALSE");
        Files.delete(at("one.csv.restricted"));
        Called called = gate("three.csv", "a,20\nb,25\nc,50\n", "one.csv");
        assertThat(called.code()).isZero();
        assertThat(called.err()).contains("one.csv.restricted is missing").contains("(2 cells)");
        assertThat(rows("three.csv")).contains("a,,FALSE,TRUE,FALSE", "b,,FALSE,TRUE,FALSE");
    }

    @Test
    void cellsThatAreNoLongerThereAreTold() throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        Files.writeString(at("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"d\"]}}}");
        Called called = gate("two.csv", "a,30\nb,40\nd,50\n", "one.csv");
        assertThat(called.code()).isZero();
        assertThat(called.err()).contains("one.csv has 1 cells whose codes are not in the hierarchies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30,FALSE,TRUE,FALSE| The restricted file does not belong to",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,31,FALSE,FALSE,FALSE| The restricted file does not belong to",
                "one.csv| a,30,FALSE,FALSE,FALSE| b,30,FALSE,FALSE,FALSE| :4:1: The cell stands there twice.",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,,FALSE,FALSE,FALSE| :3:1: freq, suppressed and frozen do not fit",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30,FALSE,no,FALSE| :3:1: freq, suppressed and frozen do not fit",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30| :3:1: The row has 2 columns where there should be 5.",
                "one.csv| x,freq| y,freq| :1:1: There is no column x.",
                "one.csv.restricted| x,freq| y,freq| .restricted:2:1: There is no column x.",
                "one.csv.restricted| a,30,FALSE,FALSE,FALSE| a,-1,FALSE,FALSE,FALSE| .restricted:4:1: freq, suppressed"
            })
    void anEarlierFileIsWrong(String file, String written, String by, String message) throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        Files.writeString(at(file), Files.readString(at(file)).replace(written, by));
        Called called = gate("two.csv", "a,30\nb,40\nc,50\n", "one.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(message).contains("Nothing was written");
        assertThat(at("two.csv")).doesNotExist();
        assertThat(at("two.csv.restricted")).doesNotExist();
    }

    @Test
    void anEarlierFileIsMissingOrWouldBeOverwritten() throws IOException {
        Called called = gate("two.csv", "a,30\nb,40\nc,50\n", "one.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("one.csv:1:1: The file cannot be read: there is no such file");
        gate("one.csv", "a,30\nb,40\nc,50\n");
        assertThat(gate("one.csv", "a,30\nb,40\nc,50\n", "one.csv").err()).contains("is one of those to read");
    }
}
