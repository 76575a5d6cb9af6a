// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Where the cohorts of several tables stand: cohorts of the same codes are at one place, the total on the axes that a
 * table has not. A code that stands below one path only in every table is the same code in all of them, whatever the
 * hierarchy; any other one is so only below the same parents.
 */
final class Places {
    private final List<String> axes;
    private final boolean[] additive;
    private final List<Map<Object, Integer>> codes = new ArrayList<>();
    private final List<Set<String>> ambiguous = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final List<int[]> keys = new ArrayList<>();
    private final Map<String, int[]> placesOf = new HashMap<>();
    private final Map<String, int[][]> aboveOf = new HashMap<>();

    Places(List<CellTable> tables) {
        Set<String> names = new TreeSet<>();
        tables.forEach(table -> table.axes().forEach(axis -> names.add(axis.kind())));
        axes = List.copyOf(names);
        additive = new boolean[axes.size()];
        for (int axis = 0; axis < additive.length; axis++) {
            String name = axes.get(axis);
            additive[axis] = tables.stream()
                    .flatMap(table -> table.axes().stream())
                    .filter(each -> each.kind().equals(name))
                    .allMatch(Axis::additive);
            codes.add(new HashMap<>());
            ambiguous.add(ambiguous(tables, name));
        }
        for (CellTable table : tables) {
            int[] places = new int[table.cohorts().size()];
            for (int c = 0; c < places.length; c++) {
                places[c] = number(key(table, table.cohorts().get(c).at()));
            }
            placesOf.put(table.id(), places);
        }
    }

    /** Place of a cohort. */
    int of(CellTable table, int cohort) {
        return Objects.requireNonNull(placesOf.get(table.id()))[cohort];
    }

    /** Places of other listed cohorts that contain a cohort. */
    int[] above(CellTable table, int cohort) {
        int[][] known = aboveOf.computeIfAbsent(
                table.id(), id -> new int[table.cohorts().size()][]);
        if (known[cohort] == null) {
            Set<Integer> above = new LinkedHashSet<>();
            climb(table, table.cohorts().get(cohort).at(), 0, new int[axes.size()], above::add);
            above.remove(of(table, cohort));
            known[cohort] = above.stream().mapToInt(place -> place).toArray();
        }
        return known[cohort];
    }

    /** Whether two places have the same code on every axis on which a person may have several. */
    boolean differAdditively(int place, int other) {
        for (int axis = 0; axis < additive.length; axis++) {
            if (!additive[axis] && keys.get(place)[axis] != keys.get(other)[axis]) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> ambiguous(List<CellTable> tables, String axis) {
        Set<String> ambiguous = new HashSet<>();
        for (CellTable table : tables) {
            Map<String, Node> paths = new HashMap<>();
            for (int a = 0; a < table.axes().size(); a++) {
                int own = a;
                if (table.axes().get(a).kind().equals(axis)) {
                    table.cohorts().stream()
                            .map(cohort -> cohort.at().get(own))
                            .filter(node -> !node.isTotal())
                            .filter(node -> !node.equals(paths.merge(last(node), node, (first, next) -> first)))
                            .forEach(node -> ambiguous.add(last(node)));
                }
            }
        }
        return ambiguous;
    }

    private static String last(Node node) {
        return node.path().get(node.path().size() - 1);
    }

    private int[] key(CellTable table, List<Node> at) {
        int[] key = new int[axes.size()];
        for (int a = 0; a < at.size(); a++) {
            int axis = axes.indexOf(table.axes().get(a).kind());
            key[axis] = code(axis, at.get(a));
        }
        return key;
    }

    /** Number of a code on an axis; 0 for the total. */
    private int code(int axis, Node node) {
        if (node.isTotal()) {
            return 0;
        }
        boolean isByPath = last(node).startsWith("_") || ambiguous.get(axis).contains(last(node));
        Map<Object, Integer> known = codes.get(axis);
        return known.computeIfAbsent(isByPath ? node : last(node), code -> known.size() + 1);
    }

    private int number(int[] key) {
        return numbers.computeIfAbsent(IntBuffer.wrap(key), buffer -> {
            keys.add(key);
            return keys.size() - 1;
        });
    }

    private void climb(CellTable table, List<Node> at, int from, int[] key, IntConsumer consumer) {
        if (from == at.size()) {
            Integer place = numbers.get(IntBuffer.wrap(key));
            if (place != null) {
                consumer.accept(place);
            }
            return;
        }
        int axis = axes.indexOf(table.axes().get(from).kind());
        Node node = at.get(from);
        for (int depth = node.path().size(); depth >= 0; depth--) {
            key[axis] = code(axis, new Node(node.path().subList(0, depth)));
            climb(table, at, from + 1, key, consumer);
        }
    }
}
