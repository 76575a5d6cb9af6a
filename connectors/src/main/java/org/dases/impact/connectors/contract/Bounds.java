// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.PolicySet;
import org.dases.impact.connectors.odrl.Rule;

/** Finds the time outside of which no permission of a contract can hold. */
final class Bounds {
    private Bounds() {}

    static Validity of(PolicySet policies, Optional<Instant> signedAt) {
        return policies.of(Rule.Kind.PERMISSION).stream()
                .map(rule -> window(rule, signedAt))
                .reduce(Validity::or)
                .orElse(Validity.ALWAYS);
    }

    static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other, boolean emptyWins) {
        return choose(one, other, emptyWins, Comparator.naturalOrder());
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other, boolean emptyWins) {
        return choose(one, other, emptyWins, Comparator.reverseOrder());
    }

    private static Optional<Instant> choose(
            Optional<Instant> one, Optional<Instant> other, boolean emptyWins, Comparator<Instant> order) {
        if (one.isEmpty() || other.isEmpty()) {
            return emptyWins ? Optional.empty() : one.or(() -> other);
        }
        return Stream.concat(one.stream(), other.stream()).max(order);
    }

    private static Validity window(Rule rule, Optional<Instant> signedAt) {
        return rule.constraints().stream()
                .flatMap(Constraint::required)
                .map(constraint -> window(constraint, signedAt))
                .reduce(Validity.ALWAYS, Validity::and);
    }

    private static Validity window(Constraint.Atomic constraint, Optional<Instant> signedAt) {
        boolean timed = constraint.leftOperand().equals("dateTime")
                || constraint.leftOperand().equals("inForceDate");
        Optional<Operator> operator = Operator.of(constraint.operator());
        if (!timed || operator.isEmpty() || constraint.right().size() != 1) {
            return Validity.ALWAYS;
        }
        Optional<Moment> moment = Moment.parse(constraint.right().get(0).text(), signedAt);
        return switch (operator.get()) {
            case GT, GTEQ -> new Validity(moment.map(Moment::first), Optional.empty());
            case LT, LTEQ -> new Validity(Optional.empty(), moment.map(Moment::last));
            case EQ -> new Validity(moment.map(Moment::first), moment.map(Moment::last));
            case NEQ, IS_PART_OF, HAS_PART, IS_A, IS_ALL_OF, IS_ANY_OF, IS_NONE_OF -> Validity.ALWAYS;
        };
    }
}
