// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dases.impact.jobs.workspace.Thresholds;

/**
 * The threshold that a published table checks its rows by. The rows of all releases are in one table, so that each
 * release has the k that it was made by: one constraint that goes by the release.
 *
 * @param first k of the first releases
 * @param since number of a release to the k that holds from it on, until the next
 */
record ThresholdCheck(int first, SortedMap<Long, Integer> since) {
    static final String NAME = "at_least_k";

    private static final Pattern FIRST = Pattern.compile("n_learners >= (?:CASE .* ELSE )?(\\d{1,9})(?: END)?$");
    private static final Pattern LATER = Pattern.compile("WHEN release_id >= (\\d{1,18}) THEN (\\d{1,9})");

    static ThresholdCheck of(int k) {
        return new ThresholdCheck(k, new TreeMap<>());
    }

    /**
     * Reads the constraint of a table. Of a table that has lost it, as by a run that was killed while it replaced it,
     * nobody knows what held for earlier releases but that it was not below the floor.
     */
    static ThresholdCheck read(Optional<String> constraint) {
        Optional<Matcher> first = constraint.map(FIRST::matcher).filter(Matcher::find);
        if (first.isEmpty()) {
            return of(Thresholds.FLOOR);
        }
        SortedMap<Long, Integer> since = new TreeMap<>();
        LATER.matcher(constraint.get())
                .results()
                .forEach(each -> since.put(Long.parseLong(each.group(1)), Integer.parseInt(each.group(2))));
        return new ThresholdCheck(Integer.parseInt(first.get().group(1)), since);
    }

    /** The same for all releases before one, and another k from that one on. */
    ThresholdCheck from(long release, int k) {
        SortedMap<Long, Integer> earlier = new TreeMap<>(since.headMap(release));
        int before = earlier.isEmpty() ? first : earlier.getOrDefault(earlier.lastKey(), first);
        if (before != k) {
            earlier.put(release, k);
        }
        return new ThresholdCheck(first, earlier);
    }

    /** The constraint in SQL. */
    String sql() {
        String k = Integer.toString(first);
        if (!since.isEmpty()) {
            StringBuilder cases = new StringBuilder("CASE");
            // The first case that holds decides, so the newest stands first.
            since.entrySet().stream()
                    .sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
                    .forEach(each -> cases.append(" WHEN release_id >= ")
                            .append(each.getKey())
                            .append(" THEN ")
                            .append(each.getValue()));
            k = cases + " ELSE " + first + " END";
        }
        return "n_learners IS NULL OR n_learners = 0 OR n_learners >= " + k;
    }
}
