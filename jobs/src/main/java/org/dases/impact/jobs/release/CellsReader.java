// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Indicator;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.Measure;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.cells.Arms;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Sides;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.jspecify.annotations.Nullable;

/** Brings the cells of one published table, as Spark computed them, into the form the gate decides on. */
final class CellsReader {
    private final PublishedTable table;
    private final SeriesOf seriesOf;
    private final Periods periods;
    private final AxisKinds kinds;
    private final Map<Node, Node> nodes = new HashMap<>();

    CellsReader(PublishedTable table, SeriesOf seriesOf, Periods periods, AxisKinds kinds) {
        this.kinds = kinds;
        this.table = table;
        this.seriesOf = seriesOf;
        this.periods = periods;
    }

    CellTable read(Dataset<Row> cells) {
        Map<String, String> methods = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        Map<List<Node>, Map<String, Tally>> cohorts = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(List.of("school_year", "period_kind", "period_start"));
        table.dimensions().forEach(d -> d.levels().forEach(level -> order.add(level.column())));
        order.add("indicator_id");
        String first = order.remove(0);
        // The gate needs all of them in one place anyway: no need to look first how they lie. They come as bytes, and
        // each is a row only while it is read. (Tasks of an iterator see no settings of the session.)
        Iterator<Row> rows = cells.coalesce(1)
                .sortWithinPartitions(first, order.toArray(String[]::new))
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            String id = Objects.requireNonNull(ids.computeIfAbsent(row.getAs("indicator_id"), same -> same));
            methods.computeIfAbsent(id, indicator -> row.getAs("method_version"));
            cohorts.computeIfAbsent(at(row), at -> new LinkedHashMap<>()).put(id, counted(row));
        }
        List<Cohort> list = new ArrayList<>();
        cohorts.forEach((at, tallies) -> list.add(new Cohort(at, tallies)));
        List<Series> series = table.indicators().stream()
                .map(each -> seriesOf.of(each, methods.getOrDefault(each.id(), each.version())))
                .toList();
        return new CellTable(table.id(), axes(table, kinds), series, list);
    }

    /** The period first, then the dimensions in the table's order. */
    static List<Axis> axes(PublishedTable table, AxisKinds kinds) {
        List<Axis> axes = new ArrayList<>();
        axes.add(new Axis(Periods.AXIS, false));
        for (Dimension dimension : table.dimensions()) {
            axes.add(new Axis(dimension.id(), kinds.of(dimension), isAttribute(dimension), OptionalInt.empty()));
        }
        return axes;
    }

    /** A dimension read from the school or the learner puts each contributor in one code; any other may not. */
    private static boolean isAttribute(Dimension dimension) {
        return dimension.levels().stream()
                .allMatch(level ->
                        level.source().startsWith("school.") || level.source().startsWith("learner."));
    }

    private List<Node> at(Row row) {
        List<Node> at = new ArrayList<>();
        at.add(once(periods.node(
                row.getAs("school_year"), row.getAs("period_kind"), row.<@Nullable Date>getAs("period_start"))));
        for (Dimension dimension : table.dimensions()) {
            List<String> path = new ArrayList<>();
            for (Level level : dimension.levels()) {
                String code = row.getAs(level.column());
                if (code.equals(Dimension.TOTAL)) {
                    break;
                }
                path.add(code);
            }
            at.add(once(new Node(path)));
        }
        return at;
    }

    /** Many cells stand at a node, each with texts of its own. */
    private Node once(Node node) {
        return Objects.requireNonNull(nodes.computeIfAbsent(node, same -> same));
    }

    private Tally counted(Row row) {
        String id = row.getAs("indicator_id");
        Tally tally = tally(row);
        for (Indicator indicator : table.indicators()) {
            if (indicator.id().equals(id) && Records.isAbout(indicator)) {
                return Records.tally(indicator, tally);
            } else if (indicator.id().equals(id) && indicator.measure() instanceof Measure.EffectSize) {
                return withArms(tally);
            }
        }
        return tally;
    }

    /**
     * A comparison has the learners of the side with fewer of them, and the schools of the side with fewer of these.
     */
    private static Tally withArms(Tally tally) {
        Contributors fewer = tally.contributors();
        long schools = fewer.schools() == null ? 0 : fewer.schools();
        Arms arms = new Arms(fewer.learners(), schools, 2 * fewer.learners() - 2);
        return new Tally(tally.value(), null, null, tally.ciLow(), tally.ciHigh(), fewer, null, arms);
    }

    private static Tally tally(Row row) {
        Long learners = number(row, "n_learners");
        Contributors who = new Contributors(
                learners == null ? 0 : learners,
                number(row, "n_schools"),
                number(row, "n_providers"),
                number(row, "top_school"),
                number(row, "top_provider"));
        Long numerator = number(row, "numerator_learners");
        Long complement = number(row, "complement_learners");
        Sides sides = numerator == null || complement == null ? null : new Sides(numerator, complement);
        return new Tally(
                real(row, "value"),
                real(row, "numerator"),
                real(row, "denominator"),
                real(row, "ci_low"),
                real(row, "ci_high"),
                who,
                sides);
    }

    private static @Nullable Long number(Row row, String column) {
        return row.<@Nullable Long>getAs(column);
    }

    private static @Nullable Double real(Row row, String column) {
        return row.<@Nullable Double>getAs(column);
    }
}
