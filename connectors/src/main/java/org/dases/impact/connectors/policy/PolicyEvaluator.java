// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import org.dases.impact.connectors.contract.Contract;

/** Decides whether a contract allows a request. Pure and deterministic: the same arguments give the same decision. */
public interface PolicyEvaluator {
    /**
     * Decides; never throws for what a contract says, since what cannot be understood is denied with that reason.
     *
     * @param contract the contract as admitted
     * @param request what is asked for
     * @return a permit with the contract's terms, or a denial with its reasons
     */
    Decision decide(Contract contract, PolicyRequest request);
}
