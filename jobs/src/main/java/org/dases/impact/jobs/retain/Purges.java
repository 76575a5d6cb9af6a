// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.dases.impact.jobs.job.JobContext;
import org.dases.impact.jobs.observe.Progress;
import org.dases.impact.jobs.release.RestingTable;
import org.dases.impact.jobs.release.RestingTables;

/**
 * Carries purges out: written down, cells dropped, rows deleted, files removed, releases marked, written down again.
 */
final class Purges {
    private final JobContext context;
    private final RestrictedRows rows;
    private final PurgeBook book;

    Purges(JobContext context, RestrictedRows rows) {
        this.context = context;
        this.rows = rows;
        this.book = new PurgeBook(context.spark(), context.lake());
    }

    /** A new purge. */
    RetainReport begin(List<Purged> due, Consumer<Erasure> delete) {
        String purge = UUID.randomUUID().toString();
        book.begin(purge, context.clock().instant(), due);
        return carryOut(purge, due, delete);
    }

    /** A purge that is written down, from its beginning, however far it came before. */
    RetainReport carryOut(String purge, List<Purged> purged, Consumer<Erasure> delete) {
        SortedSet<String> datasets = datasets(purged);
        try (Progress.Step step = context.progress().step("purge " + String.join(", ", datasets), 0)) {
            List<String> cells = rows.cellsOn(datasets);
            List<RestingTable> releases = releases(purged);
            Erasure erasure = new Erasure(context.spark(), context.lake(), rows);
            erasure.cells(cells);
            delete.accept(erasure);
            erasure.sweep(datasets);
            book.end(purge, context.clock().instant(), purged, releases);
            step.done("");
            return new RetainReport(purged, List.of(), cells, releases);
        }
    }

    Map<String, List<Purged>> begun() {
        return book.begun();
    }

    List<RestingTable> releases(List<Purged> purged) {
        return purged.isEmpty() ? List.of() : RestingTables.of(context.spark(), context.lake(), datasets(purged));
    }

    static SortedSet<String> datasets(List<Purged> purged) {
        SortedSet<String> datasets = new TreeSet<>();
        purged.forEach(each -> datasets.add(each.dataset()));
        return datasets;
    }
}
