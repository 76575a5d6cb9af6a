// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How landed rows become rows of one canonical table.
 *
 * @param from condition on the landed rows; empty for all
 * @param columns canonical column to Spark SQL expression, in the order of the file
 */
public record TableMapping(Optional<String> from, Map<String, String> columns) {
    public TableMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
