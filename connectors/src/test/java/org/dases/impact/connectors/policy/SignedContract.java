// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.source.Lease;

/** Leases for tests, under a contract that permits reading until a given instant. */
public final class SignedContract {
    private static final Contract CONTRACT = new Contract("urn:contract:test", "00ff");
    private static final String RESOURCE = "https://provider.example/resources/traces";
    private static final String CONSUMER = "https://dases.example/participants/observatoire";

    private SignedContract() {}

    public static Lease lease(Clock clock) {
        return lease(clock, Instant.MAX);
    }

    public static Lease lease(Clock clock, Instant until) {
        PolicyRequest request =
                new PolicyRequest(Action.READ, RESOURCE, CONSUMER, Set.of("impact-measurement"), clock.instant());
        PolicyEvaluator evaluator = (contract, asked) -> asked.at().isAfter(until)
                ? new Decision.Denial(List.of("the contract ended at " + until))
                : new Permit(contract, asked, List.of("use is permitted"));
        return Lease.under(new Permit(CONTRACT, request, List.of("use is permitted")), evaluator, clock);
    }
}
