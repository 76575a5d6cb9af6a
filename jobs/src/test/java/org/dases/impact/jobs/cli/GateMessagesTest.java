// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of codes, rows and options is what whoever corrects them needs. */
class GateMessagesTest {
    @TempDir
    Path folder;

    private Called gate(String cells, String hierarchies) throws IOException {
        return called("gate", cells, hierarchies, "10", "--out=" + folder.resolve("out.csv"));
    }

    private Called called(String command, String cells, String hierarchies, String k, String... more)
            throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), cells);
        Path trees = Files.writeString(folder.resolve("h.json"), hierarchies);
        List<String> args =
                new ArrayList<>(List.of(command, table.toString(), trees.toString(), "--k=" + k, "--lang=en"));
        args.addAll(List.of(more));
        return Called.inBothLanguages(args);
    }

    /** Codes of the level that has no column make totals of the rows, or are in no tree. */
    @Test
    void aTreeHasOtherLevelsThanThereAreColumns() throws IOException {
        String tree = "\"tree\":{\"Total\":[\"A\",\"B\"],\"A\":[\"A1\",\"A2\"]}}}";
        assertThat(gate("aca,dep,freq\nA,A1,13\nA,A2,40\nB,B,70\n", "{\"geo\":{\"cols\":[\"aca\"]," + tree)
                        .err())
                .startsWith(folder.resolve("h.json")
                        + ":1:16: Dimension geo has another number of columns (1) than its tree has levels"
                        + " below the total (2).");
        assertThat(gate(
                                "aca,dep,com,freq\nA,A1,x1,13\nA,A2,y1,40\n",
                                "{\"geo\":{\"cols\":[\"aca\",\"dep\",\"com\"]," + tree)
                        .err())
                .startsWith(folder.resolve("h.json") + ":1:16: Dimension geo has another number of columns (3)");
        assertThat(called(
                                "audit",
                                "com,freq,suppressed\nx1,13,FALSE\ny1,40,FALSE\n",
                                "{\"geo\":{\"cols\":[\"aca\",\"dep\",\"com\"]," + tree,
                                "10")
                        .err())
                .startsWith(folder.resolve("h.json") + ":1:16: Dimension geo has another number of columns (3)");
    }

    /** Two persons cannot be of five schools, nor nobody of a provider; of how many schools c is was not told. */
    @Test
    void moreSchoolsOrProvidersThanPersonsAreDoubted() throws IOException {
        Called called = gate(
                "x,freq,n_contrib,n_prov\na,2,5,1\nb,0,0,1\nc,50,0,0\nd,70,70,70\n",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\",\"c\",\"d\"]}}}");

        assertThat(called.code()).isZero();
        assertThat(called.err())
                .startsWith(folder.resolve("t.csv")
                        + ": inner cells that have more schools (n_contrib) or providers (n_prov) than persons: 2.");
    }

    /** A tree as a program writes it. */
    @Test
    void aCodeWithAnEmptyListIsAFinestOne() throws IOException {
        assertThat(gate("x,freq\nB,20\nC,30\n", "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"T\":[\"B\",\"C\"],\"B\":[]}}}")
                        .code())
                .isZero();
    }

    /** 40 and 30 are 70: a printed 71 cannot be their total. */
    @Test
    void theTotalThatContradictsItsPartsIsNamed() throws IOException {
        Called audit = called(
                "audit",
                "x,y,freq,suppressed\nTotal,Total,,TRUE\nTotal,b,,TRUE\na,Total,71,FALSE\na,b,40,FALSE\na,c,30,FALSE\n",
                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"d\"]}},"
                        + "\"y\":{\"cols\":[\"y\"],\"tree\":{\"Total\":[\"b\",\"c\"]}}}",
                "10");
        assertThat(audit.code()).isEqualTo(2);
        assertThat(audit.err().replace(folder + "/", ""))
                .contains("t.csv:4:1: The printed counts contradict each other: the total x=a, y=Total is not the sum")
                .doesNotContain("71", "40", "30");
    }

    /** What is nearly a code of the tree is no name of a person; of two letters any is near to any. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Cote d'Azur (Est)| Code Cote d'Azur (Est) in column x|  (did you mean 'Côte d'Azur (Est)'?).",
                "Jean d'Azur (Nice)| Code … in column x| dimension x.",
                "Jean Dupont| Code … in column x| dimension x.",
                "B2| Code B2 in column x| dimension x.",
                "a2| Code a2 in column x| dimension x (did you mean 'A2'?).",
                "A 2| Code A 2 in column x| dimension x (did you mean 'A2'?)."
            })
    void aCodeIsToldWhereItIsNearToOneOfTheTree(String code, String told, String hint) throws IOException {
        assertThat(gate(
                                "x,freq\nA2,30\n\"" + code + "\",40\n",
                                "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"A2\",\"Côte d'Azur (Est)\"]}}}")
                        .err())
                .contains(told.strip(), hint.strip());
    }

    @Test
    void aRowOfOneColumnAndAQuoteThatIsNotClosedAreSentences() throws IOException {
        String tree = "{\"x\":{\"cols\":[\"x\"],\"tree\":{\"Total\":[\"a\",\"b\"]}}}";
        assertThat(gate("x,freq\na\n", tree).err())
                .contains(":2:1: The row has 1 column where there should be 2. Give");
        assertThat(gate("x,freq\n\"a,30\nb,40\n", tree).err())
                .contains(
                        ":2:1: The row has 1 column where there should be 2, over several lines: is a quote not closed? Give");
    }

    @Test
    void aThresholdThatIsNoNumberSaysItsLimits() throws IOException {
        for (String k : List.of("ten", "99999999999", "")) {
            assertThat(called("audit", "x,freq\n", "{}", k).err())
                    .contains("'" + k + "' is no whole number from 5 to 10000000");
            assertThat(called("gate", "x,freq\n", "{}", k, "--out=" + folder.resolve("out.csv"))
                            .err())
                    .contains("'" + k + "' is no whole number from 5 to 10000000");
        }
    }
}
