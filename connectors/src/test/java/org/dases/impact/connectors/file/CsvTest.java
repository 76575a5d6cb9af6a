// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dases.impact.connectors.file.Workspace.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Rejected;
import org.dases.impact.connectors.source.Shape;
import org.dases.impact.connectors.source.SourceException;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(folder);
    }

    @Test
    void readsAFrenchFileWithMarkSemicolonsAndDecimalCommas() throws IOException {
        workspace.write("a.csv", "\uFEFFUAI;IPS;effectif;codes\r\n0150018N;99,5;1 234,0;12,13x\r\n0150019P;ND;;\r\n");
        Batch batch = only("a.csv", "delimiter", ";", "decimal", ",");

        assertThat(batch.shape()).isEqualTo(new Shape(List.of("UAI", "IPS", "effectif", "codes"), false));
        assertThat(batch.records())
                .containsExactly(row(2, "0150018N", "99.5", "1234.0", "12,13x"), row(3, "0150019P", "ND", null, null));
        assertThat(batch.rejected()).isEmpty();
    }

    @Test
    void changesTheDecimalMarkOnlyInListedColumnsWhereTheyAreListed() throws IOException {
        workspace.write("a.csv", "IPS;codes\n99,5;12,13\n");
        Batch batch = only("a.csv", "delimiter", ";", "decimal", ",", "decimal-columns", List.of("ips"));

        assertThat(batch.records()).containsExactly(row(2, "99.5", "12,13"));
        assertThatThrownBy(() -> only("a.csv", "delimiter", ";", "decimal", ",", "decimal-columns", List.of("taux")))
                .hasMessageContaining("no column 'taux'");
    }

    @Test
    void rejectsRowsWithTooFewAndTooManyColumnsAndGoesOn() throws IOException {
        workspace.write("a.csv", "a,b,c\n1,2,3\n1,2\n\n4,5,6\n1,2,3,4\n7,8,9");
        Batch batch = only("a.csv");

        assertThat(batch.records())
                .containsExactly(row(2, "1", "2", "3"), row(5, "4", "5", "6"), row(7, "7", "8", "9"));
        assertThat(batch.rejected())
                .containsExactly(
                        new Rejected(3, "2 columns where there should be 3"),
                        new Rejected(6, "4 columns where there should be 3"));
        assertThat(batch.after().position()).isEqualTo(5);
        assertThat(batch.after().done()).isTrue();
    }

    @Test
    void keepsQuotedDelimitersLineEndsQuotesSpacesAndHashes() throws IOException {
        workspace.write("a.csv", "a,b\n\"x, \"\"y\"\"\",\"two\r\nlines\"\n# no comment, z \n\"\",\n");
        Batch batch = only("a.csv");

        assertThat(batch.records())
                .containsExactly(row(2, "x, \"y\"", "two\nlines"), row(4, "# no comment", " z "), row(5, "", null));
    }

    @Test
    void saysThatAQuoteIsProbablyNotClosed() throws IOException {
        workspace.write("a.csv", "a,b\n1,2\n\"3,4\n5,6\n7,8\n");
        Batch batch = only("a.csv");

        assertThat(batch.records()).containsExactly(row(2, "1", "2"));
        assertThat(batch.rejected())
                .containsExactly(new Rejected(
                        3, "1 columns where there should be 2, over several lines: is a quote not closed?"));
    }

    @Test
    void stopsAValueWithoutEnd() throws IOException {
        workspace.write("a.csv", "a,b\n1,2\n\"" + "x,y\n".repeat(300_000));

        assertThatThrownBy(() -> only("a.csv"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a.csv, line 3: a value of more than 1000000 characters");
    }

    @Test
    void reportsBytesThatAreNotInTheEncodingWithTheirLineAfterWhatIsBefore() throws IOException {
        workspace.write("a.csv", "a,b\n1,2\n3,é\n5,6\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> only("a.csv"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.DATA))
                .hasMessage("File a.csv, line 3: bytes that are not UTF-8. Set 'encoding' in the dataset's options to"
                        + " what it is, for instance windows-1252 or ISO-8859-1.");
        assertThat(only("a.csv", "encoding", "ISO-8859-1").records())
                .containsExactly(row(2, "1", "2"), row(3, "3", "é"), row(4, "5", "6"));
    }

    @Test
    void reportsBytesThatAreNotInTheEncodingAtTheVeryBeginning() throws IOException {
        workspace.write("a.csv", "Élève;note\nE1;12\n", StandardCharsets.ISO_8859_1);
        workspace.write("b.csv", "a;b\n1;2\n", StandardCharsets.UTF_16);

        for (String file : List.of("a.csv", "b.csv")) {
            assertThatThrownBy(() -> only(file, "delimiter", ";"))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(SourceException.Fault.DATA))
                    .hasMessageContaining(file + ", line 1: bytes that are not UTF-8");
        }
    }

    @Test
    void readsUtf16AndOldLineEnds() throws IOException {
        workspace.write("a.csv", "a\tb\r1\té\r2\t\"x\ry\"\r", StandardCharsets.UTF_16);

        assertThat(only("a.csv", "encoding", "UTF-16", "delimiter", "\t").records())
                .containsExactly(row(2, "1", "é"), row(3, "2", "x\ny"));
    }

    @Test
    void namesColumnsThatHaveNoNameOrAnotherColumnsName() throws IOException {
        workspace.write("a.csv", "\"\",REP, rep ,REP\n1,2,3,4\n");

        assertThat(only("a.csv").shape().columns()).containsExactly("column_1", "REP", "rep_2", "REP_3");
    }

    @Test
    void readsAFileWithoutAHeader() throws IOException {
        workspace.write("a.csv", "1;2\n3;4\n");

        Batch numbered = only("a.csv", "delimiter", ";", "header", false);
        assertThat(numbered.shape().columns()).containsExactly("column_1", "column_2");
        assertThat(numbered.records()).containsExactly(row(1, "1", "2"), row(2, "3", "4"));
        Batch named = only("a.csv", "delimiter", ";", "header", false, "columns", List.of("x", "y"));
        assertThat(named.shape().columns()).containsExactly("x", "y");
    }

    @Test
    void takesAnEmptyFileAndOneWithAHeaderOnlyAsReadToTheEnd() throws IOException {
        workspace.write("a.csv", "");
        workspace.write("b.csv", "a,b\n");

        for (String file : List.of("a.csv", "b.csv")) {
            Batch batch = only(file);
            assertThat(batch.records()).isEmpty();
            assertThat(batch.after().done()).isTrue();
            assertThat(batch.after().position()).isZero();
        }
    }

    private Batch only(String file, Object... options) {
        List<Batch> batches = Workspace.read(workspace.request(options(file, "csv", options)));
        assertThat(batches).hasSize(1);
        return batches.get(0);
    }

    private static SourceRecord row(long number, @Nullable String... values) {
        return new SourceRecord(number, Arrays.asList(values));
    }
}
