// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dases.impact.indicators.disclosure.cells.Node;

/** What a reader finds of one number of persons in published tables. */
final class PrintedCount {
    private static final int NONE = -1;

    private final String indicator;
    private final boolean isNumerator;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final int[] lastAt;

    /**
     * A printed number.
     *
     * @param table the table it is in
     * @param at its cohort there
     * @param place the number of that, comparable between tables
     * @param persons the number
     * @param before which entry is the one before of the same place; −1 for none
     */
    record Entry(ClearedTable table, List<Node> at, int place, long persons, int before) {}

    /**
     * A row that does not print the number.
     *
     * @param table the table it is in
     * @param at its cohort there
     * @param place the number of that, comparable between tables
     */
    record Secret(ClearedTable table, List<Node> at, int place) {}

    /**
     * A number of which nothing is found yet.
     *
     * @param indicator group and indicator whose rows print it
     * @param isNumerator whether it is that of a rate's numerator
     * @param places more than the number of any place
     */
    PrintedCount(String indicator, boolean isNumerator, int places) {
        this.indicator = indicator;
        this.isNumerator = isNumerator;
        lastAt = new int[places];
        Arrays.fill(lastAt, NONE);
    }

    void add(ClearedTable table, List<Node> at, int place, long persons) {
        entries.add(new Entry(table, at, place, persons, lastAt[place]));
        lastAt[place] = entries.size() - 1;
    }

    void addSecret(ClearedTable table, List<Node> at, int place) {
        secrets.add(new Secret(table, at, place));
    }

    String indicator() {
        return indicator;
    }

    boolean isNumerator() {
        return isNumerator;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Secret> secrets() {
        return secrets;
    }

    /** Calls with what is printed at a place. */
    void forEachAt(int place, Consumer<Entry> consumer) {
        for (int i = lastAt[place]; i != NONE; i = entries.get(i).before()) {
            consumer.accept(entries.get(i));
        }
    }

    /** Whether it is the same number, of the same indicator. */
    boolean isSame(PrintedCount other) {
        return isNumerator == other.isNumerator && indicator.equals(other.indicator);
    }

    /** Whether it may be about some of the persons of another one: it is nowhere greater. */
    boolean isWithin(PrintedCount other) {
        for (Entry entry : entries) {
            for (int i = other.lastAt[entry.place()];
                    i != NONE;
                    i = other.entries.get(i).before()) {
                if (entry.persons() > other.entries.get(i).persons()) {
                    return false;
                }
            }
        }
        return true;
    }
}
