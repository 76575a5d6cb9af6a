// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;

/** An aggregated table as statisticians keep it: inner cells in a CSV, hierarchies in JSON; here with all totals. */
final class Aggregated {
    static final Series USERS = count("users", 0);
    private final List<Axis> axes = new ArrayList<>();
    private final Map<List<Node>, Long> counts = new LinkedHashMap<>();

    /** A series that counts learners. */
    static Series count(String id, int k) {
        return new Series(
                id, "event", Form.COUNT, ContributorKind.LEARNER, k, false, false, "count", "1", Optional.empty());
    }

    Aggregated(String... axes) {
        for (String axis : axes) {
            this.axes.add(new Axis(axis, true));
        }
    }

    static Aggregated read(Path csv, Path hierarchies) {
        try {
            List<List<String>> columns = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Map.Entry<String, JsonNode> axis :
                    new ObjectMapper().readTree(hierarchies.toFile()).properties()) {
                names.add(axis.getKey());
                List<String> own = new ArrayList<>();
                axis.getValue().get("cols").forEach(column -> own.add(column.asText()));
                columns.add(own);
            }
            Aggregated table = new Aggregated(names.toArray(String[]::new));
            List<String> lines = Files.readAllLines(csv);
            List<String> header = List.of(lines.get(0).split(","));
            for (String line : lines.subList(1, lines.size())) {
                List<String> values = List.of(line.split(","));
                List<Node> at = columns.stream()
                        .map(own -> new Node(own.stream()
                                .map(column -> values.get(header.indexOf(column)))
                                .toList()))
                        .toList();
                table.add(Long.parseLong(values.get(header.indexOf("freq"))), at.toArray(Node[]::new));
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds an inner cell to itself and all its totals. */
    Aggregated add(long count, Node... at) {
        add(count, List.of(at), 0, new ArrayList<>());
        return this;
    }

    private void add(long count, List<Node> at, int axis, List<Node> start) {
        if (axis == at.size()) {
            counts.merge(List.copyOf(start), count, Long::sum);
            return;
        }
        for (int depth = at.get(axis).path().size(); depth >= 0; depth--) {
            start.add(new Node(at.get(axis).path().subList(0, depth)));
            add(count, at, axis + 1, start);
            start.remove(axis);
        }
    }

    Map<List<Node>, Long> counts() {
        return counts;
    }

    CellTable table(String id, Series series) {
        return table(id, series, List.copyOf(counts.keySet()));
    }

    /** The table with its cohorts in a given order. */
    CellTable table(String id, Series series, List<List<Node>> order) {
        List<Cohort> cohorts = order.stream()
                .map(at -> {
                    long count = counts.getOrDefault(at, 0L);
                    return new Cohort(
                            at,
                            Map.of(series.indicatorId(), Tally.figure((double) count, Contributors.ofLearners(count))));
                })
                .toList();
        return new CellTable(id, axes, List.of(series), cohorts);
    }
}
