// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.jspecify.annotations.Nullable;

/**
 * The cleared rows of a table in the columns in which it is published, each made when it is asked for. Adds nothing to
 * what the gate has cleared.
 */
final class ReleaseRows implements Iterable<Row> {
    private final long release;
    private final PublishedTable table;
    private final Periods periods;
    private final ClearedTable cleared;

    ReleaseRows(long release, PublishedTable table, Periods periods, ClearedTable cleared) {
        this.release = release;
        this.table = table;
        this.periods = periods;
        this.cleared = cleared;
    }

    @Override
    public Iterator<Row> iterator() {
        return cleared.rows().stream().map(this::row).iterator();
    }

    private Row row(ClearedRow row) {
        List<@Nullable Object> values = new ArrayList<>();
        Node period = row.at().get(0);
        values.add(release);
        values.add(table.id());
        values.add(Periods.schoolYear(period));
        values.add(Periods.kind(period));
        values.add(periods.start(period));
        for (int i = 0; i < table.dimensions().size(); i++) {
            addCodes(values, table.dimensions().get(i), row.at().get(i + 1));
        }
        values.add(row.series().indicatorId());
        values.add(row.series().unit());
        values.add(row.value());
        values.add(row.valueLow());
        values.add(row.valueHigh());
        values.add(row.numerator());
        values.add(row.denominator());
        // The gate counts records in the place of persons, of whom there are none.
        boolean isAboutRecords = row.series().contributor() == ContributorKind.RECORD;
        values.add(isAboutRecords ? null : row.learners());
        values.add(isAboutRecords ? null : row.schools());
        values.add(isAboutRecords ? null : row.providers());
        values.add(row.ciLow());
        values.add(row.ciHigh());
        values.add(row.status() == ConfStatus.F ? "A" : "Q");
        values.add(row.status().name());
        Instant since = row.frozenSince();
        values.add(since == null ? null : Timestamp.from(since));
        values.add(row.series().methodVersion());
        return RowFactory.create(values.toArray());
    }

    private static void addCodes(List<@Nullable Object> values, Dimension dimension, Node node) {
        for (int level = 0; level < dimension.levels().size(); level++) {
            values.add(level < node.path().size() ? node.path().get(level) : Dimension.TOTAL);
        }
    }
}
