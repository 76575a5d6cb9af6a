// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares all printed numbers of persons two by two, as a reader would who has nothing but the rows. Shares no code
 * with what decided on them.
 */
final class PrintedDifferences {
    private final Rules rules;
    private final PrintedPlaces places;
    private final Map<String, PrintedCount> counts = new TreeMap<>();
    private final Map<String, Integer> thresholds = new HashMap<>();
    private final Set<String> leaks = new TreeSet<>();

    private PrintedDifferences(List<ClearedTable> tables, Rules rules) {
        this.rules = rules;
        places = new PrintedPlaces(tables);
        Set<String> notOfPersons = new HashSet<>();
        for (ClearedTable table : tables) {
            table.rows().stream().filter(row -> !isOfPersons(row)).forEach(row -> notOfPersons.add(key(row)));
        }
        for (ClearedTable table : tables) {
            for (ClearedRow row : table.rows()) {
                int k = Math.max(rules.learners(), row.series().minimumContributors());
                thresholds.merge(key(row), k, Math::max);
                if (row.series().form().isMeasured()) {
                    Long learners = row.learners();
                    enter(table, row, false, learners == null ? 0 : learners);
                    Double above = row.numerator();
                    boolean isAbove = row.series().form() == Form.RATE && !notOfPersons.contains(key(row));
                    enter(table, row, true, isAbove && above != null ? above.longValue() : 0);
                }
            }
        }
    }

    /** Small differences that are printed, in words without numbers; empty if there is none. */
    static List<String> find(List<ClearedTable> tables, Rules rules) {
        PrintedDifferences all = new PrintedDifferences(tables, rules);
        all.counts.values().forEach(inner -> all.counts.values().forEach(outer -> all.compare(inner, outer)));
        return List.copyOf(all.leaks);
    }

    /** Whether a row's sums, where it prints any, are numbers of persons and not of rows. */
    private static boolean isOfPersons(ClearedRow row) {
        Long learners = row.learners();
        return learners == null || Double.valueOf(learners).equals(row.denominator());
    }

    private static String key(ClearedRow row) {
        return row.series().group() + "/" + row.series().indicatorId();
    }

    private void enter(ClearedTable table, ClearedRow row, boolean isNumerator, long persons) {
        if (persons > 0) {
            counts.computeIfAbsent(
                            key(row) + (isNumerator ? "/numerator" : ""),
                            key -> new PrintedCount(key(row), isNumerator))
                    .add(new PrintedCount.Entry(table, row.at(), places.name(table, row.at()), persons));
        }
    }

    private void compare(PrintedCount inner, PrintedCount outer) {
        boolean isSame = isSame(inner, outer);
        boolean isOwnRate = !isSame && inner.indicator().equals(outer.indicator());
        if (isOwnRate || !inner.isWithin(outer)) {
            return;
        }
        int least = inner.isNumerator() || outer.isNumerator() ? rules.side() : Math.max(k(inner), k(outer));
        for (PrintedCount.Entry entry : inner.entries()) {
            compare(inner, outer, entry, entry.at(), 0, least);
        }
    }

    /** Compares with the same cohort and with each that contains it, going up axis by axis. */
    private void compare(
            PrintedCount inner, PrintedCount outer, PrintedCount.Entry entry, List<Node> at, int axis, int least) {
        if (axis < at.size()) {
            for (int depth = at.get(axis).path().size(); depth >= 0; depth--) {
                List<Node> above = new ArrayList<>(at);
                above.set(axis, new Node(at.get(axis).path().subList(0, depth)));
                compare(inner, outer, entry, above, axis + 1, least);
            }
            return;
        }
        for (PrintedCount.Entry its : outer.at(places.name(entry.table(), at))) {
            long difference = its.persons() - entry.persons();
            boolean isBetweenSiblings = isSame(inner, outer) && isAdditive(entry, at);
            boolean isLeft = isBetweenSiblings
                    && (!rules.complements()
                            || !its.table().id().equals(entry.table().id()));
            if (difference > 0 && difference < least && !isLeft) {
                leaks.add(
                        "two printed numbers of persons, the one among the other, differ by a small group: indicators "
                                + inner.indicator() + " and " + outer.indicator());
            }
        }
    }

    private int k(PrintedCount count) {
        return Objects.requireNonNull(thresholds.get(count.indicator()));
    }

    private static boolean isSame(PrintedCount one, PrintedCount other) {
        return one.isNumerator() == other.isNumerator() && one.indicator().equals(other.indicator());
    }

    /** Whether a cohort differs from another only by what its siblings hold. */
    private static boolean isAdditive(PrintedCount.Entry entry, List<Node> above) {
        for (int axis = 0; axis < above.size(); axis++) {
            boolean isSame = above.get(axis).equals(entry.at().get(axis));
            if (!isSame && !entry.table().axes().get(axis).additive()) {
                return false;
            }
        }
        return true;
    }
}
