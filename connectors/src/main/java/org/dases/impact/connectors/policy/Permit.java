// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import java.util.function.Function;
import org.dases.impact.connectors.contract.Contract;

/**
 * The contract allows the request. Made by an evaluator in this package only, so that no lease exists without a
 * decision.
 */
public final class Permit implements Decision {
    private final Contract contract;
    private final PolicyRequest request;
    private final List<String> explanation;

    Permit(Contract contract, PolicyRequest request, List<String> explanation) {
        this.contract = contract;
        this.request = request;
        this.explanation = List.copyOf(explanation);
    }

    /**
     * The contract that permits.
     *
     * @return the contract version that was asked
     */
    public Contract contract() {
        return contract;
    }

    /**
     * The request that is permitted, and no other.
     *
     * @return the request
     */
    public PolicyRequest request() {
        return request;
    }

    /**
     * Which rules led to the permit.
     *
     * @return one sentence a rule
     */
    public List<String> explanation() {
        return explanation;
    }

    @Override
    public <R> R match(Function<Permit, R> permitted, Function<Denial, R> denied) {
        return permitted.apply(this);
    }
}
