// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as received.
 *
 * @param number place in its slice, from 1: the line of a text file where there is one record a line, else a count
 * @param values one text a column of the shape; null where the source has no value
 */
public record SourceRecord(long number, List<@Nullable String> values) {
    public SourceRecord {
        values = Collections.unmodifiableList(new ArrayList<@Nullable String>(values));
    }
}
