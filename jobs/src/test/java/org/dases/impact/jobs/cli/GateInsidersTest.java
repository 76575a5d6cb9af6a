// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a single school computes of an aggregated table is kept for the next release of it. */
class GateInsidersTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeHierarchies() throws IOException {
        Files.writeString(folder.resolve("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\"]}}}");
    }

    private List<String> rows(String out, String cells, String... previous) throws IOException {
        Files.writeString(folder.resolve("t.csv"), "x,freq,n_contrib\n" + cells);
        List<String> args = new ArrayList<>(List.of(
                "gate",
                folder.resolve("t.csv").toString(),
                folder.resolve("h.json").toString(),
                "--k=10",
                "--repair=off",
                "--out=" + folder.resolve(out)));
        for (String file : previous) {
            args.add("--previous=" + folder.resolve(file));
        }
        Called called = Called.with(args.toArray(String[]::new));
        assertThat(called.code()).as(called.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve(out));
        return lines.subList(1, lines.size());
    }

    /** The school of a takes its 8 from 38; 33 would tell it that b has 3 more. */
    @Test
    void whatASchoolComputedIsNotToldAnewWhenItMovedByFew() throws IOException {
        assertThat(rows("one.csv", "a,8,1\nb,30,2\n"))
                .containsExactly("Total,38,FALSE,FALSE,FALSE", "a,,TRUE,TRUE,FALSE", "b,,FALSE,TRUE,FALSE");
        assertThat(Files.readAllLines(folder.resolve("one.csv.restricted")))
                .contains(
                        "Total,38,FALSE,FALSE,FALSE,FALSE", "a,8,TRUE,TRUE,FALSE,FALSE", "b,30,FALSE,TRUE,FALSE,TRUE");
        assertThat(rows("two.csv", "a,20,1\nb,33,2\n", "one.csv"))
                .containsExactly("Total,38,FALSE,FALSE,TRUE", "a,20,FALSE,FALSE,FALSE", "b,,FALSE,TRUE,FALSE");
        assertThat(rows("three.csv", "a,20,1\nb,40,2\n", "one.csv", "two.csv"))
                .containsExactly("Total,60,FALSE,FALSE,FALSE", "a,20,FALSE,FALSE,FALSE", "b,40,FALSE,FALSE,FALSE");
    }

    /** Restricted files of before have no column for it: they are read as they were. */
    @Test
    void aRestrictedFileOfBeforeSaysNothingOfIt() throws IOException {
        rows("one.csv", "a,8,1\nb,30,2\n");
        Path restricted = folder.resolve("one.csv.restricted");
        List<String> older = Files.readAllLines(restricted).stream()
                .map(line -> line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(',')))
                .toList();
        assertThat(older).contains("x,freq,primary,suppressed,frozen", "b,30,FALSE,TRUE,FALSE");
        Files.write(restricted, older);
        assertThat(rows("two.csv", "a,20,1\nb,33,2\n", "one.csv"))
                .containsExactly("Total,53,FALSE,FALSE,FALSE", "a,20,FALSE,FALSE,FALSE", "b,33,FALSE,FALSE,FALSE");
    }

    /** The school of G2 has 20 and 30 of the 55 in L1, of which nobody says that they are its 50: 5 are of G1. */
    @Test
    void whoIsAloneBehindATotalIsSoBehindAllThatIsInIt() throws IOException {
        Files.writeString(
                folder.resolve("h.json"),
                "{\"geo\":{\"cols\":[\"geo\"],\"tree\":{\"Total\":[\"G1\",\"G2\"]}},"
                        + "\"lev\":{\"cols\":[\"lev\"],"
                        + "\"tree\":{\"Total\":[\"L1\",\"L2\"],\"L1\":[\"a\",\"b\",\"x\"],\"L2\":[\"c\",\"d\"]}}}");
        String cells = "G2,a,20,1\nG2,b,30,1\nG1,x,5,1\nG2,c,20,1\nG2,d,30,1\n";
        Files.writeString(folder.resolve("t.csv"), "geo,lev,freq,n_contrib\n" + cells + "G2,Total,100,1\n");
        Called called = Called.with(
                "gate",
                folder.resolve("t.csv").toString(),
                folder.resolve("h.json").toString(),
                "--k=10",
                "--out=" + folder.resolve("out.csv"));
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .contains("Total,L1,,FALSE,TRUE,FALSE", "G1,L1,,TRUE,TRUE,FALSE", "G2,L1,50,FALSE,FALSE,FALSE");
    }
}
