// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operands;
import org.dases.impact.connectors.odrl.Operator;

/**
 * What an atomic constraint leaves of a quantity: from a lower to an upper value.
 *
 * @param lower least value; empty when there is none
 * @param aboveLower whether the least value itself is excluded
 * @param upper greatest value; empty when there is none
 * @param belowUpper whether the greatest value itself is excluded
 */
record Bound(Optional<BigDecimal> lower, boolean aboveLower, Optional<BigDecimal> upper, boolean belowUpper) {
    /** Empty for an operand, operator or value that does not bound a quantity. */
    static Optional<Bound> of(Constraint.Atomic atomic, Optional<Instant> signedAt) {
        Optional<Operator> operator = Operator.of(atomic.operator());
        if (operator.isEmpty() || atomic.right().size() != 1) {
            return Optional.empty();
        }
        String text = atomic.right().get(0).text();
        Optional<Moment> moment = isTime(atomic.leftOperand()) ? Moment.parse(text, signedAt) : Optional.empty();
        Optional<BigDecimal> first =
                moment.map(Moment::first).map(Bound::nanoseconds).or(() -> quantity(text));
        Optional<BigDecimal> last =
                moment.map(Moment::last).map(Bound::nanoseconds).or(() -> first);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        return switch (operator.get()) {
            case EQ -> Optional.of(new Bound(first, false, last, false));
            case GT -> Optional.of(new Bound(last, true, Optional.empty(), false));
            case GTEQ -> Optional.of(new Bound(first, false, Optional.empty(), false));
            case LT -> Optional.of(new Bound(Optional.empty(), false, first, true));
            case LTEQ -> Optional.of(new Bound(Optional.empty(), false, last, false));
            case NEQ, IS_PART_OF, HAS_PART, IS_A, IS_ALL_OF, IS_ANY_OF, IS_NONE_OF -> Optional.empty();
        };
    }

    static boolean isTime(String operand) {
        return List.of("dateTime", "inForceDate").contains(Operands.known(operand));
    }

    private static Optional<BigDecimal> quantity(String text) {
        return ValueKind.number(text)
                .or(() -> Span.parse(text).filter(span -> span.months() == 0).map(Span::nanoseconds));
    }

    private static BigDecimal nanoseconds(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond())
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .add(BigDecimal.valueOf(at.getNano()));
    }

    /** Whether nothing is in both. */
    boolean excludes(Bound other) {
        return above(this, other) || above(other, this);
    }

    private static boolean above(Bound one, Bound other) {
        if (one.lower.isEmpty() || other.upper.isEmpty()) {
            return false;
        }
        int order = one.lower.get().compareTo(other.upper.get());
        return order > 0 || (order == 0 && (one.aboveLower || other.belowUpper));
    }
}
