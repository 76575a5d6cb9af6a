// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Compares all printed numbers of persons two by two, as a reader would who has nothing but the rows. Shares no code
 * with what decided on them.
 */
final class PrintedDifferences {
    private final Rules rules;
    private final PrintedPlaces places;
    private final Map<String, PrintedCount> counts = new TreeMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Map<String, Boolean>> above = new HashMap<>();
    private final Map<String, Integer> thresholds = new HashMap<>();
    private final Set<String> leaks = new TreeSet<>();

    private PrintedDifferences(List<ClearedTable> tables, Rules rules) {
        this.rules = rules;
        places = new PrintedPlaces(tables);
        Set<String> notOfPersons = new HashSet<>();
        for (ClearedTable table : tables) {
            table.rows().forEach(row -> listed.add(places.name(table, row.at())));
            table.rows().stream().filter(row -> !isOfPersons(row)).forEach(row -> notOfPersons.add(key(row)));
        }
        for (ClearedTable table : tables) {
            for (ClearedRow row : table.rows()) {
                int k = Math.max(rules.learners(), row.series().minimumContributors());
                thresholds.merge(key(row), k, Math::max);
                if (row.series().form().isMeasured()) {
                    enter(table, row, false, row.learners());
                    Double above = row.numerator();
                    if (row.series().form() == Form.RATE && !notOfPersons.contains(key(row))) {
                        enter(table, row, true, above == null ? null : above.longValue());
                    }
                }
            }
        }
    }

    /** Small differences that are printed, in words without numbers; empty if there is none. */
    static List<String> find(List<ClearedTable> tables, Rules rules) {
        PrintedDifferences all = new PrintedDifferences(tables, rules);
        all.counts.values().forEach(inner -> all.counts.values().forEach(outer -> all.compare(inner, outer)));
        all.leaks.addAll(PrintedRests.find(all.counts.values(), all.thresholds, rules));
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

    private void enter(ClearedTable table, ClearedRow row, boolean isNumerator, @Nullable Long persons) {
        PrintedCount count = counts.computeIfAbsent(
                key(row) + (isNumerator ? "/numerator" : ""), key -> new PrintedCount(key(row), isNumerator));
        if (persons == null) {
            count.addSecret(table, row.at());
        } else if (persons > 0) {
            Map<String, Boolean> all = above.computeIfAbsent(table.id() + row.at(), key -> {
                Map<String, Boolean> found = new LinkedHashMap<>();
                climb(table, row.at(), 0, true, found);
                return found;
            });
            count.add(new PrintedCount.Entry(
                    table,
                    row.at(),
                    places.name(table, row.at()),
                    all,
                    persons,
                    Objects.requireNonNullElse(row.learners(), persons)));
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
            entry.above().forEach((place, isAdditive) -> {
                boolean isBetweenSiblings = isSame && isAdditive;
                boolean isClose = outer.at(place).stream()
                        .filter(its -> !isBetweenSiblings || isProtected(entry, its))
                        .mapToLong(its -> its.persons() - entry.persons())
                        .anyMatch(difference -> difference > 0 && difference < least);
                if (isClose) {
                    leaks.add("two printed numbers of persons, the one among the other, differ by a small group:"
                            + " indicators " + inner.indicator() + " and " + outer.indicator());
                }
            });
        }
    }

    /** Whether what lies between two cohorts of one table is asked to be no small group. */
    private boolean isProtected(PrintedCount.Entry inner, PrintedCount.Entry outer) {
        return rules.isBounding() && inner.table().id().equals(outer.table().id());
    }

    private int k(PrintedCount count) {
        return Objects.requireNonNull(thresholds.get(count.indicator()));
    }

    private static boolean isSame(PrintedCount one, PrintedCount other) {
        return one.isNumerator() == other.isNumerator() && one.indicator().equals(other.indicator());
    }

    /** The cohort itself and each that contains it, going up axis by axis. */
    private void climb(ClearedTable table, List<Node> at, int axis, boolean isAdditive, Map<String, Boolean> above) {
        if (axis == at.size()) {
            String place = places.name(table, at);
            if (listed.contains(place)) {
                above.put(place, isAdditive);
            }
            return;
        }
        Node own = at.get(axis);
        for (int depth = own.path().size(); depth >= 0; depth--) {
            List<Node> coarser = new ArrayList<>(at);
            coarser.set(axis, new Node(own.path().subList(0, depth)));
            boolean isSame = depth == own.path().size();
            climb(
                    table,
                    coarser,
                    axis + 1,
                    isAdditive && (isSame || table.axes().get(axis).additive()),
                    above);
        }
    }
}
