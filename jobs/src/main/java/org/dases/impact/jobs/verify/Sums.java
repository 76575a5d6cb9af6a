// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether wholes and their parts fit: no part has more persons than the whole, the parts together have no fewer, and as
 * many where nobody can be in two of them. A part that is not listed is empty.
 */
final class Sums {
    private final List<Attested.Axis> axes;
    private final Map<List<Object>, Printed> rows = new HashMap<>();
    private final Map<List<Object>, List<Printed>> parts = new HashMap<>();

    Sums(List<Attested.Axis> axes, List<Printed> printed) {
        this.axes = axes;
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
            int axis = (Integer) key.get(2);
            if (whole != null
                    && whole.isFresh()
                    && whole.learners().isPresent()
                    && !fits(
                            whole.learners().getAsLong(),
                            children,
                            axes.get(axis).additive())) {
                misfits.add(whole);
            }
        });
        return misfits;
    }

    private static boolean fits(long whole, List<Printed> children, boolean additive) {
        long sum = 0;
        boolean all = true;
        for (Printed child : children) {
            long learners = child.isFresh() ? child.learners().orElse(0) : 0;
            all &= child.isFresh();
            sum += learners;
            if (learners > whole) {
                return false;
            }
        }
        return additive ? (all ? sum == whole : sum <= whole) : !all || sum >= whole;
    }
}
