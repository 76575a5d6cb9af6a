// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.dases.impact.indicators.cohort.kernel.LongColumn;

/**
 * What one task makes of its rows: places, which are all that rows may have in common but their contributor, and facts,
 * one for each contributor and place, with sums. Numbers are the task's own.
 */
final class PackedRows implements Serializable {
    private static final long serialVersionUID = 1;

    /** Mark of a row that an indicator does not count; others are the number of the unit, −1 for none. */
    static final int NOT_COUNTED = -2;

    /** Those that the register of learners does not have. */
    final Dictionary contributorNames = new Dictionary();

    final Dictionary schoolNames = new Dictionary();
    final Dictionary providerNames = new Dictionary();
    final Dictionary unitNames = new Dictionary();

    /** By axis and node: the codes on the way down to it. */
    final List<List<List<String>>> paths = new ArrayList<>();

    /** By place: school, provider, node on each axis, mark of each indicator. */
    final IntColumn schools = new IntColumn();

    final IntColumn providers = new IntColumn();
    final List<IntColumn> nodes;
    final List<IntColumn> marks;

    /** By fact: number in the register of learners, or in the names, the first of which is −1 and the second −2. */
    final IntColumn contributors = new IntColumn();

    final IntColumn places = new IntColumn();
    final List<LongColumn> numerators;
    final List<LongColumn> denominators;

    PackedRows(int axes, int indicators) {
        nodes = IntStream.range(0, axes).mapToObj(i -> new IntColumn()).toList();
        marks = IntStream.range(0, indicators).mapToObj(i -> new IntColumn()).toList();
        numerators =
                IntStream.range(0, indicators).mapToObj(i -> new LongColumn()).toList();
        denominators =
                IntStream.range(0, indicators).mapToObj(i -> new LongColumn()).toList();
    }

    /** Adds a place: school, provider, node on each axis, mark of each indicator. */
    void addPlace(int[] place) {
        schools.add(place[0]);
        providers.add(place[1]);
        for (int axis = 0; axis < nodes.size(); axis++) {
            nodes.get(axis).add(place[2 + axis]);
        }
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).add(place[2 + nodes.size() + i]);
        }
    }

    /** Number of facts. */
    int size() {
        return contributors.size();
    }

    /** Number of places. */
    int placeCount() {
        return schools.size();
    }

    /** Gives back the memory that is kept for more. */
    void trim() {
        List.of(schools, providers, contributors, places).forEach(IntColumn::trim);
        nodes.forEach(IntColumn::trim);
        marks.forEach(IntColumn::trim);
        numerators.forEach(LongColumn::trim);
        denominators.forEach(LongColumn::trim);
    }
}
