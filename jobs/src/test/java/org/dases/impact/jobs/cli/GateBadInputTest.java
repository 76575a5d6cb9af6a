// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong files and options end with code 2, say where and what to do, and leave nothing behind. */
class GateBadInputTest {
    private static final String GOOD = "aca,dep,sex,freq\nA,A1,F,13\nA,A2,M,40\nB,B,F,70\n";

    @TempDir
    Path folder;

    private Called gate(String cells, String hierarchies, String... options) throws IOException {
        Files.writeString(folder.resolve("t.csv"), cells);
        Files.writeString(folder.resolve("h.json"), hierarchies);
        return again(options);
    }

    private Called again(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("gate", at("t.csv"), at("h.json"), "--lang=en"));
        args.addAll(List.of(options));
        if (!args.contains("--out")) {
            args.addAll(List.of("--out", at("out.csv")));
        }
        if (!args.contains("--k")) {
            args.addAll(List.of("--k", "10"));
        }
        Called called = Called.inBothLanguages(args);
        assertThat(called.code()).as(called.out() + called.err()).isEqualTo(2);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("h.json", "t.csv", "folder");
        }
        return called;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aFileToWriteIsAFolder() throws IOException {
        Files.createDirectories(folder.resolve("folder/full"));
        String hierarchies =
                "{\"sex\":{\"cols\":[\"sex\"],\"tree\":{\"Total\":[\"F\",\"M\"]}},\"geo\":{\"cols\":[\"aca\",\"dep\"],"
                        + "\"tree\":{\"Total\":[\"A\",\"B\"],\"A\":[\"A1\",\"A2\"]}}}";
        for (String option : List.of("--witnesses", "--out")) {
            assertThat(gate(GOOD, hierarchies, option, at("folder")).err())
                    .contains("folder:1:1: The file to write is a folder.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A,A1,F,| t.csv:5:1: freq is missing.",
                "A,A1,M,-2| t.csv:5:1: freq is negative.",
                "A,A1,M,2.5| t.csv:5:1: freq is no whole number.",
                "A,A1,M,NaN| t.csv:5:1: freq is no number.",
                "A,A1,M,1e300| t.csv:5:1: freq is too large.",
                "A,A1,M| t.csv:5:1: The row has 3 columns where there should be 4.",
                "A,A3,M,20| t.csv:5:1: Code A3 in column dep is not in the tree of dimension geo. Correct",
                "A,4,M,20| t.csv:5:1: Code … in column dep is not in the tree of dimension geo",
                "A,jean.dupont@example.org,M,20| t.csv:5:1: Code … in column dep is not in the tree of dimension geo",
                "A,A1 b,M,20| t.csv:5:1: Code … in column dep is not in the tree of dimension geo",
                "B,A1,M,20| t.csv:5:1: Column aca says B, but A1 does not stand below it in the tree of dimension geo.",
                "A,A1,,20| t.csv:5:1: Column sex has no code.",
                "A,A1,F,13| t.csv:5:1: The cell stands in line 2 already.",
                "A,Total,F,12| t.csv:5:1: The total sex=F, dep=A is not the sum of its inner cells.",
                "Total,Total,Total,124| t.csv:5:1: The total sex=Total, dep=Total is not the sum of its inner cells."
            })
    void aRowIsWrong(String row, String message) throws IOException {
        Called called = gate(GOOD + row + "\n", GateCommandTest.SQUARE);
        assertThat(called.err()).contains(message.strip()).contains("Nothing was written. 1 problem.");
        assertThat(called.err().replaceAll("\\S*t\\.csv:5:1|line 2|3 columns|be 4|[AB]\\d", ""))
                .as("no count of a cell is told")
                .doesNotContainPattern("[2-9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aca,dep,sex,frq\\nA,A1,F,13| t.csv:1:1: There is no column freq (did you mean 'frq'?).",
                "aca,dept,sex,freq\\nA,A1,F,13| t.csv:1:1: There is no column dep (did you mean 'dept'?).",
                "dep,sex,freq\\nA1,F,13| t.csv:1:1: There is no column aca.",
                "aca,dep,sex,freq,freq\\nA,A1,F,13,14| t.csv:1:1: Column freq stands there twice",
                "aca,dep,sex,freq,n_prov,n_prov\\nA,A1,F,13,9,1| t.csv:1:1: Column n_prov stands there twice",
                "aca,dep,sex,freq| t.csv:1:1: The table has no cells.",
                "``| t.csv:1:1: The file is empty. Write a header, and a row for each inner cell.",
                "aca,dep,sex,freq,value\\nA,A1,F,13,NaN| t.csv:2:1: value is no finite number.",
                "aca,dep,sex,freq,value\\nA,A1,F,13,x| t.csv:2:1: value is no number.",
                "aca,dep,sex,freq,n_contrib\\nA,A1,F,13,-1| t.csv:2:1: n_contrib is negative."
            })
    void theTableIsWrong(String cells, String message) throws IOException {
        assertThat(gate(cells.replace("\\n", "\n"), GateCommandTest.SQUARE).err())
                .contains(message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\": | The document is not valid JSON",
                "[]| h.json:1:1: The document is not a JSON object.",
                "{}| h.json:1:1: The file names no dimension.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\",\"b\"],\"a\":[\"c\"],\"b\":[\"c\"]}}}|"
                        + " Code c of dimension x stands below two codes, a and b.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\",\"a\"]}}}| Code a of dimension x stands twice below T.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"a\":[\"b\"],\"b\":[\"a\"]}}}| goes in a circle: a, b.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"c\"],\"a\":[\"b\"],\"b\":[\"a\"]}}}| goes in a circle: a, b.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\"],\"U\":[\"b\"]}}}| has more than one total: T, U.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{}}}| The tree of dimension x is empty.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":\"a\"}}}| The codes below T of dimension x are no list.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\",true]}}}| Of the codes below T of dimension x one is no text.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\",{\"b\":1}]}}}| Of the codes below T of dimension x one is",
                "{\"\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\"]}}}| h.json:1:5: A dimension has no name.",
                "{\"x\":null}| h.json:1:6: Dimension x is null.",
                "{\"x\":{\"cols\":null,\"tree\":{\"T\":[\"a\"]}}}| 'cols' of dimension x is no list of columns.",
                "{\"x\":{\"cols\":[\"x\",null],\"tree\":{\"T\":[\"a\"]}}}| 'cols' of dimension x has a column that is null.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":null}}| 'tree' of dimension x is no object.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\",null]}}}| Of the codes below T of dimension x one is null.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"B\"],\"B\":null}}}| The codes below B of dimension x are null.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":[]}}| 'tree' of dimension x is no object.",
                "{\"x\":{\"cols\":[],\"tree\":{\"T\":[\"a\"]}}}| 'cols' of dimension x is no list of columns.",
                "{\"x\":{\"col\":[\"x\"],\"tree\":{\"T\":[\"a\"]}}}| Dimension x has no 'cols' ('col' is no such word).",
                "{\"x\":{\"cols\":[\"freq\"],\"tree\":{\"T\":[\"a\"]}}}| Column freq of dimension x holds figures or marks.",
                "{\"x\":{\"cols\":[\"frozen\"],\"tree\":{\"T\":[\"a\"]}}}| Column frozen of dimension x holds figures or marks.",
                "{\"x\":{\"cols\":[\"insider\"],\"tree\":{\"T\":[\"a\"]}}}| Column insider of dimension x holds figures or marks.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"Total\"]}}}| has a code Total that is not its total.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"\"]}}}| has a code without a name.",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\"]}},\"y\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"a\"]}}}|"
                        + " Column x of dimension y is named by dimension x already."
            })
    void theHierarchiesAreWrong(String hierarchies, String message) throws IOException {
        assertThat(gate(GOOD, hierarchies).err()).contains(message.strip()).contains("h.json:1:");
    }

    @Test
    void anEmptyListOfCodesIsToldWhereCodesDoNotFit() throws IOException {
        String empty = "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"B\",\"C\"],\"B\":[]}}}";
        assertThat(gate("x,freq\nB1,20\nC,30\n", empty).err())
                .contains("h.json:1:")
                .contains("The list of codes below B of dimension x is empty.");
    }

    /** Rows of two terms: to add them up would be right only if terms are not wanted. */
    @Test
    void aColumnThatTellsRowsApartIsInNoHierarchy() throws IOException {
        String cells = "aca,dep,sex,term,freq\nA,A1,F,1,13\nA,A1,F,2,40\n";
        assertThat(gate(cells, GateCommandTest.SQUARE).err())
                .contains("t.csv:3:1: The cell stands in line 2 already. Add up the rows of the same codes, or, if"
                        + " they differ by term");
    }

    @Test
    void aNameIsEmpty() throws IOException {
        for (String option : List.of("--out", "--previous", "--witnesses")) {
            assertThat(gate(GOOD, GateCommandTest.SQUARE, option, "").err())
                    .startsWith("A file is named by an empty text: is a variable not set?");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 1, 4})
    void nothingStartsBelowTheFloor(int k) throws IOException {
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--k", Integer.toString(k))
                        .err())
                .contains("--k is " + k + ", below the floor of 5");
    }

    @Test
    void optionsAreWrong() throws IOException {
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--k", "ten").err())
                .contains("'--k'")
                .contains("'ten'");
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--zeros", "hide").err()).contains("'--zeros'");
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--largest-school", "101").err())
                .contains("--largest-school is 101; it must be between 1 and 100.");
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--schools", "3").err())
                .contains("There is no column n_contrib, which --schools needs.");
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--providers", "2").err())
                .contains("There is no column n_prov, which --providers needs.");
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--largest-school", "85").err())
                .contains("There is no column top1, which --largest-school needs.");
    }

    @Test
    void aPipeIsNotReplacedByAFile() throws IOException, InterruptedException {
        Path pipe = Files.createDirectory(folder.resolve("folder")).resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Called called = gate(GOOD, GateCommandTest.SQUARE, "--out", pipe.toString());
        assertThat(called.err()).contains("pipe:1:1: The file to write is a device or the like");
        assertThat(pipe).exists();
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    /** Whoever names a link would find a file in its place, and the file that it led to as it was. */
    @Test
    void aLinkIsNotReplacedByAFile() throws IOException {
        Path link = Files.createDirectory(folder.resolve("folder")).resolve("link.csv");
        Files.createSymbolicLink(link, folder.resolve("nowhere.csv"));
        for (String option : List.of("--out", "--witnesses")) {
            assertThat(gate(GOOD, GateCommandTest.SQUARE, option, link.toString())
                            .err())
                    .contains("link.csv:1:1: The file to write is a link");
            assertThat(Files.isSymbolicLink(link)).isTrue();
        }
    }

    /** Files have another name until they are whole; an input of that name was deleted. */
    @Test
    void namesThatAreUsedForATimeAreNotOverwritten() throws IOException {
        Path other = Files.createDirectory(folder.resolve("folder")).resolve("y.csv");
        Path input = other.resolveSibling("y.csv.restricted.unfinished");
        Files.writeString(input, GOOD);
        Files.writeString(folder.resolve("h.json"), GateCommandTest.SQUARE);
        Called called = Called.inBothLanguages(
                List.of("gate", input.toString(), at("h.json"), "--k", "10", "--out", other.toString(), "--lang=en"));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).contains("y.csv:1:1: The file to write").contains("is one of those to read");
        assertThat(input).hasContent(GOOD);
        assertThat(gate(
                                GOOD,
                                GateCommandTest.SQUARE,
                                "--out",
                                other.toString(),
                                "--witnesses",
                                other.resolveSibling("y.csv.unfinished").toString())
                        .err())
                .contains("The file of witnesses is another one of those named.");
    }

    /** No program of the repair could prove that a count may be so large. */
    @Test
    void kIsTooLarge() throws IOException {
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--k", "10000001").err())
                .contains("--k is 10")
                .contains("must be between 5 and 10");
    }

    @Test
    void filesCannotBeReadOrWritten() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        assertThat(gate(GOOD, GateCommandTest.SQUARE, "--out", at("folder")).err())
                .contains("is a folder");
        assertThat(again("--out", at("t.csv")).err()).contains("is one of those to read");
        assertThat(again("--out", at("no/such/out.csv")).err()).contains("cannot be written: there is no such file");
        Files.delete(folder.resolve("t.csv"));
        assertThat(again().err()).contains("t.csv:1:1: The file cannot be read: there is no such file");
        Files.delete(folder.resolve("h.json"));
        assertThat(again().err()).contains("h.json:1:1: The file cannot be read: there is no such file");
    }

    @Test
    void textThatIsNoUtf8IsToldWithItsLine() throws IOException {
        Files.writeString(folder.resolve("h.json"), GateCommandTest.SQUARE);
        Files.write(folder.resolve("t.csv"), (GOOD + "A,é,F,3\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(again().err()).contains("t.csv:5:1: The file cannot be read: the text is not UTF-8.");
    }

    @Test
    void hierarchiesWithTooManyCombinationsSayWhatToDo() throws IOException {
        StringBuilder json = new StringBuilder("{");
        for (int axis = 0; axis < 8; axis++) {
            json.append(axis == 0 ? "" : ",")
                    .append("\"d" + axis + "\":{\"cols\":[\"d" + axis
                            + "\"],\"tree\":{\"T\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}}");
        }
        // 7^8 = 5 764 801
        assertThat(gate(GOOD, json + "}").err())
                .contains("The hierarchies have 5764801 combinations of codes")
                .contains("Drop a dimension or its finest level");
    }
}
