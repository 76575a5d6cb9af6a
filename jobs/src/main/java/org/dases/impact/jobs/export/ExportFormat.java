// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

/** A form in which tables are exported. Lines end as RFC 4180 says, and every form is UTF-8. */
public enum ExportFormat {
    /** For machines: comma, decimal point. */
    CSV("csv", ".csv", "", ',', '.'),
    /** For a French Excel, which needs the byte order mark to see that it is UTF-8: semicolon, decimal comma. */
    EXCEL_FR("excel-fr", "_excel-fr.csv", "\uFEFF", ';', ',');

    private final String word;
    private final String ending;
    private final String mark;
    private final char separator;
    private final char point;

    ExportFormat(String word, String ending, String mark, char separator, char point) {
        this.word = word;
        this.ending = ending;
        this.mark = mark;
        this.separator = separator;
        this.point = point;
    }

    /** What comes after the table's name in the name of a file. */
    String ending() {
        return ending;
    }

    /** What comes before the header. */
    String mark() {
        return mark;
    }

    char separator() {
        return separator;
    }

    /** The decimal mark. */
    char point() {
        return point;
    }

    /**
     * As it is written on the command line.
     *
     * @return a word in lower case
     */
    @Override
    public String toString() {
        return word;
    }
}
