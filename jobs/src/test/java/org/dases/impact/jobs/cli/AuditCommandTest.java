// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attacker alone on small tables that can be checked by hand. */
class AuditCommandTest {
    private static final String ROW = "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\"]}}}";
    private static final String SQUARE = "{\"v1\": {\"cols\": [\"v1\"], \"tree\": {\"Total\": [\"w\", \"x\", \"y\","
            + " \"z\"]}}, \"v2\": {\"cols\": [\"v2\"], \"tree\": {\"Total\": [\"a\", \"b\", \"c\", \"d\"]}}}";

    /** A table from the test suite of sdcTable: every line has two hidden cells, and yet w,b = 47. */
    private static final String LINES = """
            v1,v2,freq,primary,suppressed
            Total,Total,3943,FALSE,FALSE
            Total,a,1012,FALSE,FALSE
            Total,b,1262,FALSE,FALSE
            Total,c,779,FALSE,FALSE
            Total,d,890,FALSE,FALSE
            w,Total,230,FALSE,FALSE
            w,a,30,TRUE,TRUE
            w,b,47,TRUE,TRUE
            w,c,64,TRUE,TRUE
            w,d,89,FALSE,FALSE
            x,Total,250,FALSE,FALSE
            x,a,90,TRUE,TRUE
            x,b,124,FALSE,FALSE
            x,c,5,TRUE,TRUE
            x,d,31,FALSE,FALSE
            y,Total,336,FALSE,FALSE
            y,a,92,FALSE,FALSE
            y,b,100,TRUE,TRUE
            y,c,59,FALSE,FALSE
            y,d,85,TRUE,TRUE
            z,Total,3127,FALSE,FALSE
            z,a,800,FALSE,FALSE
            z,b,991,TRUE,TRUE
            z,c,651,FALSE,FALSE
            z,d,685,TRUE,TRUE
            """;

    @TempDir
    Path folder;

    private Called audit(String cells, String hierarchies, String... options) throws IOException {
        Files.writeString(folder.resolve("t.csv"), cells);
        Files.writeString(folder.resolve("h.json"), hierarchies);
        List<String> args = new ArrayList<>(List.of(
                "audit",
                folder.resolve("t.csv").toString(),
                folder.resolve("h.json").toString()));
        args.addAll(List.of(options));
        if (!args.contains("--k")) {
            args.addAll(List.of("--k", "10"));
        }
        if (!args.contains("--lang=fr")) {
            args.add("--lang=en");
        }
        return Called.inBothLanguages(args);
    }

