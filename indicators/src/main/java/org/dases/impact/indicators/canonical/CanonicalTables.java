// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The canonical model. */
public final class CanonicalTables {
    /** Columns that say which person a row is about, in whichever table they stand. */
    public static final List<String> PERSONS = List.of("learner_pid", "respondent_pid");

    private static final List<CanonicalTable> ALL = Stream.concat(
                    LearningTables.all().stream(), RegisterTables.all().stream())
            .toList();

    private CanonicalTables() {}

    /**
     * All canonical tables.
     *
     * @return what happened first, then registers
     */
    public static List<CanonicalTable> all() {
        return ALL;
    }

    /**
     * Finds a table.
     *
     * @param name its name
     * @return the table, or empty where there is none
     */
    public static Optional<CanonicalTable> find(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * A table that is known to exist.
     *
     * @param name its name
     * @return the table
     * @throws IllegalArgumentException where there is none
     */
    public static CanonicalTable get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no canonical table '" + name + "'"));
    }
}
