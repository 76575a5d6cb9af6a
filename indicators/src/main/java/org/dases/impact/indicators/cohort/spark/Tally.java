// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one contributor brings to one cell for one indicator. */
final class Tally {
    private final UnitRule rule;
    private final Set<String> schools = new HashSet<>(2);
    private final Set<String> providers = new HashSet<>(2);
    private final Map<String, Long> parts = new HashMap<>(2);
    private long numerator;
    private long denominator;
    private boolean hit;
    private boolean miss;

    /**
     * Nothing yet.
     *
     * @param rule how the indicator's units come about
     */
    Tally(UnitRule rule) {
        this.rule = rule;
    }

    /** Adds a row. */
    void add(@Nullable String school, @Nullable String provider, long x, long y, @Nullable String unit) {
        if (school != null) {
            schools.add(school);
        }
        if (provider != null) {
            providers.add(provider);
        }
        if (unit != null) {
            parts.merge(unit, x, rule::joined);
        }
        numerator = rule.plus(numerator, x);
        denominator = rule.plus(denominator, y);
        hit |= x > 0;
        miss |= x <= 0;
    }

    /** Adds what the same contributor brings to a part of the cell. */
    void add(Tally part) {
        schools.addAll(part.schools);
        providers.addAll(part.providers);
        part.parts.forEach((unit, x) -> parts.merge(unit, x, rule::joined));
        numerator = rule.plus(numerator, part.numerator);
        denominator = rule.plus(denominator, part.denominator);
        hit |= part.hit;
        miss |= part.miss;
    }

    Set<String> schools() {
        return schools;
    }

    Set<String> providers() {
        return providers;
    }

    /** Units → the sum of their rows, or of their parts where equal rows are one. */
    Map<String, Long> units() {
        return rule.folded(parts);
    }

    long numerator() {
        return numerator;
    }

    long denominator() {
        return denominator;
    }

    /** Whether a row is in the numerator. */
    boolean hit() {
        return hit;
    }

    /** Whether a row is in the denominator only. */
    boolean miss() {
        return miss;
    }
}
