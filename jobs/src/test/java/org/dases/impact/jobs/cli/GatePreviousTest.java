// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate alone on a table that was released before. */
class GatePreviousTest extends ReleasedFiles {
    /** a moved by 3; 143 less c would tell so of a and b, so that c protects it: both look the same. */
    @Test
    void whatMovedByLessThanKShowsTheEarlierFigure() throws IOException {
        assertThat(gate("one.csv", "a,30\nb,40\nc,50\n").code()).isZero();
        Called called = gate("two.csv", "a,33\nb,40\nc,70\n", "one.csv", "--json");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(rows("two.csv"))
                .containsExactly(
                        "Total,143,FALSE,FALSE,FALSE",
                        "a,30,FALSE,FALSE,TRUE",
                        "b,40,FALSE,FALSE,FALSE",
                        "c,50,FALSE,FALSE,TRUE");
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
                .contains(
                        "x,freq,primary,suppressed,frozen,insider",
                        "a,3,TRUE,TRUE,FALSE,FALSE",
                        "b,12,FALSE,TRUE,FALSE,FALSE");
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

    /** Readers could subtract what the new codes have together from what the old ones had. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~Total~:[~a~,~b~,~d~]| a,30 b,40 d,50| one.csv:5:1: The cell has a code that is not in the hierarchies",
                "~Total~:[~r~,~c~],~r~:[~a~,~b~]| a,30 b,40 c,50| Code r of dimension x is new, but stands above a",
                "~Total~:[~a~,~b~],~a~:[~c~]| b,40 c,50| one.csv.restricted:1:1: The codes below Total of dimension x are others than in this release, or counts in it"
            })
    void codesThatWerePublishedStayWhereTheyAre(String tree, String cells, String message) throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        Files.writeString(at("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{" + tree.replace('~', '"') + "}}}");
        Called called = gate("two.csv", cells.replace(' ', '\n') + "\n", "one.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(message).contains("Nothing was written");
        assertThat(at("two.csv")).doesNotExist();
    }

    /** A new code beside or below the old ones is no sum of what was told. */
    @Test
    void newCodesMayComeBesideTheOldOnes() throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        Files.writeString(at("h.json"), "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\",\"d\"]}}}");
        assertThat(gate("two.csv", "a,30\nb,40\nc,50\nd,20\n", "one.csv").code())
                .isZero();
        assertThat(rows("two.csv")).contains("d,20,FALSE,FALSE,FALSE", "Total,140,FALSE,FALSE,FALSE");
    }

    /** In the third release a would be 3 more than readers know from the first. */
    @Test
    void aReleaseThatIsNotNamedIsMissed() throws IOException {
        gate("one.csv", "a,50\nb,60\nc,70\n");
        gate("two.csv", "a,52\nb,61\nc,90\n", "one.csv");
        assertThat(rows("two.csv")).contains("a,50,FALSE,FALSE,TRUE");
        for (List<String> named : List.of(List.of("two.csv"), List.of("two.csv", "one.csv"))) {
            Called called = gate("three.csv", "a,53\nb,75\nc,110\n", named.toArray(String[]::new));
            assertThat(called.code()).isEqualTo(2);
            assertThat(called.err())
                    .contains(
                            "two.csv:1:1: A frozen cell shows another figure than was told last by the releases named")
                    .contains("Name all earlier releases of the table, the oldest first.");
        }
        assertThat(at("three.csv")).doesNotExist();
        assertThat(gate("three.csv", "a,53\nb,75\nc,110\n", "one.csv", "two.csv")
                        .code())
                .isZero();
        assertThat(rows("three.csv")).contains("a,50,FALSE,FALSE,TRUE");
    }

