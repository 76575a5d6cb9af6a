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

/** Why a cell is withheld, and which level would lose less; k is 10. */
class GateExplainTest {
    /** F in A1 is 3: round the square of A1, A2, F and M nothing else can be told. */
    private static final String CELLS = """
            aca,dep,sex,freq
            A,A1,F,3
            A,A1,M,40
            A,A2,F,50
            A,A2,M,60
            B,B,F,70
            """;

    @TempDir
    private Path folder;

    private Called gate(String cells, String... options) throws IOException {
        Files.writeString(folder.resolve("h.json"), GateCommandTest.SQUARE);
        Files.writeString(folder.resolve("t.csv"), cells);
        List<String> args = new ArrayList<>(List.of("gate", at("t.csv"), at("h.json"), "--out", at("out.csv")));
        args.addAll(List.of(options));
        args.addAll(List.of("--k", "10"));
        if (!args.contains("--lang=fr")) {
            args.add("--lang=en");
        }
        return Called.inBothLanguages(args);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aCellIsExplainedByRangesOnly() throws IOException {
        Called asked = gate(
                CELLS, "--dry-run", "--explain", "sex=F,dep=A1", "--explain", "geo=A1,sex=M", "--explain", "sex=F");

        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(asked.out())
                .contains("sex=F, dep=A1: withheld.", "There are between 1 and k - 1 persons; k is 10.")
                .contains("sex=M, dep=A1: withheld.", "A withheld cell could be computed from it")
                .contains("sex=F, dep=Total: told as it is.")
                .doesNotContain(" 3 ");
        assertThat(gate(CELLS, "--dry-run", "--explain", "sex=F,dep=A1", "--lang=fr")
                        .out())
                .contains("sex=F, dep=A1 : retenue.", "Il y a entre 1 et k - 1 personnes ; k vaut 10.");
    }

    /** A2, F moved by 4; A1, M was withheld and has not moved. */
    @Test
    void whatEarlierReleasesToldIsAReasonToo() throws IOException {
        assertThat(gate(CELLS).code()).isZero();
        Files.move(folder.resolve("out.csv"), folder.resolve("then.csv"));
        Files.move(folder.resolve("out.csv.restricted"), folder.resolve("then.csv.restricted"));

        Called asked = gate(
                CELLS.replace("B,B,F,70", "B,B,F,74").replace("A,A1,F,3", "A,A1,F,33"),
                "--previous",
                at("then.csv"),
                "--explain",
                "geo=B",
                "--explain",
                "geo=A1,sex=M",
                "--json");

        JsonNode explained = new ObjectMapper().readTree(asked.out()).path("explained");
        assertThat(explained.get(0).path("frozen").asBoolean()).isTrue();
        assertThat(explained.get(0).path("reasons")).hasToString("[\"MOVED\"]");
        assertThat(explained.get(1).path("reasons")).hasToString("[\"UNMOVED\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sez=F   | There is no dimension sez | did you mean 'sex'
            sex=X   | Dimension sex has no code X | Ask with --explain
            sex=F,sex=M | names sex twice | one code a dimension
            geo=A1,dep=A1 | Dimension geo is named twice | Ask with --explain
            sex     | --explain sex is not understood | DIMENSION=CODE
            """)
    void whatIsNotThereIsToldWithItsFix(String asked, String problem, String fix) throws IOException {
        Called wrong = gate(CELLS, "--explain", asked);

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(problem, fix);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    /**
     * Of 14 cells with people 4 are withheld, 29 %; by académie alone, or without the sex, there are 53 and more in
     * each cell.
     */
    @Test
    void aCoarserLevelIsProposedWhereItLosesLittle() throws IOException {
        Called advised = gate(CELLS, "--dry-run", "--advise");

        assertThat(advised.code()).as(advised.err()).isZero();
        assertThat(advised.out())
                .contains("Dimension sex down to its total alone: 0 %", "Dimension sex down to sex: 29 %")
                .contains("Dimension geo down to its total alone: 0 %", "Dimension geo down to dep: 29 %")
                .contains("Dimension geo down to aca: 0 % of the cells with people would be withheld. Proposed");
        JsonNode advice = new ObjectMapper()
                .readTree(gate(CELLS, "--dry-run", "--advise", "--json").out())
                .path("advice");
        assertThat(advice).hasSize(5);
        assertThat(advice.findValuesAsText("proposed")).containsExactly("true", "false", "false", "true", "false");
        assertThat(advice.findValuesAsText("percentWithheld")).containsExactly("0", "29", "0", "0", "29");
    }
}
