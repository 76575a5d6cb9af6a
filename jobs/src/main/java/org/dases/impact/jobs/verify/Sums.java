// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether wholes and their parts fit: no part has more persons than the whole, and the parts together have no fewer;
 * counts and sums of rows add up, but for periods, since not every row has a date. A part that is not listed is empty;
 * one that does not say of how many persons it is may be of any number.
 */
final class Sums {
    /** Sums of numbers that are no whole ones depend on their order. */
    private static final double ROUNDING = 1e-9;

    private final List<Attested.Axis> axes;
    private final Predicate<String> adding;
    private final Map<List<Object>, Printed> rows = new HashMap<>();
    private final Map<List<Object>, List<Printed>> parts = new HashMap<>();

    /**
     * The rows of a table.
     *
     * @param adding whether the values of an indicator add up
     */
    Sums(List<Attested.Axis> axes, Predicate<String> adding, List<Printed> printed) {
        this.axes = axes;
        this.adding = adding;
        for (Printed row : printed) {
            rows.put(key(row, row.at()), row);
            for (int axis = 0; axis < axes.size(); axis++) {
                List<String> path = row.at().get(axis);
                if (!path.isEmpty()) {
                    List<List<String>> whole = new ArrayList<>(row.at());
                    whole.set(axis, path.subList(0, path.size() - 1));
                    List<Object> key = new ArrayList<>(key(row, whole));
                    key.add(axis);
                    parts.computeIfAbsent(key, at -> new ArrayList<>()).add(row);
                }
            }
        }
    }

    private static List<Object> key(Printed row, List<List<String>> at) {
        return List.of(row.indicator(), at);
    }

    /** Wholes that do not fit their parts. */
    Set<Printed> misfits() {
        Set<Printed> misfits = new LinkedHashSet<>();
        parts.forEach((key, children) -> {
            Printed whole = rows.get(key.subList(0, 2));
            boolean isPeriod = axes.get((Integer) key.get(2)).columns().isEmpty();
            if (whole != null && whole.isFresh() && !(fits(whole, children) && (isPeriod || addsUp(whole, children)))) {
                misfits.add(whole);
            }
        });
        return misfits;
    }

    private static boolean fits(Printed whole, List<Printed> children) {
        if (whole.learners().isEmpty()) {
            return true;
        }
        long persons = whole.learners().getAsLong();
        long sum = 0;
        for (Printed child : children) {
            long learners = child.isFresh() ? child.learners().orElse(0) : 0;
            if (learners > persons) {
                return false;
            }
            sum += learners;
        }
        return sum >= persons
                || !children.stream()
                        .allMatch(child -> child.isFresh() && child.learners().isPresent());
    }

    private boolean addsUp(Printed whole, List<Printed> children) {
        OptionalDouble value = whole.value();
        boolean isTold = value.isPresent()
                && children.stream()
                        .allMatch(child -> child.isFresh() && child.value().isPresent());
        if (!isTold || !adding.test(whole.indicator())) {
            return true;
        }
        double sum = children.stream()
                .mapToDouble(child -> child.value().orElseThrow())
                .sum();
        return Math.abs(sum - value.getAsDouble()) <= ROUNDING * Math.max(1, Math.abs(sum));
    }
}
