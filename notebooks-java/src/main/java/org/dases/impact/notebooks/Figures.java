// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.List;
import java.util.Locale;

/** The rows of one table in one release, or a selection of them. */
public final class Figures {
    private final String tableId;
    private final long releaseId;
    private final Layout layout;
    private final List<Figure> rows;

    Figures(String tableId, long releaseId, Layout layout, List<Figure> rows) {
        this.tableId = tableId;
        this.releaseId = releaseId;
        this.layout = layout;
        this.rows = List.copyOf(rows);
    }

    /**
     * Name of the table.
     *
     * @return never empty
     */
    public String tableId() {
        return tableId;
    }

    /**
     * Number of the release that the rows belong to.
     *
     * @return as in {@link Release#id()}
     */
    public long releaseId() {
        return releaseId;
    }

    /**
     * The columns, with their descriptions.
     *
     * @return in the order of the table
     */
    public List<Column> columns() {
        return layout.columns();
    }

    /**
     * The columns that break the table down, for instance {@code academie}.
     *
     * @return their names, coarse before fine; empty for a table of totals only
     */
    public List<String> levels() {
        return layout.levels();
    }

    /**
     * The rows.
     *
     * @return by school year, period, levels and indicator, totals first; may be empty
     */
    public List<Figure> rows() {
        return rows;
    }

    /**
     * The rows whose cell in a column reads as a code.
     *
     * @param column name of a column
     * @param code text of the cell, as {@link Figure#text(String)} gives it
     * @return a selection, empty if no row has that code
     * @throws LakeException if there is no such column
     */
    public Figures where(String column, String code) {
        layout.at(column);
        return with(rows.stream().filter(row -> row.text(column).equals(code)).toList());
    }

    /**
     * The rows that are a total over all dimensions; periods and indicators stay apart.
     *
     * @return a selection: the rows with {@code _T} in every level
     */
    public Figures total() {
        List<String> levels = levels();
        return with(rows.stream()
                .filter(row -> levels.stream().allMatch(level -> row.text(level).equals(Columns.TOTAL)))
                .toList());
    }

    /**
     * The rows that are broken down by one level and are totals in all others.
     *
     * @param level name of a level
     * @return a selection, without the total over that level
     * @throws LakeException if there is no such column
     */
    public Figures by(String level) {
        layout.at(level);
        List<String> others =
                levels().stream().filter(other -> !other.equals(level)).toList();
        return with(rows.stream()
                .filter(row -> !row.text(level).equals(Columns.TOTAL))
                .filter(row -> others.stream().allMatch(other -> row.text(other).equals(Columns.TOTAL)))
                .toList());
    }

    /**
     * The first rows as a text table. The column {@code value} is written for readers, with its unit, its band or the
     * word secret.
     *
     * @param most how many rows at most
     * @param locale French or English
     * @param names columns to show; all if none is named
     * @return lines separated by newlines, the first with the column names
     * @throws LakeException if there is no such column
     */
    public String preview(int most, Locale locale, String... names) {
        List<String> shown =
                names.length == 0 ? layout.columns().stream().map(Column::name).toList() : List.of(names);
        List<List<String>> cells = rows.stream()
                .limit(most)
                .map(row -> shown.stream()
                        .map(name -> name.equals(Columns.VALUE) ? row.shown(locale) : row.text(name))
                        .toList())
                .toList();
        return TextTable.of(shown, cells);
    }

    /**
     * What the selection is.
     *
     * @return table, release and number of rows
     */
    @Override
    public String toString() {
        return tableId + ", release " + releaseId + ": " + rows.size() + " rows";
    }

    private Figures with(List<Figure> selected) {
        return new Figures(tableId, releaseId, layout, selected);
    }
}