    /** 60 less 55: a and b, which show figures of another release, are 5 together now. */
    @Test
    void whatFrozenCellsHideIsBoundedToo() throws IOException {
        Called called = audit("""
                x,freq,primary,suppressed,frozen
                Total,60,FALSE,FALSE,FALSE
                a,15,FALSE,FALSE,TRUE
                b,50,FALSE,FALSE,TRUE
                c,55,FALSE,FALSE,FALSE
                """, ROW);
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.out()).contains("x=a", "x=b").doesNotContain("safe");
    }

    private JsonNode json(String cells, String hierarchies, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--json");
        return new ObjectMapper()
                .readTree(audit(cells, hierarchies, all.toArray(String[]::new)).out());
    }

    @Test
    void aCellIsExactAlthoughEachLineHidesTwo() throws IOException {
        Called called = audit(LINES, SQUARE, "--k", "5");
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.out())
                .contains("adding and subtracting what is printed: 1.")
                .contains("  v1=w, v2=b\n")
                .doesNotContain("47");
        assertThat(json(LINES, SQUARE, "--k", "5").get("computed").toString()).isEqualTo("[[\"w\",\"b\"]]");
        assertThat(audit(LINES, SQUARE, "--k", "5", "--lang=fr").out()).contains("Le tableau fuit.");
    }

    @Test
    void oneMoreHiddenCellProtectsIt() throws IOException {
        Called called = audit(LINES.replace("124,FALSE,FALSE", "124,FALSE,TRUE"), SQUARE, "--k", "5");
        assertThat(called.code()).as(called.out()).isZero();
        assertThat(called.out())
                .contains("Nothing leaks once those numbers are left out")
                .doesNotContain("Safe:");
        assertThat(called.err())
                .contains(
                        "Cells that are marked as suppressed and have a number all the same, which whoever gets this file reads: 10.");
    }

    /** a + b = 8: nobody knows which, and yet each is below 10; c is printed below 10. */
    @Test
    void tellsBoundsAndSmallCounts() throws IOException {
        String cells = "x,freq,suppressed\nTotal,17,FALSE\na,3,TRUE\nb,,FALSE\nc,9,FALSE\n";
        JsonNode json = json(cells, ROW);
        assertThat(json.get("leaking").asBoolean()).isTrue();
        assertThat(json.get("safe").asBoolean()).isFalse();
        assertThat(json.get("computed")).isEmpty();
        assertThat(json.get("boundedBelowK").toString()).isEqualTo("[[\"a\"],[\"b\"]]");
        assertThat(json.get("printedBelowK").toString()).isEqualTo("[[\"c\"]]");
        assertThat(json.get("hidden").asInt()).isEqualTo(2);
    }

    /** The number beside the mark of suppression must not be used: with it, b would follow. */
    @Test
    void aNumberBesideTheMarkIsNotUsed() throws IOException {
        String cells = "x,freq,suppressed\nTotal,50,FALSE\na,3,TRUE\nb,17,TRUE\nc,30,FALSE\n";
        assertThat(audit(cells, ROW).code()).isZero();
        assertThat(json(cells, ROW).get("hiddenWithNumber").toString()).isEqualTo("[[\"a\"],[\"b\"]]");
        assertThat(json(cells, ROW).get("safe").asBoolean()).isFalse();
    }

    /** 59 less 50: 9 are left for a and b, whatever the file says of why they are hidden. */
    @Test
    void whatTheFileSaysOfHiddenCellsIsNotBelieved() throws IOException {
        for (String primary : List.of("TRUE", "FALSE")) {
            Called called = audit("""
                    x,freq,primary,suppressed
                    Total,59,FALSE,FALSE
                    a,,%1$s,TRUE
                    b,,%1$s,TRUE
                    c,50,FALSE,FALSE
                    """.formatted(primary), ROW);
            assertThat(called.code()).as(called.out()).isEqualTo(4);
            assertThat(called.out()).contains("x=a", "x=b");
        }
    }

    /**
     * a and b are 5 together. That a is nobody may be, and is no secret then; b is known to be below 10 all the same.
     */
    @Test
    void aHiddenCellThatMayBeAZeroIsBelievedToBeOne() throws IOException {
        String cells = """
                x,freq,primary,suppressed
                Total,65,FALSE,FALSE
                a,,%s,TRUE
                b,,TRUE,TRUE
                c,60,FALSE,FALSE
                """;
        assertThat(audit(cells.formatted("FALSE"), ROW).out()).contains("x=b").doesNotContain("x=a");
        assertThat(audit(cells.formatted("FALSE"), ROW, "--zeros", "withhold").out())
                .contains("x=a", "x=b");
    }

    /** a is the count of an earlier release: it says nothing of b, although their sum is printed now. */
    @Test
    void aFrozenNumberIsNoKnowledgeOfThisRelease() throws IOException {
        String cells = """
                x,freq,primary,suppressed,frozen
                Total,70,FALSE,FALSE,FALSE
                a,15,FALSE,FALSE,%s
                b,,TRUE,TRUE,FALSE
                c,30,FALSE,FALSE,FALSE
                """;
        assertThat(json(cells.formatted("TRUE"), ROW).get("frozen").asInt()).isEqualTo(1);
        assertThat(audit(cells.formatted("TRUE"), ROW).code()).isZero();
        JsonNode fresh = json(cells.formatted("FALSE"), ROW);
        assertThat(fresh.get("computed").toString()).isEqualTo("[[\"b\"]]");
        assertThat(fresh.get("boundedBelowK")).isEmpty();
    }

    @Test
    void cellsWithoutARowAreHidden() throws IOException {
        Called called = audit("x,freq,suppressed\nTotal,50,FALSE\na,15,FALSE\nc,30,FALSE\n", ROW);
        assertThat(called.code()).isEqualTo(4);
        assertThat(called.err()).contains("1 cell has no row");
        assertThat(called.out()).contains("  x=b");
    }

    @Test
    void innerCellsAloneArePrintedWithAllTotals() throws IOException {
        assertThat(json("x,freq\na,3\nb,0\nc,30\n", ROW).get("printedBelowK").toString())
                .isEqualTo("[[\"a\"]]");
        assertThat(json("x,freq\na,3\nb,0\nc,30\n", ROW, "--zeros", "withhold")
                        .get("printedBelowK")
                        .toString())
                .isEqualTo("[[\"a\"],[\"b\"]]");
        assertThat(audit("x,freq\na,30\nb,0\nc,30\n", ROW).code()).isZero();
    }

    /** Of 10 in a and b each may be all, unless in both is somebody. What shows an earlier figure may be empty. */
    @Test
    void whoReckonsThatWithheldCellsAreNotEmptyKnowsMore() throws IOException {
        String hidden =
                "x,freq,suppressed,frozen\nTotal,40,FALSE,FALSE\na,,TRUE,FALSE\nb,,TRUE,FALSE\nc,30,FALSE,FALSE\n";
        assertThat(audit(hidden, ROW).code()).isZero();
        assertThat(json(hidden, ROW, "--strict").get("boundedBelowK").toString())
                .isEqualTo("[[\"a\"],[\"b\"]]");
        Called none = audit(hidden, ROW, "--strict", "--zeros=withhold");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("Leave one of them out");
        String frozen = hidden.replace("b,,TRUE,FALSE", "b,15,FALSE,TRUE");
        assertThat(json(frozen, ROW, "--strict").get("boundedBelowK").toString())
                .as("b may be 0 or 9")
                .isEqualTo("[[\"b\"]]");
        Called published = Called.with("audit", "usage", "--strict", "--lang=en");
        assertThat(published.code()).isEqualTo(2);
        assertThat(published.err()).contains("--strict are for files only");
    }

    /** Cells of 10^12, as the gate takes them, have totals of more digits. */
    @Test
    void largeTotalsAreRead() throws IOException {
        String table = """
                x,freq,suppressed
                Total,2999999999997,FALSE
                a,999999999999,FALSE
                b,999999999999,FALSE
                c,999999999999,FALSE
                """;
        assertThat(audit(table, ROW).code()).isZero();
    }

    @Test
    void whatIsUnderNoPrintedTotalIsSafe() throws IOException {
        assertThat(audit("x,freq,suppressed\nTotal,,TRUE\na,,TRUE\nb,,TRUE\nc,30,FALSE\n", ROW)
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x,freq,suppressed\\na,3,maybe| t.csv:2:1: suppressed is neither TRUE nor FALSE.",
                "x,freq,suppressed\\na,-3,FALSE| t.csv:2:1: freq is no whole number, 0 or more.",
                "x,freq,suppressed\\na,1000000000001,FALSE| t.csv:2:1: freq is too large.",
                "x,freq,suppressed\\na,50.000,FALSE| t.csv:2:1: freq is no whole number, 0 or more.",
                "x,freq,suppressed\\nd,3,TRUE| t.csv:2:1: Code d in column x is not in the tree of dimension x",
                "x,freq,suppressed\\na,3| t.csv:2:1: The row has 2 columns where there should be 3.",
                "x,freq,suppressed\\na,30,TRUE\\na,30,TRUE| t.csv:3:1: The cell stands in line 2 already.",
                "x,suppressed\\na,TRUE| t.csv:1:1: There is no column freq",
                "y,freq,suppressed\\na,3,TRUE| t.csv:1:1: There is no column x",
                "x,freq,suppressed,freq\\na,30,FALSE,4| t.csv:1:1: Column freq stands there twice",
                "x,freq,suppressed,suppressed\\na,30,FALSE,TRUE| t.csv:1:1: Column suppressed stands there twice",
                "x,freq,suppressed| t.csv:1:1: The table has no cells.",
                "x,freq\\na,| t.csv:2:1: freq is missing.",
                "x,freq,suppressed\\nTotal,20,FALSE\\na,30,FALSE\\nb,,TRUE\\nc,,TRUE| t.csv:1:1: The printed counts"
            })
    void aFileIsWrong(String cells, String message) throws IOException {
        Called called = audit(cells.replace("\\n", "\n"), ROW);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains(message.strip()).contains("Nothing was attacked.");
    }

    @Test
    void aFileIsMissingAHierarchyIsNoneOrKIsTooSmall() throws IOException {
        assertThat(audit("x,freq\na,3\n", "[]").code()).isEqualTo(2);
        assertThat(audit("x,freq\na,3\n", ROW, "--k", "1").err()).contains("below the floor of 5");
        Called called = Called.with(
                "audit",
                folder.resolve("none.csv").toString(),
                folder.resolve("h.json").toString(),
                "--k=10");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("none.csv:1:1");
        assertThat(Called.with("audit", "--help", "--lang=fr").out())
                .contains("Attaquer des tables publiées", "[TABLE|FILE.csv] [HIER.json]");
    }

    /** As in what `impact run` publishes, and in what programs for tables make of it. */
    @Test
    void aMarkInThePlaceOfANumberIsNone() throws IOException {
        String cells = "x,freq,suppressed\nTotal,65.0,False\na,C,True\nb,secret,True\nc,50.0,False\n";
        Called called = audit(cells, ROW);
        assertThat(called.code()).as(called.out()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("Safe:");
    }
}
