// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dases.impact.notebooks.Column;
import org.dases.impact.notebooks.Figure;
import org.dases.impact.notebooks.Figures;

/**
 * Figures as delimited text: a header with the names of the columns, then a line a row. A cell that holds nothing is
 * empty. A number has all of its digits and no exponent: read back, it is the same number.
 */
final class CsvText {
    private static final String END = "\r\n";

    /**
     * A text that begins so is run as a formula by spreadsheets. The apostrophe is among them so that one that stands
     * first was always added here and can be taken away again.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
     */
    private static final String ACTIVE = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private final ExportFormat format;

    CsvText(ExportFormat format) {
        this.format = format;
    }

    void write(Figures figures, Writer out) throws IOException {
        List<Column> columns = figures.columns();
        out.write(format.mark());
        line(columns.stream().map(column -> text(column.name())).toList(), out);
        for (Figure row : figures.rows()) {
            line(columns.stream().map(column -> cell(row, column)).toList(), out);
        }
    }

    private void line(List<String> cells, Writer out) throws IOException {
        out.write(String.join(String.valueOf(format.separator()), cells));
        out.write(END);
    }

    private String cell(Figure row, Column column) {
        return switch (column.kind()) {
            case TEXT -> text(row.text(column.name()));
            case WHOLE -> whole(row.whole(column.name()));
            case NUMBER -> number(row.number(column.name()));
            case DATE, INSTANT, FLAG -> row.text(column.name());
        };
    }

    String text(String value) {
        String safe = !value.isEmpty() && ACTIVE.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == format.separator() || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String whole(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        return BigDecimal.valueOf(value.getAsDouble())
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', format.point());
    }
}