    /** No cell is frozen, so that figures alone do not tell that a release is left out, or was made anew. */
    @Test
    void aReleaseThatIsNotNamedIsMissedEvenWhereNothingIsFrozen() throws IOException {
        gate("one.csv", "a,50\nb,60\nc,70\n");
        gate("two.csv", "a,70\nb,80\nc,90\n", "one.csv");
        assertThat(String.join("\n", rows("two.csv"))).doesNotContain("TRUE");
        Called called = gate("three.csv", "a,53\nb,80\nc,90\n", "two.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .contains("two.csv:1:1: It was released after others that are not named before it.")
                .contains("Name all earlier releases of the table, the oldest first.");
        gate("one.csv", "a,51\nb,60\nc,70\n");
        assertThat(gate("three.csv", "a,53\nb,80\nc,90\n", "one.csv", "two.csv").err())
                .contains("two.csv:1:1: It was released after others");
        assertThat(at("three.csv")).doesNotExist();
    }

    /**
     * What an editor or the transfer to another machine does to lines, and two releases that did not know each other.
     */
    @Test
    void releasesAreNamedByWhatTheyTold() throws IOException {
        gate("one.csv", "a,50\nb,60\nc,70\n");
        gate("other.csv", "a,70\nb,80\nc,90\n");
        gate("two.csv", "a,90\nb,100\nc,110\n", "one.csv", "other.csv");
        Files.writeString(at("one.csv"), Files.readString(at("one.csv")).replace("\n", "\r\n"));
        Called called = gate("three.csv", "a,110\nb,120\nc,130\n", "other.csv", "one.csv", "two.csv");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(gate("four.csv", "a,110\nb,120\nc,130\n", "one.csv", "one.csv")
                        .err())
                .contains("one.csv:1:1: It is named twice.");
    }

    /** Nothing was hidden, and still it is not known with which k. */
    @Test
    void aMissingRestrictedFileIsTold() throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        gate("two.csv", "a,50\nb,60\nc,70\n", "one.csv");
        Files.delete(at("one.csv.restricted"));
        Called called = gate("three.csv", "a,70\nb,80\nc,90\n", "one.csv", "two.csv");
        assertThat(called.code()).as(called.err()).isZero();
        assertThat(called.err()).contains("one.csv.restricted is missing").contains("(0 cells)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--k=20| It was released with k = 20, and what was hidden then must stay so.| Go on with --k 20.",
                "--zeros=withhold| It withheld zeros; those that are told now could be held against it.|"
                        + " Go on with --zeros withhold."
            })
    void whatWasAskedForThenIsAskedForNow(String then, String reason, String fix) throws IOException {
        gate("one.csv", "a,0\nb,40\nc,50\n", then);
        Called called = gate("two.csv", "a,0\nb,47\nc,70\n", "one.csv");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("one.csv:1:1: " + reason).contains(fix);
        assertThat(at("two.csv")).doesNotExist();
        assertThat(gate("two.csv", "a,0\nb,47\nc,70\n", "one.csv", then).code()).isZero();
    }

    @Test
    void anEarlierReleaseIsWhole() throws IOException {
        Files.writeString(
                at("h.json"),
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}},"
                        + "\"y\":{\"cols\":[\"y\"],\"tree\":{\"Total\":[\"p\",\"q\"]}}}");
        Files.writeString(
                at("cut.csv"),
                "x,y,freq,primary,suppressed,frozen\nTotal,Total,60,FALSE,FALSE,FALSE\na,p,50,FALSE,FALSE,FALSE\n");
        Files.writeString(at("u.csv"), "x,y,freq\na,p,51\nb,q,20\n");
        Called cut = Called.with(
                "gate",
                at("u.csv").toString(),
                at("h.json").toString(),
                "--k=10",
                "--lang=en",
                "--out=" + at("two.csv"),
                "--previous=" + at("cut.csv"));
        assertThat(cut.code()).isEqualTo(2);
        assertThat(cut.err()).contains("Cells are missing: there are 2 rows, and 4 combinations of their codes.");
        assertThat(at("two.csv")).doesNotExist();
    }

    @Test
    void restrictedFilesAreNotOverwritten() throws IOException {
        gate("one.csv", "a,30\nb,40\nc,50\n");
        String before = Files.readString(at("one.csv.restricted"));
        for (String witnesses : List.of("one.csv.restricted", "two.csv.restricted")) {
            Called called = gate("two.csv", "a,30\nb,40\nc,50\n", "one.csv", "--witnesses=" + at(witnesses));
            assertThat(called.code()).isEqualTo(2);
            assertThat(called.err()).contains("The file of witnesses is another one of those named.");
        }
        assertThat(at("one.csv.restricted")).hasContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30,FALSE,TRUE,FALSE| The restricted file does not belong to",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,31,FALSE,FALSE,FALSE| The restricted file does not belong to",
                "one.csv| a,30,FALSE,FALSE,FALSE| b,30,FALSE,FALSE,FALSE| :4:1: The cell stands there twice.",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,,FALSE,FALSE,FALSE| :3:1: freq, suppressed and frozen do not fit",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30,FALSE,no,FALSE| :3:1: suppressed is neither TRUE nor FALSE.",
                "one.csv| a,30,FALSE,FALSE,FALSE| a,30| :3:1: The row has 2 columns where there should be 5.",
                "one.csv| x,freq| y,freq| :1:1: There is no column x.",
                "one.csv.restricted| x,freq| y,freq| .restricted:3:1: There is no column x.",
                "one.csv.restricted| a,30,FALSE,FALSE,FALSE| a,-1,FALSE,FALSE,FALSE| .restricted:5:1: freq, suppressed",
                "one.csv.restricted| a,30,FALSE,FALSE,FALSE,FALSE| a,30,FALSE,FALSE,FALSE,no| :5:1: insider is neither TRUE nor FALSE.",
                "one.csv.restricted| a,30,FALSE,FALSE,FALSE,FALSE| a,30,FALSE,FALSE,FALSE,TRUE| frozen and insider do not fit",
                "one.csv.restricted| zeros=publish| zeros=| .restricted:2:1: The line does not say how the table was"
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
        Files.createSymbolicLink(at("link.csv"), at("one.csv"));
        Files.createSymbolicLink(at("link.csv.restricted"), at("one.csv.restricted"));
        assertThat(gate("one.csv", "a,30\nb,40\nc,50\n", "link.csv").err()).contains("is one of those to read");
    }
}
