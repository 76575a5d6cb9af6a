// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.util.EnumMap;
import java.util.Map;

/** Counts what has been written. */
final class Tally {
    private final Map<Defect, Long> defects = new EnumMap<>(Defect.class);
    private long records;

    Tally() {
        for (Defect defect : Defect.values()) {
            defects.put(defect, 0L);
        }
    }

    void record() {
        records++;
    }

    void defect(Defect defect) {
        defects.merge(defect, 1L, Long::sum);
    }

    long records() {
        return records;
    }

    Map<Defect, Long> defects() {
        return Map.copyOf(defects);
    }
}
