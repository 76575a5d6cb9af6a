// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What earlier releases told for the first time, by cell. */
final class Earlier {
    private record Told(Instant at, Printed row) {}

    private final Map<List<Object>, List<Told>> told = new HashMap<>();

    void add(Instant at, List<Printed> rows) {
        rows.stream()
                .filter(Printed::isFresh)
                .forEach(row -> told.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(new Told(at, row)));
    }

    /** Whether a frozen row is what a release of that date printed. */
    boolean printed(Printed row) {
        Instant since = row.row().instant("frozen_since").orElse(Instant.MIN);
        return told.getOrDefault(row.key(), List.of()).stream()
                .anyMatch(each -> each.at().equals(since) && row.isReprintOf(each.row()));
    }

    /** Whether a number differs from one that was told by somebody, but by fewer than k. */
    boolean isNear(Printed row, long k) {
        return told.getOrDefault(row.key(), List.of()).stream().anyMatch(each -> {
            OptionalLong then = each.row().learners();
            long moved = row.learners().isEmpty() || then.isEmpty()
                    ? 0
                    : Math.abs(row.learners().getAsLong() - then.getAsLong());
            return moved > 0 && moved < k;
        });
    }
}
