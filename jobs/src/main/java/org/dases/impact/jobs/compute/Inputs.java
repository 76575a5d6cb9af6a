// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.indicators.cohort.DerivedTable;
import org.dases.impact.indicators.cohort.MeasuredTables;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.workspace.Dataset;

/** Which canonical tables an indicator rests on, and which datasets feed them. */
public final class Inputs {
    private Inputs() {}

    /**
     * The canonical tables that a table's cells are computed from.
     *
     * @param table the table
     * @return names; registers that give attributes are among them
     */
    public static Set<String> tables(PublishedTable table) {
        Set<String> names = new TreeSet<>();
        for (Indicator indicator : table.indicators()) {
            names.addAll(madeOf(indicator.over()));
        }
        table.dimensions()
                .forEach(dimension -> dimension.levels().forEach(level -> {
                    String register = level.source().substring(0, level.source().indexOf('.'));
                    if (!register.equals("row")) {
                        names.add(register);
                    }
                }));
        // The cubes count schools by the learner's own where a row has none, so the registers are inputs of every
        // table.
        names.addAll(List.of("learner", "school"));
        return names;
    }

    /**
     * The datasets that feed a table.
     *
     * @param table the table
     * @param datasets those that may be used
     * @return names in alphabetical order
     */
    public static Set<String> datasets(PublishedTable table, Collection<Dataset> datasets) {
        Set<String> tables = tables(table);
        boolean all = table.indicators().stream()
                .anyMatch(indicator -> indicator.over().equals("intake"));
        Set<String> names = new TreeSet<>();
        for (Dataset dataset : datasets) {
            if (all || dataset.tables().keySet().stream().anyMatch(tables::contains)) {
                names.add(dataset.name());
            }
        }
        return names;
    }

    /**
     * Whether a dataset may feed a table.
     *
     * @param table the table
     * @param dataset the dataset
     * @return true when its rows are among those that the table is computed from
     */
    public static boolean feeds(PublishedTable table, Dataset dataset) {
        return !datasets(table, List.of(dataset)).isEmpty();
    }

    /**
     * The datasets whose records an indicator measures, as opposed to registers that only lend attributes. Whether
     * figures about a single provider may be published is asked of these.
     *
     * @param indicator the indicator
     * @param datasets those in use
     * @return names in alphabetical order; all of them for indicators about no person's records
     */
    public static Set<String> measured(Indicator indicator, Collection<Dataset> datasets) {
        String measured = MeasuredTables.people(indicator.over());
        Set<String> names = new TreeSet<>();
        for (Dataset dataset : datasets) {
            if (measured.equals("intake") || dataset.tables().containsKey(measured)) {
                names.add(dataset.name());
            }
        }
        return names;
    }

    private static List<String> madeOf(String over) {
        return MeasuredTables.find(over).map(DerivedTable::madeOf).orElse(List.of(over));
    }
}
