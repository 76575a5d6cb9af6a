// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Earlier releases that another program has written anew, and those that the gate is told to write over. */
class GateRewrittenTest extends ReleasedFiles {
    /** What programs for tables make of it. */
    @Test
    void marksAndCountsMayBeWrittenOtherwise() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        Files.writeString(
                at("one.csv"),
                "x,freq,suppressed,frozen\nTotal,65.0,False,False\na,C,True,False\nb,,VRAI,FAUX\nc,50.0,False,False\n");
        assertThat(gate("two.csv", "a,3\nb,12\nc,70\n", "one.csv").code()).isZero();
        assertThat(rows("two.csv")).contains("a,,TRUE,TRUE,FALSE", "b,,FALSE,TRUE,FALSE", "c,70,FALSE,FALSE,FALSE");
        Files.writeString(at("one.csv"), "x,freq,suppressed,frozen\nTotal,65,no,FALSE\n");
        Called called = gate("three.csv", "a,3\nb,12\nc,70\n", "one.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("one.csv:2:1: suppressed is neither TRUE nor FALSE. Write TRUE or FALSE.");
    }

    /** The first is out already, as whoever wrote the second over it may have forgotten. */
    @Test
    void anotherReleaseThatStoodThereIsKept() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        List<String> first = rows("one.csv");
        assertThat(gate("one.csv", "a,3\nb,12\nc,50\n").err()).isEmpty();
        assertThat(at("one.csv.1")).doesNotExist();

        Called called = gate("one.csv", "a,3\nb,12\nc,70\n");

        assertThat(called.code()).isZero();
        assertThat(called.err()).contains("one.csv.1 is what stood there before: another release. If readers have it");
        assertThat(rows("one.csv.1")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("one.csv.1.restricted"))))
                .isEqualTo("rw-------");
        assertThat(gate("one.csv", "a,3\nb,12\nc,70\n", "--previous=" + at("one.csv.1"))
                        .err())
                .contains("one.csv.2 is what stood there before");
        assertThat(rows("one.csv")).contains("a,,TRUE,TRUE,FALSE", "c,70,FALSE,FALSE,FALSE");
    }

    /** A name that is taken, if only by a link to nowhere, is left alone; nothing is moved before all is written. */
    @Test
    void whatIsKeptTakesNoName() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        Files.createSymbolicLink(at("one.csv.1"), at("nowhere"));
        Path witnesses = at("one.csv.2");
        gate("one.csv", "a,3\nb,12\nc,70\n", "--witnesses=" + witnesses);
        assertThat(rows("one.csv.3")).contains("c,50,FALSE,FALSE,FALSE");
        assertThat(Files.readString(witnesses)).contains("witness");
        Files.delete(at("one.csv"));
        assertThat(gate("one.csv", "a,3\nb,12\nc,90\n").err())
                .contains("one.csv.4.restricted is what stood there before: the restricted file");
        assertThat(at("one.csv.4.restricted")).content().contains("c,70,FALSE,FALSE,FALSE");
        assertThat(gate("one.csv", "a,3\nb,12\nc,90\n", "--zeros=withhold").err())
                .as("what was asked is another thing")
                .contains("one.csv.5 is what stood there before");
    }

    /** Its printed figures stand nowhere else. */
    @Test
    void aTableWithoutItsRestrictedFileIsKept() throws IOException {
        gate("one.csv", "a,3\nb,12\nc,50\n");
        List<String> first = rows("one.csv");
        Files.delete(at("one.csv.restricted"));
        assertThat(gate("one.csv", "a,3\nb,12\nc,70\n").err())
                .contains("one.csv.1 is what stood there before, without a restricted file beside it.");
        assertThat(rows("one.csv.1")).isEqualTo(first);
        assertThat(at("one.csv.1.restricted")).doesNotExist();
    }

    @Test
    void otherWitnessesThatStoodThereAreKeptForTheirOwnerAlone() throws IOException {
        Path witnesses = at("wit.txt");
        Files.writeString(witnesses, "of another table");
        Called called = gate("one.csv", "a,3\nb,12\nc,50\n", "--witnesses=" + witnesses);
        assertThat(called.err()).contains("wit.txt.1 is the restricted file of witnesses that stood there before.");
        assertThat(at("wit.txt.1")).hasContent("of another table");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at("wit.txt.1"))))
                .isEqualTo("rw-------");
        assertThat(gate("one.csv", "a,3\nb,12\nc,50\n", "--witnesses=" + witnesses)
                        .err())
                .isEmpty();
    }

    /** As where a disk was full. */
    @Test
    void aRestrictedFileOfWhichTheEndIsMissingComesFromABackup() throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        String whole = Files.readString(at("one.csv.restricted"));
        for (int cut : List.of(1, 3, 10, 60)) {
            Files.writeString(at("one.csv.restricted"), whole.substring(0, whole.length() - 1 - cut));
            assertThat(gate("two.csv", "a,30\nb,40\nc,70\n", "one.csv").err())
                    .contains("The file ends in the middle of a line. Take it from a backup.");
        }
        Files.writeString(at("one.csv.restricted"), "");
        assertThat(gate("two.csv", "a,30\nb,40\nc,70\n", "one.csv").err())
                .contains("one.csv.restricted:1:1: The file is empty. Take it from a backup.");
    }
}
