// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been generated: the truth that a run over it can be compared with.
 *
 * @param folder the workspace
 * @param schools number of schools
 * @param learners number of pupils on the lists
 * @param students number of students of the university
 * @param records records written, by dataset, in the order of writing
 * @param defects how many of the records are broken, by defect
 */
public record DataSpace(
        Path folder, int schools, int learners, int students, Map<String, Long> records, Map<Defect, Long> defects) {
    public DataSpace {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        defects = Collections.unmodifiableMap(new TreeMap<>(defects));
    }

    /**
     * All records of all datasets.
     *
     * @return their number
     */
    public long allRecords() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
