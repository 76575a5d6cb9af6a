// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One row of a published table: one indicator of one cohort in one period. */
public final class Figure {
    private final Layout layout;
    private final @Nullable Object[] cells;

    Figure(Layout layout, @Nullable Object[] cells) {
        this.layout = layout;
        this.cells = cells;
    }

    /**
     * The cell as text: codes as they are, days and moments in ISO 8601, numbers with a decimal point.
     *
     * @param column name of a column of any kind
     * @return empty where the cell holds nothing
     * @throws LakeException if there is no such column
     */
    public String text(String column) {
        Object cell = cells[layout.at(column)];
        return cell == null ? "" : cell.toString();
    }

    /**
     * The cell as a number, whole or not.
     *
     * @param column name of a numeric column
     * @return empty where the cell holds nothing, as all of a withheld row do
     * @throws LakeException if there is no such column
     * @throws IllegalArgumentException if the column is not numeric
     */
    public OptionalDouble number(String column) {
        Number cell = cell(column, Number.class);
        return cell == null ? OptionalDouble.empty() : OptionalDouble.of(cell.doubleValue());
    }

    /**
     * The cell as a whole number.
     *
     * @param column name of a column of whole numbers
     * @return empty where the cell holds nothing, as all of a withheld row do
     * @throws LakeException if there is no such column
     * @throws IllegalArgumentException if the column does not hold whole numbers
     */
    public OptionalLong whole(String column) {
        Long cell = cell(column, Long.class);
        return cell == null ? OptionalLong.empty() : OptionalLong.of(cell);
    }

    /**
     * The cell as a day.
     *
     * @param column name of a column of days, for instance {@code period_start}
     * @return empty where the cell holds nothing
     * @throws LakeException if there is no such column
     * @throws IllegalArgumentException if the column does not hold days
     */
    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable(cell(column, LocalDate.class));
    }

    /**
     * The cell as a moment.
     *
     * @param column name of a column of moments
     * @return empty where the cell holds nothing
     * @throws LakeException if there is no such column
     * @throws IllegalArgumentException if the column does not hold moments
     */
    public Optional<Instant> instant(String column) {
        return Optional.ofNullable(cell(column, Instant.class));
    }

    /**
     * Whether the number is secret: too few persons, schools or providers stand behind it, or it would give away such a
     * cell.
     *
     * @return true for every row whose {@code conf_status} is not {@code F} (free)
     */
    public boolean isWithheld() {
        return !Columns.FREE.equals(text(Columns.CONF_STATUS));
    }

    /**
     * What the row shows.
     *
     * @return a number, a band, secret or missing
     */
    public Value value() {
        if (isWithheld()) {
            return new Value.Secret();
        }
        OptionalDouble value = number(Columns.VALUE);
        if (value.isPresent()) {
            return new Value.Exact(value.getAsDouble());
        }
        OptionalDouble low = number(Columns.VALUE_LOW);
        OptionalDouble high = number(Columns.VALUE_HIGH);
        if (low.isEmpty() && high.isEmpty()) {
            return new Value.Missing();
        }
        return new Value.Band(low.orElse(Double.NEGATIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY));
    }

    /**
     * What the row shows, in words: {@code 1 234}, {@code ≤ 8 %}, {@code secret}, or a dash where there is nothing to
     * measure.
     *
     * @param locale French or English
     * @return never empty
     */
    public String shown(Locale locale) {
        return new Wording(locale).value(value(), text(Columns.UNIT));
    }

    /**
     * The row as text.
     *
     * @return the cells as {@code column=text}, empty ones left out
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Column column : layout.columns()) {
            if (cells[layout.at(column.name())] != null) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(column.name())
                        .append('=')
                        .append(text(column.name()));
            }
        }
        return text.toString();
    }

    boolean has(String column) {
        return layout.has(column);
    }

    @Nullable Object cell(String column) {
        return cells[layout.at(column)];
    }

    private <T> @Nullable T cell(String column, Class<T> type) {
        int at = layout.at(column);
        Object cell = cells[at];
        if (cell == null) {
            return null;
        }
        if (!type.isInstance(cell)) {
            throw new IllegalArgumentException("column '" + column + "' holds "
                    + layout.columns().get(at).kind() + ", not " + type.getSimpleName() + "; use text(\"" + column
                    + "\")");
        }
        return type.cast(cell);
    }
}
