// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PublishedTable;

/**
 * Finds which dimensions of several tables are about the same codes, whatever they are called: those that have a level
 * in common, directly or over others, and those of one name. A département is the same in a dimension of its own and
 * below its académie.
 */
final class AxisKinds {
    private final Map<String, String> first = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    AxisKinds(Collection<PublishedTable> tables) {
        for (PublishedTable table : tables) {
            for (Dimension dimension : table.dimensions()) {
                List<String> codes =
                        dimension.levels().stream().map(AxisKinds::code).toList();
                codes.forEach(code -> join(codes.get(0), code));
                join(codes.get(0), "dimension " + dimension.id());
            }
        }
        // Two axes of one table cannot be the same one: theirs keep their own names.
        for (PublishedTable table : tables) {
            Set<String> seen = new HashSet<>();
            table.dimensions().stream()
                    .map(this::kind)
                    .filter(kind -> !seen.add(kind))
                    .forEach(twice::add);
        }
    }

    /** The kind of a dimension's codes. */
    String of(Dimension dimension) {
        String kind = kind(dimension);
        return twice.contains(kind) ? kind + " " + dimension.id() : kind;
    }

    /** Whether two dimensions are about the same codes, and one of them has the finest level of the other. */
    boolean isShared(Dimension one, Dimension other) {
        return of(one).equals(of(other)) && (has(one, other) || has(other, one));
    }

    private static boolean has(Dimension dimension, Dimension other) {
        List<Level> levels = other.levels();
        String finest = code(levels.get(levels.size() - 1));
        return dimension.levels().stream().anyMatch(level -> code(level).equals(finest));
    }

    private String kind(Dimension dimension) {
        return find(code(dimension.levels().get(0)));
    }

    /** What a level shows, whatever its column is called. */
    static String code(Level level) {
        return level.table() + ": " + level.code();
    }

    private void join(String one, String other) {
        String a = find(one);
        String b = find(other);
        first.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }

    private String find(String code) {
        String next = first.getOrDefault(code, code);
        return next.equals(code) ? code : find(next);
    }
}
