// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * Numbers cohorts, so that those of several published tables that are the same one get the same number. The number of a
 * cohort is that of a step on the way from the total, by a code of each kind in turn.
 */
final class PrintedPlaces {
    /** Neither a code nor a place. */
    static final int NONE = -1;

    private final Map<String, Set<String>> sharedCodes = new HashMap<>();
    private final Map<List<Object>, Integer> codes = new HashMap<>();
    private final Map<Long, Integer> steps = new HashMap<>();
    private final BitSet listed = new BitSet();
    private final Map<String, InTable> tables = new HashMap<>();

    /** How the cohorts of a table are looked up. */
    private static final class InTable {
        private final List<Axis> axes;

        /** The axes in the order of their kinds, which is the same in all tables. */
        private final int[] byKind;

        /** Of each axis and node: the code there and those above it, from near to far, the total as none. */
        private final List<Map<Node, int[]>> lines = new ArrayList<>();

        InTable(List<Axis> axes) {
            this.axes = axes;
            axes.forEach(axis -> lines.add(new HashMap<>()));
            byKind = IntStream.range(0, axes.size())
                    .boxed()
                    .sorted(Comparator.comparing(axis -> axes.get(axis).kind()))
                    .mapToInt(axis -> axis)
                    .toArray();
        }
    }

    /** Told of a cohort that contains another, and whether they differ by siblings only. */
    interface Containing {
        void accept(int place, boolean isAdditive);
    }

    PrintedPlaces(List<ClearedTable> published) {
        published.forEach(this::findSharedCodes);
        for (ClearedTable table : published) {
            InTable own = new InTable(table.axes());
            tables.put(table.id(), own);
            table.rows().forEach(row -> enter(own, row.at()));
        }
    }

    /** More than the number of any place. */
    int size() {
        return steps.size() + 1;
    }

    /** Number of a cohort that has a row in some table, else {@link #NONE}. */
    int of(ClearedTable table, List<Node> at) {
        InTable own = in(table);
        int step = 0;
        for (int axis : own.byKind) {
            step = next(step, line(own, axis, at)[0]);
        }
        return listedOrNone(step);
    }

    /** Calls with the cohort itself and each that contains it, if they have a row in some table. */
    void forEachContaining(ClearedTable table, List<Node> at, Containing consumer) {
        climb(in(table), at, 0, 0, true, consumer);
    }

    /** The nearest cohort that contains one on an axis, of those that are so; else {@link #NONE}. */
    int whole(ClearedTable table, List<Node> at, int axis, IntPredicate isSo) {
        InTable own = in(table);
        int[] line = line(own, axis, at);
        for (int up = 1; up < line.length; up++) {
            int step = 0;
            for (int each : own.byKind) {
                step = next(step, each == axis ? line[up] : line(own, each, at)[0]);
            }
            int place = listedOrNone(step);
            if (place != NONE && isSo.test(place)) {
                return place;
            }
        }
        return NONE;
    }

    private void climb(InTable own, List<Node> at, int depth, int step, boolean isAdditive, Containing consumer) {
        if (depth == own.byKind.length) {
            if (listed.get(step)) {
                consumer.accept(step, isAdditive);
            }
            return;
        }
        int axis = own.byKind[depth];
        int[] line = line(own, axis, at);
        for (int up = 0; up < line.length; up++) {
            int next = next(step, line[up]);
            if (next != NONE) {
                boolean isDisjoint = up == 0 || own.axes.get(axis).additive();
                climb(own, at, depth + 1, next, isAdditive && isDisjoint, consumer);
            }
        }
    }

    private InTable in(ClearedTable table) {
        return Objects.requireNonNull(tables.get(table.id()));
    }

    private int listedOrNone(int step) {
        return step != NONE && listed.get(step) ? step : NONE;
    }

    /** The step that a code leads to; a total leads nowhere else. */
    private int next(int step, int code) {
        return step == NONE || code == NONE ? step : steps.getOrDefault(key(step, code), NONE);
    }

    private static long key(int step, int code) {
        return (long) step << 32 | code;
    }

    private void enter(InTable own, List<Node> at) {
        int step = 0;
        for (int axis : own.byKind) {
            int code = line(own, axis, at)[0];
            int fresh = steps.size() + 1;
            step = code == NONE ? step : steps.computeIfAbsent(key(step, code), key -> fresh);
        }
        listed.set(step);
    }

    private int[] line(InTable own, int axis, List<Node> at) {
        Node node = at.get(axis);
        Map<Node, int[]> known = own.lines.get(axis);
        int[] line = known.get(node);
        if (line == null) {
            line = line(own.axes.get(axis).kind(), node.path());
            known.put(node, line);
        }
        return line;
    }

    private int[] line(String kind, List<String> path) {
        int[] line = new int[path.size() + 1];
        for (int depth = 1; depth <= path.size(); depth++) {
            int fresh = codes.size();
            line[path.size() - depth] =
                    codes.computeIfAbsent(List.of(kind, name(kind, path.subList(0, depth))), key -> fresh);
        }
        line[path.size()] = NONE;
        return line;
    }

    /** A code with those above it, if some table has the code below several of them or it is no code proper. */
    private Object name(String kind, List<String> path) {
        String code = path.get(path.size() - 1);
        boolean isProper = !code.startsWith("_") && !shared(kind).contains(code);
        return isProper ? code : List.copyOf(path);
    }

    private void findSharedCodes(ClearedTable table) {
        for (int axis = 0; axis < table.axes().size(); axis++) {
            Map<String, Node> seen = new HashMap<>();
            Set<Node> nodes = new HashSet<>();
            for (ClearedRow row : table.rows()) {
                for (Node node = row.at().get(axis); !node.isTotal() && nodes.add(node); node = node.parent()) {
                    if (seen.putIfAbsent(node.code(), node) != null) {
                        shared(table.axes().get(axis).kind()).add(node.code());
                    }
                }
            }
        }
    }

    private Set<String> shared(String kind) {
        return sharedCodes.computeIfAbsent(kind, name -> new HashSet<>());
    }
}
