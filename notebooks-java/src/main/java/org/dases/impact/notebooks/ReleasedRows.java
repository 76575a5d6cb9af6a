// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of one table in one release, read one after the other and checked against what the release recorded. */
final class ReleasedRows {
    private final long releaseId;
    private final ReleasedTable table;
    private final DeltaFolder folder;
    private final Layout layout;
    private final List<String> measured;

    private ReleasedRows(long releaseId, ReleasedTable table, DeltaFolder folder) {
        this.releaseId = releaseId;
        this.table = table;
        this.folder = folder;
        this.layout = new Layout(table.id(), folder.columns());
        this.measured = Columns.MEASURED.stream().filter(layout::has).toList();
        if (!layout.has(Columns.RELEASE) || !layout.has(Columns.CONF_STATUS)) {
            throw LakeException.damaged(
                    table.folder(),
                    "it has no column " + Columns.RELEASE + " or " + Columns.CONF_STATUS
                            + ", so it was not written by a release",
                    null);
        }
    }

    static ReleasedRows open(Engine engine, long releaseId, ReleasedTable table) {
        return new ReleasedRows(releaseId, table, DeltaFolder.open(engine, table.folder()));
    }

    Layout layout() {
        return layout;
    }

    /** Gives every row of the release; none is kept. */
    void each(Consumer<Figure> rows) {
        int release = layout.at(Columns.RELEASE);
        AtomicLong seen = new AtomicLong();
        folder.each(Optional.of(ofRelease()), cells -> {
            if (Long.valueOf(releaseId).equals(cells[release])) {
                seen.incrementAndGet();
                rows.accept(checked(cells));
            }
        });
        if (seen.get() != table.rows()) {
            throw LakeException.damaged(
                    table.folder(),
                    "release " + releaseId + " recorded " + table.rows() + " rows of it, but it has " + seen.get(),
                    null);
        }
    }

    /** A secret that comes with a number was not written by a release: show nothing rather than the number. */
    private Figure checked(@Nullable Object[] cells) {
        Figure figure = new Figure(layout, cells);
        if (figure.isWithheld()) {
            for (String column : measured) {
                if (figure.cell(column) != null) {
                    throw LakeException.damaged(
                            table.folder(), "a withheld row has a number in column '" + column + "'", null);
                }
            }
        }
        return figure;
    }

    private Predicate ofRelease() {
        return new Predicate("=", new Column(Columns.RELEASE), Literal.ofLong(releaseId));
    }
}
