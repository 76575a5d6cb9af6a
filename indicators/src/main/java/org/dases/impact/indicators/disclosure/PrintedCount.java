// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.Node;

/**
 * What a reader finds of one number of persons in published tables.
 *
 * @param indicator group and indicator whose rows print it
 * @param isNumerator whether it is that of a rate's numerator
 * @param entries the places where it is printed
 * @param byPlace the same by place
 * @param secrets cohorts, by table id, of which a row stands there that does not print it
 */
record PrintedCount(
        String indicator,
        boolean isNumerator,
        List<Entry> entries,
        Map<String, List<Entry>> byPlace,
        Map<String, List<List<Node>>> secrets) {

    /**
     * A printed number.
     *
     * @param table the table it is in
     * @param at its cohort there
     * @param place its place, comparable between tables
     * @param above its place and those of all cohorts that contain it, and whether these differ by siblings only
     * @param persons the number
     * @param everybody the learners of the row
     */
    record Entry(
            ClearedTable table,
            List<Node> at,
            String place,
            Map<String, Boolean> above,
            long persons,
            long everybody) {}

    PrintedCount(String indicator, boolean isNumerator) {
        this(indicator, isNumerator, new ArrayList<>(), new HashMap<>(), new LinkedHashMap<>());
    }

    void add(Entry entry) {
        entries.add(entry);
        byPlace.computeIfAbsent(entry.place(), place -> new ArrayList<>()).add(entry);
    }

    void addSecret(ClearedTable table, List<Node> at) {
        secrets.computeIfAbsent(table.id(), key -> new ArrayList<>()).add(at);
    }

    List<Entry> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** Whether it may be about some of the persons of another one: it is nowhere greater. */
    boolean isWithin(PrintedCount other) {
        return entries.stream()
                .allMatch(entry -> other.at(entry.place()).stream().allMatch(its -> entry.persons() <= its.persons()));
    }
}
