// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operands of the engine's own profile. They say how a permission is to be used rather than when it holds, so they are
 * kept by the engine at release, joining and retention instead of being tested at the request.
 */
public enum Term {
    /** Fewest contributors of a published figure: {@code minCohortSize gteq 20}. */
    MINIMUM_COHORT_SIZE("minCohortSize"),
    /** Finest level of detail that may be published: {@code granularity eq academie}. */
    GRANULARITY("granularity"),
    /** How long data may be kept, an ISO-8601 period: {@code retention lteq P3Y}. */
    RETENTION("retention"),
    /** Domain in which learners may be joined: {@code pseudonymDomain eq fr-edu}. */
    PSEUDONYM_DOMAIN("pseudonymDomain"),
    /** Whether figures of this provider alone may be published: {@code singleProviderRelease eq true}. */
    SINGLE_PROVIDER_RELEASE("singleProviderRelease");

    private static final Map<Term, Set<Operator>> OPERATORS = Map.of(
            MINIMUM_COHORT_SIZE, Set.of(Operator.GTEQ, Operator.GT, Operator.EQ),
            GRANULARITY, Set.of(Operator.EQ, Operator.IS_ANY_OF),
            RETENTION, Set.of(Operator.LTEQ, Operator.EQ),
            PSEUDONYM_DOMAIN, Set.of(Operator.EQ),
            SINGLE_PROVIDER_RELEASE, Set.of(Operator.EQ));

    private final String operand;

    Term(String operand) {
        this.operand = operand;
    }

    /**
     * The term that a constraint states.
     *
     * @param constraint any atomic constraint
     * @return empty when its operand is none of the profile
     */
    public static Optional<Term> of(Constraint.Atomic constraint) {
        for (Term term : values()) {
            if (term.operand.equals(constraint.leftOperand())) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the engine understands what the constraint demands and can honour it.
     *
     * @param constraint of this term
     * @return false for another operator, no single value, or a value of the wrong form
     */
    public boolean honours(Constraint.Atomic constraint) {
        Set<Operator> accepted = OPERATORS.getOrDefault(this, Set.of());
        if (Operator.of(constraint.operator()).filter(accepted::contains).isEmpty()) {
            return false;
        }
        if (this == GRANULARITY
                && Operator.of(constraint.operator())
                        .filter(Operator.IS_ANY_OF::equals)
                        .isPresent()) {
            return constraint.right().stream().noneMatch(value -> value.text().isBlank());
        }
        return constraint.right().size() == 1
                && wellFormed(constraint.right().get(0).text());
    }

    private boolean wellFormed(String value) {
        return switch (this) {
            case MINIMUM_COHORT_SIZE -> value.matches("[1-9][0-9]{0,8}");
            case RETENTION -> period(value);
            case SINGLE_PROVIDER_RELEASE -> value.equals("true") || value.equals("false");
            case GRANULARITY, PSEUDONYM_DOMAIN -> !value.isBlank();
        };
    }

    private static boolean period(String value) {
        return value.matches("P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,5}M)?([0-9]{1,5}W)?([0-9]{1,6}D)?")
                && !Period.parse(value).isZero();
    }
}
