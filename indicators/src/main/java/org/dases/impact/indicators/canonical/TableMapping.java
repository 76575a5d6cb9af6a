// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How records become rows of one canonical table.
 *
 * @param from Spark SQL condition; records that do not fulfil it give no row. Empty: every record gives one
 * @param columns canonical column → Spark SQL expression over the landed columns, in their order
 */
public record TableMapping(Optional<String> from, Map<String, String> columns) {
    public TableMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
