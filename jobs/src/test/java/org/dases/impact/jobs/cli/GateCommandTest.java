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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate alone on small tables that can be checked by hand. */
class GateCommandTest {
    static final String SQUARE = "{\"sex\": {\"cols\": [\"sex\"], \"tree\": {\"Total\": [\"F\", \"M\"]}},"
            + " \"geo\": {\"cols\": [\"aca\", \"dep\"], \"tree\": {\"Total\": [\"A\", \"B\"], \"A\": [\"A1\", \"A2\"]}}}";

    @TempDir
    Path folder;

    @BeforeEach
    void writeHierarchies() throws IOException {
        Files.writeString(folder.resolve("h.json"), SQUARE);
    }

    Called gate(String cells, String... options) throws IOException {
        Files.writeString(folder.resolve("t.csv"), cells);
        List<String> args = new ArrayList<>(List.of("gate", at("t.csv"), at("h.json"), "--out", at("out.csv")));
        args.addAll(List.of(options));
        if (!args.contains("--lang=fr")) {
            args.add("--lang=en");
        }
        return Called.with(args.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    /** F in A1 is 3: it takes A2 or the other sex, and so on round the square; B and all totals stay. */
    private static final String CELLS = """
            aca,dep,sex,freq
            A,A1,F,3
            A,A1,M,40
            A,A2,F,50
            A,A2,M,60
            B,B,F,70
            """;

    @Test
    void writesARowACellInTheOrderOfTheHierarchies() throws IOException {
        Called called = gate(CELLS, "--k", "10");
        assertThat(called.err())
                .contains("t.csv: inner cells without a row, where nobody counts as being there: 1.")
                .hasLineCount(1);
        assertThat(called.code()).isZero();
        assertThat(out())
                .containsExactly(
                        "sex,dep,freq,primary,suppressed,frozen",
                        "Total,Total,223,FALSE,FALSE,FALSE",
                        "Total,A,153,FALSE,FALSE,FALSE",
                        "Total,B,70,FALSE,FALSE,FALSE",
                        "Total,A1,43,FALSE,FALSE,FALSE",
                        "Total,A2,110,FALSE,FALSE,FALSE",
                        "F,Total,123,FALSE,FALSE,FALSE",
                        "F,A,53,FALSE,FALSE,FALSE",
                        "F,B,70,FALSE,FALSE,FALSE",
                        "F,A1,,TRUE,TRUE,FALSE",
                        "F,A2,,FALSE,TRUE,FALSE",
                        "M,Total,100,FALSE,FALSE,FALSE",
                        "M,A,100,FALSE,FALSE,FALSE",
                        "M,B,0,FALSE,FALSE,FALSE",
                        "M,A1,,FALSE,TRUE,FALSE",
                        "M,A2,,FALSE,TRUE,FALSE");
        assertThat(called.out()).contains("Cells: 15. Withheld: 4, of which unsafe by themselves 1");
    }

    @Test
    void theSummaryIsThereForMachinesAndInFrench() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(gate(CELLS, "--k", "10", "--json").out());
        assertThat(json.get("cells").asInt()).isEqualTo(15);
        assertThat(json.get("primary").asInt()).isEqualTo(1);
        assertThat(json.get("secondary").asInt()).isEqualTo(3);
        assertThat(json.get("suppressed").asInt()).isEqualTo(4);
        assertThat(json.get("frozen").asInt()).isZero();
        assertThat(json.get("written").asBoolean()).isTrue();
        assertThat(gate(CELLS, "--k", "10", "--lang=fr").out()).contains("Cellules : 15. Retenues : 4");
    }

    /**
     * The school of a1 and a2 would know B: 95 − 30 − 50 − 9. Where the total does not say so, they may be of two
     * schools.
     */
    @Test
    void aTotalTellsThatItIsOfOneSchool() throws IOException {
        Files.writeString(
                folder.resolve("h1.json"),
                "{\"geo\":{\"cols\":[\"g1\",\"geo\"],"
                        + "\"tree\":{\"Total\":[\"A\",\"B\",\"C\",\"D\"],\"A\":[\"a1\",\"a2\"]}}}");
        String inner = "g1,geo,freq,n_contrib\nA,a1,4,1\nA,a2,5,1\nB,B,6,3\nC,C,30,4\nD,D,50,5\n";
        assertThat(schools(inner).code()).isZero();
        assertThat(out()).contains("Total,95,FALSE,FALSE,FALSE", "B,,TRUE,TRUE,FALSE", "C,30,FALSE,FALSE,FALSE");
        assertThat(schools(inner + "A,A,9,1\n").code()).isZero();
        assertThat(out()).contains("Total,95,FALSE,FALSE,FALSE", "B,,TRUE,TRUE,FALSE", "C,,FALSE,TRUE,FALSE");
        Called wrong = schools(inner.replace("a2,5,1", "a2,5,2") + "A,A,9,1\n");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err())
                .contains(":7:1: An inner cell of the total has more schools or providers than the total, or all");
        assertThat(schools(inner + "A,A,9,2\n").code()).isZero();
        // nobody is in a cell without persons, and no school without one of its own
        assertThat(schools(inner.replace("a2,5,1", "a2,0,4") + "A,A,4,5\n").code())
                .isEqualTo(2);
        assertThat(schools(inner.replace("a2,5,1", "a2,5,40") + "A,A,9,40\n").code())
                .isEqualTo(2);
        Called more = schools(inner + "A,A,9,3\n");
        assertThat(more.code()).isEqualTo(2);
        assertThat(more.err()).contains(":7:1: An inner cell of the total has more schools");
    }

