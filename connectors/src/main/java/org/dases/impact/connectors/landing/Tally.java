// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dases.impact.connectors.source.Batch;
import org.dases.impact.connectors.source.Rejected;

/** Counts what a pull has committed. */
final class Tally {
    /** Reasons are few by nature; a source that makes more is summed up under one. */
    private static final int MOST_REASONS = 50;

    private static final String OTHER = "other reasons";

    private long records;
    private long rejected;
    private int slices;
    private int commits;
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private final List<String> empty = new ArrayList<>();

    void add(Batch batch) {
        records += batch.records().size();
        rejected += batch.rejected().size();
        for (Rejected one : batch.rejected()) {
            boolean known = reasons.containsKey(one.reason()) || reasons.size() < MOST_REASONS;
            reasons.merge(known ? one.reason() : OTHER, 1L, Long::sum);
        }
        if (batch.after().done()) {
            slices++;
            if (batch.after().position() == 0) {
                empty.add(batch.after().slice());
            }
        }
    }

    void committed() {
        commits++;
    }

    int commits() {
        return commits;
    }

    long records() {
        return records;
    }

    long rejected() {
        return rejected;
    }

    LandingReport report(String dataset, int unchanged) {
        return new LandingReport(dataset, records, rejected, slices, unchanged, commits, reasons, empty);
    }
}
