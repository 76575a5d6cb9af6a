// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.List;

/**
 * What a record looks like as received: named text columns (csv, parquet), or one column {@code record} with a JSON
 * text.
 *
 * @param columns column names in their order; {@code ["record"]} for JSON
 * @param json whether the single column holds a JSON document
 */
public record Shape(List<String> columns, boolean json) {
    public Shape {
        columns = List.copyOf(columns);
    }

    /**
     * The shape of JSON records.
     *
     * @return one column {@code record}
     */
    public static Shape ofJson() {
        return new Shape(List.of("record"), true);
    }
}
