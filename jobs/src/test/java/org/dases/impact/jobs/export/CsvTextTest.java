// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    private final CsvText csv = new CsvText(ExportFormat.CSV);
    private final CsvText excel = new CsvText(ExportFormat.EXCEL_FR);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0",
                "-0.0|0|0",
                "1240|1240|1240",
                "74.5|74.5|74,5",
                "-0.25|-0.25|-0,25",
                "0.30000000000000004|0.30000000000000004|0,30000000000000004",
                "1.0E10|10000000000|10000000000",
                "1.5E-5|0.000015|0,000015",
                "9007199254740991|9007199254740991|9007199254740991"
            })
    void aNumberHasAllItsDigitsAndNoExponent(double number, String machine, String french) {
        assertThat(csv.number(OptionalDouble.of(number))).isEqualTo(machine);
        assertThat(excel.number(OptionalDouble.of(number))).isEqualTo(french);
        assertThat(Double.parseDouble(machine)).isEqualTo(number + 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoNumberIsNeverWritten(double number) {
        assertThatThrownBy(() -> csv.number(OptionalDouble.of(number))).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "'=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(1)"
            })
    void aTextThatASpreadsheetWouldRunIsMadeText(String active) {
        assertThat(csv.text(active)).isEqualTo("'" + active);
        assertThat(excel.text(active)).isEqualTo("'" + active);
    }

    @Test
    void aTextThatWouldRunIsMadeTextWithinQuotesToo() {
        assertThat(csv.text("=HYPERLINK(\"a\",1)")).isEqualTo("\"'=HYPERLINK(\"\"a\"\",1)\"");
        assertThat(csv.text("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(excel.text("=A1;B1")).isEqualTo("\"'=A1;B1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_T", "2025-2026", "Val-d'Oise", "a=b", "Île-de-France", "10-20"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertThat(csv.text(text)).isEqualTo(text);
        assertThat(excel.text(text)).isEqualTo(text);
    }

    @Test
    void whatWouldBeReadAsTwoCellsOrLinesIsQuoted() {
        assertThat(csv.text("Arts, lettres")).isEqualTo("\"Arts, lettres\"");
        assertThat(excel.text("Arts, lettres")).isEqualTo("Arts, lettres");
        assertThat(csv.text("a;b")).isEqualTo("a;b");
        assertThat(excel.text("a;b")).isEqualTo("\"a;b\"");
        assertThat(csv.text("le \"bac\"")).isEqualTo("\"le \"\"bac\"\"\"");
        assertThat(csv.text("one\ntwo")).isEqualTo("\"one\ntwo\"");
    }
}
