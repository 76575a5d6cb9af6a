// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Batches read but not yet committed. Several slices may share a commit, so that a dozen small files are not a dozen
 * commits.
 */
final class Pending {
    /** Some tens of megabytes: enough for one commit even where records are long. */
    private static final long MOST_CHARACTERS = 48_000_000;

    private final int mostRecords;
    private final List<Batch> batches = new ArrayList<>();
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> continued = new LinkedHashSet<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private int records;
    private long characters;

    Pending(int mostRecords) {
        this.mostRecords = mostRecords;
    }

    /**
     * Whether the batch may share the commit. The commit that replaces a slice removes all rows of the slices in it, so
     * that none of them may have rows that stay.
     */
    boolean accepts(Batch batch, boolean replaces, boolean continues) {
        boolean continuesCommitted = continues && !begun.contains(batch.after().slice());
        return !(continuesCommitted && !replaced.isEmpty()) && !(replaces && !continued.isEmpty());
    }

    void add(Batch batch, boolean replaces, boolean continues) {
        String slice = batch.after().slice();
        batches.add(batch);
        if (!continues) {
            begun.add(slice);
        } else if (!begun.contains(slice)) {
            continued.add(slice);
        }
        if (replaces) {
            replaced.add(slice);
        }
        batch.shape().columns().forEach(column -> columns.putIfAbsent(column.toLowerCase(Locale.ROOT), column));
        records += batch.records().size() + batch.rejected().size();
        for (SourceRecord record : batch.records()) {
            for (@Nullable String value : record.values()) {
                characters += value == null ? 0 : value.length();
            }
        }
    }

    boolean isFull() {
        return records >= mostRecords || characters >= MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    int records() {
        return records;
    }

    List<Batch> batches() {
        return batches;
    }

    /** Column names in their order, each once whatever its case. */
    List<String> columns() {
        return List.copyOf(columns.values());
    }

    /** Slices of this commit when an older version of at least one of them must go; else empty. */
    Set<String> slicesToReplace() {
        if (replaced.isEmpty()) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        batches.forEach(batch -> all.add(batch.after().slice()));
        return all;
    }
}
