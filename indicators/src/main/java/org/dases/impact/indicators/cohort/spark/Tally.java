// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one contributor brings to one cell for one indicator. */
final class Tally {
    private final Set<String> schools = new HashSet<>(2);
    private final Set<String> providers = new HashSet<>(2);
    private final Map<String, Boolean> units = new HashMap<>(2);
    private long numerator;
    private long denominator;
    private boolean hit;
    private boolean miss;

    /** Adds a row. */
    void add(@Nullable String school, @Nullable String provider, long x, long y, @Nullable String unit) {
        if (school != null) {
            schools.add(school);
        }
        if (provider != null) {
            providers.add(provider);
        }
        if (unit != null) {
            units.merge(unit, x > 0, Boolean::logicalOr);
        }
        numerator = Math.addExact(numerator, x);
        denominator = Math.addExact(denominator, y);
        hit |= x > 0;
        miss |= x <= 0;
    }

    /** Adds what the same contributor brings to a part of the cell. */
    void add(Tally part) {
        schools.addAll(part.schools);
        providers.addAll(part.providers);
        part.units.forEach((unit, inNumerator) -> units.merge(unit, inNumerator, Boolean::logicalOr));
        numerator = Math.addExact(numerator, part.numerator);
        denominator = Math.addExact(denominator, part.denominator);
        hit |= part.hit;
        miss |= part.miss;
    }

    Set<String> schools() {
        return schools;
    }

    Set<String> providers() {
        return providers;
    }

    /** Units → whether one of their rows is in the numerator. */
    Map<String, Boolean> units() {
        return units;
    }

    long unitsInNumerator() {
        return units.values().stream().filter(Boolean::booleanValue).count();
    }

    long numerator() {
        return numerator;
    }

    long denominator() {
        return denominator;
    }

    /** Whether a row or unit is in the numerator. */
    boolean hit() {
        return units.isEmpty() ? hit : units.containsValue(true);
    }

    /** Whether a row or unit is in the denominator only. */
    boolean miss() {
        return units.isEmpty() ? miss : units.containsValue(false);
    }
}
