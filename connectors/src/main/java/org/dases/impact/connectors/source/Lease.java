// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.Permit;
import org.dases.impact.connectors.policy.PolicyEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;

/**
 * A short-lived permission to read one resource for one purpose. It can only be had from a {@link Permit}, ends after a
 * short time, and is renewed at every batch by asking the contract again: a contract that ends in the middle of a pull
 * ends the pull.
 */
public final class Lease {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Permit permit;
    private final PolicyEvaluator evaluator;
    private final Clock clock;
    private final Instant expiresAt;

    private Lease(Permit permit, PolicyEvaluator evaluator, Clock clock) {
        this.permit = permit;
        this.evaluator = evaluator;
        this.clock = clock;
        this.expiresAt = permit.request().at().plus(LIFE);
    }

    /**
     * Grants a lease on what was permitted.
     *
     * @param permit the decision it rests on
     * @param evaluator asked again at each renewal
     * @param clock the time
     * @return a lease that ends five minutes after the permit's instant
     */
    public static Lease under(Permit permit, PolicyEvaluator evaluator, Clock clock) {
        return new Lease(permit, evaluator, clock);
    }

    /**
     * Asks the contract again, now.
     *
     * @return a fresh lease
     * @throws SourceException of kind CONTRACT_LOST when the contract no longer permits
     */
    public Lease renew() {
        PolicyRequest now = permit.request().at(clock.instant());
        Decision decision = evaluator.decide(permit.contract(), now);
        return decision.match(again -> new Lease(again, evaluator, clock), denial -> {
            throw new SourceException(
                    SourceException.Fault.CONTRACT_LOST,
                    "Contract " + permit.contract().id() + " no longer permits reading: "
                            + String.join("; ", denial.reasons())
                            + ". The batch was dropped; what was committed before stays.",
                    null);
        });
    }

    /**
     * Refuses when the lease has run out.
     *
     * @throws SourceException of kind CONTRACT_LOST when expired
     */
    public void requireValid() {
        if (clock.instant().isAfter(expiresAt)) {
            throw new SourceException(
                    SourceException.Fault.CONTRACT_LOST,
                    "The lease on " + permit.request().resource() + " ended at " + expiresAt + ". Renew it per batch.",
                    null);
        }
    }

    /**
     * The decision that the lease rests on.
     *
     * @return the permit
     */
    public Permit permit() {
        return permit;
    }
}