    private Called schools(String cells) throws IOException {
        Files.writeString(folder.resolve("s.csv"), cells);
        return Called.with("gate", at("s.csv"), at("h1.json"), "--k=10", "--lang=en", "--out", at("out.csv"));
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Called called = gate(CELLS, "--k", "10", "--dry-run");
        assertThat(called.code()).isZero();
        assertThat(called.out()).contains("Withheld: 4").contains("Nothing was written");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    /** Every second combination is a zero that nobody may know of: 0 and 3 are both withheld. */
    @Test
    void zerosAreWithheldWhereThatIsAsked() throws IOException {
        assertThat(gate(CELLS, "--k", "10", "--zeros", "withhold").code()).isZero();
        assertThat(out()).contains("M,B,,TRUE,TRUE,FALSE", "F,A1,,TRUE,TRUE,FALSE");
    }

    @Test
    void aTableOfZerosIsPrintedAsItIs() throws IOException {
        Called called = gate("aca,dep,sex,freq\nA,A1,F,0\nA,A2,M,0\n", "--k", "10");
        assertThat(called.code()).isZero();
        assertThat(called.out()).contains("Withheld: 0").doesNotContain("No figure of anybody can be told");
        assertThat(out()).contains("Total,Total,0,FALSE,FALSE,FALSE");
    }

    @Test
    void aTableWithNobodyToTellOfIsWrittenWithoutFigures() throws IOException {
        Called called = gate("aca,dep,sex,freq\nA,A1,F,3\nA,A2,M,4\n", "--k", "10");
        assertThat(called.code()).isZero();
        assertThat(called.out()).contains("No figure of anybody can be told");
        assertThat(out()).contains("Total,Total,,TRUE,TRUE,FALSE", "F,A1,,TRUE,TRUE,FALSE");
        assertThat(out()).noneMatch(line -> line.matches("([^,]*,){2}[1-9].*"));
    }

    /** A2 is of one school: where A is told it need only subtract itself. */
    @Test
    void aSchoolThatIsAloneInACellIsReckonedWith() throws IOException {
        String cells = """
                aca;dep;sex;freq;n_contrib
                A;A1;F;7;3
                A;A2;F;12;1
                B;B;F;30;4
                A;A1;M;20;4
                A;A2;M;20;4
                B;B;M;20;4
                """;
        assertThat(gate(cells, "--k", "10", "--repair", "off", "--singletons", "off")
                        .code())
                .isZero();
        assertThat(out()).contains("F,A1,,TRUE,TRUE,FALSE", "F,A2,,FALSE,TRUE,FALSE", "F,B,30,FALSE,FALSE,FALSE");
        assertThat(gate(cells, "--k", "10", "--repair", "off").code()).isZero();
        assertThat(out()).contains("F,A1,,TRUE,TRUE,FALSE", "F,A,,FALSE,TRUE,FALSE", "F,B,,FALSE,TRUE,FALSE");
    }

    /** Of totals only bounds are known: 90 % of A's girls may be of one school, those of all girls may not. */
    @Test
    void rulesOnSchoolsAndProvidersApplyWhereAsked() throws IOException {
        String cells = """
                aca,dep,sex,freq,n_contrib,n_prov,top1
                A,A1,F,100,2,3,90
                A,A2,F,100,3,3,90
                B,B,F,200,4,1,60
                B,B,M,300,9,9,100
                """;
        assertThat(gate(cells, "--k", "10", "--schools", "3").code()).isZero();
        assertThat(out()).contains("F,A1,,TRUE,TRUE,FALSE", "F,A,200,FALSE,FALSE,FALSE");
        assertThat(gate(cells, "--k", "10", "--singletons", "off", "--largest-school", "85")
                        .code())
                .isZero();
        assertThat(out()).contains("F,A1,,TRUE,TRUE,FALSE", "F,A,,TRUE,TRUE,FALSE", "F,Total,400,FALSE,FALSE,FALSE");
        assertThat(gate(cells, "--k", "10", "--singletons", "off", "--providers", "2")
                        .code())
                .isZero();
        assertThat(out()).contains("F,B,,TRUE,TRUE,FALSE", "F,A1,100,FALSE,FALSE,FALSE");
    }

    /** Ten learners are of ten schools at most, whatever the column says. */
    @Test
    void aCellHasNoMoreSchoolsThanLearners() throws IOException {
        String cells = "aca,dep,sex,freq,n_contrib\nA,A1,F,10,20\nA,A2,F,100,20\nB,B,M,300,20\n";
        assertThat(gate(cells, "--k", "10", "--schools", "11").code()).isZero();
        assertThat(out()).contains("F,A1,,TRUE,TRUE,FALSE", "F,Total,110,FALSE,FALSE,FALSE");
    }

    /** Two cells of one school each: it may be the same one, so that their total may be of one school too. */
    @Test
    void aTotalOverSingleSchoolsMayBeOfOneSchool() throws IOException {
        String cells = "aca,dep,sex,freq,n_contrib\nA,A1,F,100,1\nA,A2,F,100,1\nB,B,M,300,9\n";
        assertThat(gate(cells, "--k", "10", "--schools", "2").code()).isZero();
        assertThat(out()).contains("F,A,,TRUE,TRUE,FALSE", "F,Total,,TRUE,TRUE,FALSE");
    }

    @Test
    void totalsThatAddUpMayStandThere() throws IOException {
        assertThat(gate(CELLS + "A,Total,F,53\nTotal,Total,Total,223\nA,,M,100\n", "--k", "10")
                        .code())
                .isZero();
        assertThat(out()).hasSize(16);
    }

    @Test
    void codesWithCommasAndQuotesAreQuoted() throws IOException {
        Files.writeString(
                folder.resolve("h.json"),
                "{\"x\": {\"cols\": [\"x, y\"], \"tree\": {\"All\": [\"a,b\", \"c \\\"d\\\"\"]}}}");
        assertThat(gate("\"x, y\",freq\n\"a,b\",30\n\"c \"\"d\"\"\",40\n", "--k", "10")
                        .code())
                .isZero();
        assertThat(out())
                .containsExactly(
                        "\"x, y\",freq,primary,suppressed,frozen",
                        "Total,70,FALSE,FALSE,FALSE",
                        "\"a,b\",30,FALSE,FALSE,FALSE",
                        "\"c \"\"d\"\"\",40,FALSE,FALSE,FALSE");
    }

    @Test
    void anEarlierFileStaysWhenTheNextRunFails() throws IOException {
        gate(CELLS, "--k", "10");
        List<String> before = out();
        assertThat(gate(CELLS + "A,A1,F,3\n", "--k", "10").code()).isEqualTo(2);
        assertThat(out()).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("h.json", "t.csv", "out.csv", "out.csv.restricted");
        }
    }

    /** 501 × 501 cells; that they have no counts is found afterwards. */
    @Test
    void whatWillTakeLongIsSaidBefore() throws IOException {
        String codes = IntStream.range(0, 500).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));
        String tree = "\"tree\": {\"Total\": [" + codes + "]}}";
        Files.writeString(
                folder.resolve("h.json"),
                "{\"x\": {\"cols\": [\"x\"], " + tree + ", \"y\": {\"cols\": [\"y\"], " + tree + "}");
        Called called = gate("x,y\nc0,c0\n", "--k", "10");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("The table has 251,001 cells: it may take an hour")
                .contains("There is no column freq");
    }

    @Test
    void tabsMayStandBetweenValues() throws IOException {
        assertThat(gate(CELLS, "--k", "10").code()).isZero();
        List<String> commas = out();
        assertThat(gate(CELLS.replace(',', '\t'), "--k", "10").code()).isZero();
        assertThat(out()).isEqualTo(commas);
    }
}
