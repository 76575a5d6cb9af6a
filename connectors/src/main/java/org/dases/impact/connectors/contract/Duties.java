// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Duty;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.Operator;
import org.dases.impact.connectors.odrl.Term;

/**
 * The duties that the engine can do: {@code delete} after a period or by a date, and {@code anonymize},
 * {@code aggregate}, {@code attribute} and {@code inform} without further conditions.
 */
public final class Duties {
    private static final Set<String> KNOWN = Set.of("delete", "anonymize", "aggregate", "attribute", "inform");
    static final Set<String> PERIODS = Set.of("retention", "elapsedTime", "delayPeriod");
    private static final Set<Operator> UP_TO = Set.of(Operator.EQ, Operator.LTEQ, Operator.LT);

    private Duties() {}

    /**
     * Whether the engine can do a duty.
     *
     * @param duty any
     * @return false when the action or one of its constraints is not known
     */
    public static boolean honours(Duty duty) {
        return KNOWN.contains(duty.action())
                && duty.constraints().stream()
                        .allMatch(constraint -> duty.action().equals("delete") && limitsKeeping(constraint));
    }

    private static boolean limitsKeeping(Constraint constraint) {
        if (!(constraint instanceof Constraint.Atomic atomic)
                || atomic.right().size() != 1
                || Operator.of(atomic.operator()).filter(UP_TO::contains).isEmpty()) {
            return false;
        }
        String value = atomic.right().get(0).text();
        if (PERIODS.contains(atomic.leftOperand())) {
            Optional<Constraint.Atomic> asTerm =
                    Optional.of(new Constraint.Atomic("retention", "lteq", atomic.right(), atomic.place()));
            return asTerm.filter(Term.RETENTION::honours).isPresent();
        }
        return atomic.leftOperand().equals("dateTime") && Moment.parse(value).isPresent();
    }
}
