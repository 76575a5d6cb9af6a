// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.jspecify.annotations.Nullable;

/**
 * Compares all printed numbers of persons two by two, as a reader would who has nothing but the rows. Shares no code
 * with what decided on them.
 */
public final class PrintedDifferences {
    private final Rules rules;
    private final PrintedPlaces places;
    private final Map<String, PrintedCount> counts = new TreeMap<>();
    private final Map<String, Integer> thresholds = new HashMap<>();
    /** By place, what the rows of rates say. */
    private final Map<Integer, Set<Parts>> parts = new HashMap<>();

    private final Set<String> leaks = new TreeSet<>();

    /**
     * A number that may be about more persons than another one.
     *
     * @param count the number
     * @param isSame whether it is the same number of a cohort that contains the other's
     * @param least the least difference that is no small group
     */
    private record Outer(PrintedCount count, boolean isSame, int least) {}

    /** Persons that a row prints, and those of them that are on one side of the line; the others are enough, too. */
    private record Parts(long all, long some) {}

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
                    enter(table, row, false, row.learners());
                    Double above = row.numerator();
                    if (row.series().form() == Form.RATE && !notOfPersons.contains(key(row))) {
                        enter(table, row, true, above == null ? null : above.longValue());
                    }
                    enterParts(table, row);
                }
            }
        }
    }

    /**
     * Finds small differences that are printed.
     *
     * @param tables all tables of a release
     * @param rules what is small
     * @return what differs, in words without numbers; empty if nothing does
     */
    public static List<String> find(List<ClearedTable> tables, Rules rules) {
        PrintedDifferences all = new PrintedDifferences(tables, rules);
        Collection<PrintedCount> counts = all.counts.values();
        counts.forEach(inner -> all.compare(inner, all.outers(inner)));
        all.leaks.addAll(PrintedRests.find(tables, all.places, counts, all.thresholds, rules));
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
                key(row) + (isNumerator ? "/numerator" : ""),
                key -> new PrintedCount(key(row), isNumerator, places.size()));
        int place = places.of(table, row.at());
        if (persons == null) {
            count.addSecret(table, row.at(), place);
        } else if (persons > 0) {
            count.add(table, row.at(), place, persons);
        }
    }

    /** A rate's own rules see to it that both sides are large enough where it prints them. */
    private void enterParts(ClearedTable table, ClearedRow row) {
        Long all = row.learners();
        Double above = row.numerator();
        if (row.series().form() == Form.RATE && all != null && above != null && isOfPersons(row)) {
            Set<Parts> here = parts.computeIfAbsent(places.of(table, row.at()), key -> new HashSet<>());
            here.add(new Parts(all, above.longValue()));
            here.add(new Parts(all, all - above.longValue()));
        }
    }

    private List<Outer> outers(PrintedCount inner) {
        List<Outer> outers = new ArrayList<>();
        for (PrintedCount outer : counts.values()) {
            boolean isSame = inner.isSame(outer);
            boolean isOwnRate = !isSame && inner.indicator().equals(outer.indicator());
            if (!isOwnRate && inner.isWithin(outer)) {
                boolean isOfSides = inner.isNumerator() || outer.isNumerator();
                outers.add(new Outer(outer, isSame, isOfSides ? rules.side() : Math.max(k(inner), k(outer))));
            }
        }
        return outers;
    }

    private void compare(PrintedCount inner, List<Outer> outers) {
        for (PrintedCount.Entry entry : inner.entries()) {
            places.forEachContaining(
                    entry.table(),
                    entry.at(),
                    (place, isAdditive) -> outers.forEach(outer -> outer.count().forEachAt(place, its -> {
                        long difference = its.persons() - entry.persons();
                        boolean isBetweenSiblings = outer.isSame() && isAdditive;
                        boolean isClose = difference > 0
                                && difference < outer.least()
                                && (outer.isSame() || !isSide(inner, entry.persons(), its.persons(), place));
                        if (isClose && (!isBetweenSiblings || isProtected(entry, its))) {
                            leaks.add("two printed numbers of persons, the one among the other, differ by a small"
                                    + " group: indicators " + inner.indicator() + " and "
                                    + outer.count().indicator());
                        }
                    })));
        }
    }

    /** Whether a rate prints these persons of a cohort as one of its sides, and the others as the other one. */
    private boolean isSide(PrintedCount inner, long some, long all, int place) {
        Set<Long> its = new HashSet<>();
        inner.forEachAt(place, entry -> its.add(entry.persons()));
        return its.contains(some) && parts.getOrDefault(place, Set.of()).contains(new Parts(all, some));
    }

    /** Whether what lies between two cohorts of one table is asked to be no small group. */
    private boolean isProtected(PrintedCount.Entry inner, PrintedCount.Entry outer) {
        return rules.isBounding() && inner.table().id().equals(outer.table().id());
    }

    private int k(PrintedCount count) {
        return Objects.requireNonNull(thresholds.get(count.indicator()));
    }
}
