// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.List;
import java.util.Set;

/** The columns that every published table has; all others are levels of its dimensions. */
final class Columns {
    static final String RELEASE = "release_id";
    static final String INDICATOR = "indicator_id";
    static final String UNIT = "unit";
    static final String VALUE = "value";
    static final String VALUE_LOW = "value_low";
    static final String VALUE_HIGH = "value_high";
    static final String CONF_STATUS = "conf_status";

    /** SDMX: code of a total, of a value that is not known, of one that does not apply. */
    static final String TOTAL = "_T";

    static final String UNKNOWN = "_U";
    static final String NOT_APPLICABLE = "_Z";

    /** SDMX CONF_STATUS: free. Any other code is read as withheld. */
    static final String FREE = "F";

    /** Columns that hold nothing in a withheld row. */
    static final List<String> MEASURED = List.of(
            VALUE,
            VALUE_LOW,
            VALUE_HIGH,
            "numerator",
            "denominator",
            "n_learners",
            "n_schools",
            "n_providers",
            "ci_low",
            "ci_high");

    private static final Set<String> OTHERS = Set.of(
            RELEASE,
            "table_id",
            "school_year",
            "period_kind",
            "period_start",
            INDICATOR,
            UNIT,
            "obs_status",
            CONF_STATUS,
            "frozen_since",
            "method_version");

    private Columns() {}

    static boolean isLevel(Column column) {
        return column.kind() == Column.Kind.TEXT
                && !OTHERS.contains(column.name())
                && !MEASURED.contains(column.name());
    }
}
