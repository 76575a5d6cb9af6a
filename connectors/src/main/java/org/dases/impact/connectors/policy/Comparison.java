// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;

/** Compares what is the case with what a constraint names. */
final class Comparison {
    private Comparison() {}

    /** A date lasts its whole day: {@code lteq 2026-08-31} holds until its last instant. */
    static Truth ofTime(Instant at, Operator operator, Moment bound) {
        boolean before = at.isBefore(bound.first());
        boolean after = at.isAfter(bound.last());
        return switch (operator) {
            case EQ -> Truth.of(!before && !after);
            case NEQ -> Truth.of(before || after);
            case GT -> Truth.of(after);
            case GTEQ -> Truth.of(!before);
            case LT -> Truth.of(before);
            case LTEQ -> Truth.of(!after);
            case IS_PART_OF, HAS_PART, IS_A, IS_ALL_OF, IS_ANY_OF, IS_NONE_OF -> Truth.UNKNOWN;
        };
    }

    /**
     * Compares several values that are the case, such as our purposes. One of them is enough to be equal or among
     * others; to be different or among none, all must be, and where only some are it is unknown.
     */
    static Truth ofSet(Set<String> left, Operator operator, List<String> right) {
        if (left.isEmpty()) {
            return Truth.UNKNOWN;
        }
        long common = left.stream().filter(right::contains).count();
        boolean single = right.size() == 1;
        return switch (operator) {
            case EQ -> single ? Truth.of(common > 0) : Truth.UNKNOWN;
            case NEQ -> single ? none(common, left.size()) : Truth.UNKNOWN;
            case IS_ANY_OF -> Truth.of(common > 0);
            case IS_NONE_OF -> none(common, left.size());
            case IS_ALL_OF -> Truth.of(left.containsAll(right));
            case IS_A, IS_PART_OF -> common > 0 ? Truth.HELD : Truth.UNKNOWN;
            case HAS_PART, GT, GTEQ, LT, LTEQ -> Truth.UNKNOWN;
        };
    }

    private static Truth none(long common, int all) {
        if (common == 0) {
            return Truth.HELD;
        }
        return common == all ? Truth.NOT_HELD : Truth.UNKNOWN;
    }
}
