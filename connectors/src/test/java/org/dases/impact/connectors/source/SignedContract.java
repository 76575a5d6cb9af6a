// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractReader;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;

/** Leases for tests, under a contract that permits use until a given instant. */
public final class SignedContract {
    /** The contract's identifier. */
    public static final String ID = "urn:contract:test";

    private static final String PROVIDER = "https://dases.example/participants/edtech-a";
    private static final String CONSUMER = "https://dases.example/participants/observatoire";
    private static final String RESOURCE = "https://edtech-a.example/resources/traces";
    private static final Instant FAR = Instant.parse("2099-12-31T00:00:00Z");

    private SignedContract() {}

    public static Lease lease(Clock clock) {
        return lease(clock, FAR);
    }

    public static Lease lease(Clock clock, Instant until) {
        OdrlEvaluator evaluator = new OdrlEvaluator();
        PolicyRequest request =
                new PolicyRequest(Action.READ, RESOURCE, CONSUMER, Set.of("impact-measurement"), clock.instant());
        return evaluator
                .decide(contract(until), request)
                .match(permit -> Lease.under(permit, evaluator, clock), denial -> {
                    throw new AssertionError(denial.reasons().toString());
                });
    }

    private static Contract contract(Instant until) {
        String json = """
                {"_id": "%1$s", "dataProvider": "%2$s", "dataConsumer": "%3$s", "serviceOffering": "urn:offering",
                 "purpose": [], "status": "signed",
                 "policy": [{"description": "terms", "permission": [{"action": "use", "target": "%4$s"}]}],
                 "signatures": [
                   {"did": "%2$s", "party": "provider", "value": "s1", "date": "2020-06-10T08:00:00Z"},
                   {"did": "%3$s", "party": "consumer", "value": "s2", "date": "2020-06-12T08:00:00Z"}],
                 "revokedSignatures": [],
                 "terminationAndValidity": {"effectiveDate": "2020-07-01T00:00:00Z", "terminationPeriod": "%5$s"}}
                """.formatted(ID, PROVIDER, CONSUMER, RESOURCE, until);
        return ContractReader.read("contracts/a.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
                .match(contract -> contract, problems -> {
                    throw new AssertionError(problems.toString());
                });
    }
}
