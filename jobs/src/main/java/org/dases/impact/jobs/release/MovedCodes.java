// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Finds the cohorts of a table that stood elsewhere when an earlier release told of them: a course that is of another
 * faculty by now, or whose faculty is shown, or is not shown any more, is that course all the same. So it is where its
 * code stands below one other only, then and now, and is no code for the unknown; any other code stays where it was, or
 * where that is now which it was below.
 */
final class MovedCodes {
    private final LedgerPlace place;
    /** Of each dimension and code, by column: where it stands; nowhere where it stands in several places. */
    private final List<Map<List<String>, Optional<Node>>> now = new ArrayList<>();

    /**
     * The cohorts of now.
     *
     * @param place where cohorts of the table stand
     */
    MovedCodes(LedgerPlace place, List<Cohort> cohorts) {
        this.place = place;
        List<Dimension> dimensions = place.table().dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            Map<List<String>, Optional<Node>> nodes = new HashMap<>();
            now.add(nodes);
            for (Cohort cohort : cohorts) {
                for (Node node = cohort.at().get(d + 1); !node.isTotal(); node = node.parent()) {
                    Optional<Node> own = Optional.of(node);
                    String column = column(dimensions.get(d), node.path().size() - 1);
                    nodes.merge(
                            List.of(column, node.code()),
                            own,
                            (one, other) -> one.equals(own) ? one : Optional.empty());
                }
            }
        }
    }

    private static String column(Dimension dimension, int level) {
        return dimension.levels().get(level).column();
    }

    /**
     * The cohorts of now by the places where they stood, listed now or not.
     *
     * @param then all places of which a table of an earlier release told, with their codes by column
     * @return none for places at which the table can have no cohort
     */
    Map<String, List<Node>> of(Map<String, Map<String, String>> then) {
        Map<List<String>, Map<String, String>> always = always(then.values());
        Map<String, List<Node>> found = new TreeMap<>();
        then.forEach((stood, codes) -> at(codes, always).ifPresent(at -> found.put(stood, at)));
        return found;
    }

    /** Of each code, by column, the codes that stood with it wherever it stood. */
    private static Map<List<String>, Map<String, String>> always(Collection<Map<String, String>> then) {
        Map<List<String>, Map<String, String>> always = new HashMap<>();
        for (Map<String, String> codes : then) {
            codes.forEach((column, code) -> always.computeIfAbsent(List.of(column, code), key -> new HashMap<>(codes))
                    .entrySet()
                    .retainAll(codes.entrySet()));
        }
        return always;
    }

    private Optional<List<Node>> at(Map<String, String> codes, Map<List<String>, Map<String, String>> always) {
        Map<String, String> rest = new TreeMap<>(codes);
        Optional<Node> period = place.takePeriod(rest);
        List<Node> at = new ArrayList<>(period.stream().toList());
        Map<String, String> above = new HashMap<>();
        List<Dimension> dimensions = place.table().dimensions();
        for (int d = 0; d < dimensions.size() && at.size() == d + 1; d++) {
            List<String> columns = dimensions.get(d).levels().stream()
                    .map(Level::column)
                    .filter(codes::containsKey)
                    .toList();
            node(d, columns, codes, always).ifPresent(at::add);
            columns.forEach(column -> {
                above.putAll(always.getOrDefault(List.of(column, rest.remove(column)), Map.of()));
            });
        }
        boolean isPlace = at.size() == dimensions.size() + 1 && above.entrySet().containsAll(rest.entrySet());
        return isPlace ? Optional.of(at) : Optional.empty();
    }

    /**
     * Where a code of a dimension stands by now.
     *
     * @param columns those of its levels that have a code, from coarse to fine
     */
    private Optional<Node> node(
            int d, List<String> columns, Map<String, String> codes, Map<List<String>, Map<String, String>> always) {
        List<String> path = columns.stream().map(codes::get).toList();
        if (path.isEmpty()) {
            return Optional.of(Node.TOTAL);
        }
        List<String> finest = List.of(columns.get(columns.size() - 1), path.get(path.size() - 1));
        boolean isOnePlace = !finest.get(1).startsWith("_")
                && always.getOrDefault(finest, Map.of()).keySet().containsAll(columns);
        Optional<Node> found = isOnePlace ? now.get(d).getOrDefault(finest, Optional.empty()) : Optional.empty();
        boolean isWhole = finest.get(0).equals(column(place.table().dimensions().get(d), path.size() - 1));
        if (found.isPresent() || !isWhole) {
            return found;
        }
        // It went with what it is below, as far as that is one place.
        int depth = path.size() - 1;
        return node(d, columns.subList(0, depth), codes, always)
                .filter(above -> above.path().size() == depth)
                .or(() -> Optional.of(new Node(path.subList(0, depth))))
                .map(above -> above.child(path.get(depth)));
    }
}
