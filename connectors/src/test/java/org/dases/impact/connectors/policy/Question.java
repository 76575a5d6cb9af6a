// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.SampleContracts;

/** A contract and what is asked of it. */
record Question(Contract contract, PolicyRequest request) {
    Question(Contract contract) {
        this(
                contract,
                new PolicyRequest(
                        Action.READ,
                        SampleContracts.RESOURCE,
                        SampleContracts.US,
                        Set.of("impact-measurement"),
                        SampleContracts.DURING));
    }

    static Question asking(String policy) {
        return new Question(SampleContracts.contract(SampleContracts.bilateral(policy)));
    }

    Question action(Action action) {
        return with(action, request.resource(), request.assignee(), request.purposes(), request.at());
    }

    Question resource(String resource) {
        return with(request.action(), resource, request.assignee(), request.purposes(), request.at());
    }

    Question assignee(String assignee) {
        return with(request.action(), request.resource(), assignee, request.purposes(), request.at());
    }

    Question purposes(String... purposes) {
        return with(request.action(), request.resource(), request.assignee(), Set.of(purposes), request.at());
    }

    Question at(Instant at) {
        return with(request.action(), request.resource(), request.assignee(), request.purposes(), at);
    }

    private Question with(Action action, String resource, String assignee, Set<String> purposes, Instant at) {
        return new Question(contract, new PolicyRequest(action, resource, assignee, purposes, at));
    }

    Decision decision() {
        return new OdrlEvaluator().decide(contract, request);
    }

    boolean isPermitted() {
        return decision().match(permit -> true, denial -> false);
    }

    List<String> reasons() {
        return decision().match(permit -> List.of(), Decision.Denial::reasons);
    }
}
