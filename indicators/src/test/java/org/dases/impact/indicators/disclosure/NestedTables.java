// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Lattice;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/** Small tables of several series, written as lines: where, then a number for each series. */
public final class NestedTables {
    /** k = 10, sides of 5, no other rule. */
    public static final Rules RULES =
            new Rules(10, 0, 5, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Zeros.PUBLISH);

    private final String id;
    private final List<Axis> axes;
    private final List<Series> series;
    private final Map<List<Node>, Cohort> cohorts = new LinkedHashMap<>();

    public NestedTables(String id, List<Axis> axes, Series... series) {
        this.id = id;
        this.axes = axes;
        this.series = List.of(series);
    }

    public static Series count(String id, String group) {
        return new Series(
                id, group, Form.COUNT, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());
    }

    static Series rate(String id, String group) {
        return new Series(
                id, group, Form.RATE, ContributorKind.LEARNER, 0, false, true, "percent", "1", Optional.empty());
    }

    /** A node from codes with slashes between; T is the total. */
    public static Node node(String path) {
        return path.equals("T") ? Node.TOTAL : Node.of(path.split("/", -1));
    }

    /** Where a cohort stands: its own codes, joined by a slash. */
    public static String place(List<Node> at) {
        return String.join(
                "/",
                at.stream()
                        .map(node -> node.isTotal()
                                ? "T"
                                : node.path().get(node.path().size() - 1))
                        .toList());
    }

    /**
     * A cohort, axes separated by blanks; numbers of learners, of a rate as "above:learners", of one over records as
     * "above:learners/records above:records", of records as "records#learners", a minus for no tally.
     */
    public NestedTables row(String at, String... numbers) {
        List<Node> nodes = new ArrayList<>();
        for (String path : List.of(at.split(" ", -1))) {
            nodes.add(node(path));
        }
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int s = 0; s < numbers.length; s++) {
            if (!numbers[s].equals("-")) {
                tallies.put(series.get(s).indicatorId(), tally(numbers[s]));
            }
        }
        cohorts.put(nodes, new Cohort(nodes, tallies));
        return this;
    }

    private static Tally tally(String number) {
        if (number.contains("#")) {
            String[] both = number.split("#", -1);
            return Tally.figure(Double.valueOf(both[0]), Contributors.ofLearners(Long.parseLong(both[1])));
        }
        if (!number.contains(":")) {
            long learners = Long.parseLong(number);
            return Tally.figure((double) learners, Contributors.ofLearners(learners));
        }
        String persons = number.contains("/") ? number.substring(0, number.indexOf('/')) : number;
        String records = number.substring(number.indexOf('/') + 1);
        long above = Long.parseLong(persons.substring(0, persons.indexOf(':')));
        long learners = Long.parseLong(persons.substring(persons.indexOf(':') + 1));
        double numerator = Double.parseDouble(records.substring(0, records.indexOf(':')));
        double denominator = Double.parseDouble(records.substring(records.indexOf(':') + 1));
        return new Tally(
                100.0 * numerator / denominator,
                numerator,
                denominator,
                null,
                null,
                Contributors.ofLearners(learners),
                new Sides(above, learners - above));
    }

    public CellTable table() {
        return new CellTable(id, axes, series, List.copyOf(cohorts.values()));
    }

    /** The learners of some tables, of whom readers have nothing yet. */
    static Population population(PrimaryRules rules, List<CellTable> tables) {
        return population(rules, new Guard(List.of(), rules), tables);
    }

    /** The learners of some tables, and what readers have of them. */
    static Population population(PrimaryRules rules, Guard guard, List<CellTable> tables) {
        return new Population("event", tables, tables.stream().map(Lattice::new).toList(), rules, guard);
    }

    static List<ClearedTable> print(NestedTables... tables) {
        CellTable[] submitted = new CellTable[tables.length];
        for (int t = 0; t < tables.length; t++) {
            submitted[t] = tables[t].table();
        }
        return GateTest.granted(RULES, submitted).tables();
    }

    /** Places where a series is withheld. */
    static List<String> withheld(ClearedTable table, String indicator) {
        return places(table, row -> row.series().indicatorId().equals(indicator) && row.status() == ConfStatus.C);
    }

    /** Places with a figure that does not say of how many learners it is. */
    static List<String> unnumbered(ClearedTable table) {
        return places(table, row -> row.status() == ConfStatus.F && row.learners() == null);
    }

    private static List<String> places(ClearedTable table, Predicate<ClearedRow> filter) {
        return table.rows().stream()
                .filter(filter)
                .map(row -> String.join(
                        " ",
                        row.at().stream()
                                .map(node -> node.isTotal() ? "T" : String.join("/", node.path()))
                                .toList()))
                .toList();
    }
}
