// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.odrl.PolicySet;

/**
 * Decides by the contract's standing at the instant of the request, and by its policies as ODRL 2.2: permitted if some
 * permission is active and no prohibition is. A condition, action, party or asset that is not known keeps a permission
 * from being active and makes a prohibition bite; no condition is left out.
 *
 * <p>Where a request has several purposes, recipients or the like, each of them must be permitted, and one that is
 * forbidden is enough to forbid.
 *
 * @see <a href="https://www.w3.org/TR/odrl-model/">ODRL information model 2.2</a>
 */
public final class OdrlEvaluator implements PolicyEvaluator {
    /** Makes an evaluator; all are alike. */
    public OdrlEvaluator() {}

    @Override
    public Decision decide(Contract contract, PolicyRequest request) {
        Answer answer = answer(contract, Inquiry.of(request));
        List<String> reasons = answer.reasons();
        return answer.permitted() ? new Permit(contract, request, reasons) : new Decision.Denial(reasons);
    }

    /**
     * Puts an inquiry to a contract: its status, members, time and purposes count besides its policies.
     *
     * @param contract the contract
     * @param inquiry what is asked, and the state of the world
     * @return the answer with its explanation; a denial for everything that is not known
     */
    public Answer answer(Contract contract, Inquiry inquiry) {
        return new Trial(contract.policySet(), new Setting.Under(contract), inquiry).answer();
    }

    /**
     * Puts an inquiry to a policy on its own. A rule that names no action, target or assignee is about any.
     *
     * @param policies the policy
     * @param inquiry what is asked, and the state of the world
     * @return the answer with its explanation; a denial for everything that is not known
     */
    public Answer answer(PolicySet policies, Inquiry inquiry) {
        return new Trial(policies, new Setting.Bare(), inquiry).answer();
    }
}
