// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.List;
import org.dases.impact.connectors.document.Place;

/**
 * Why a decision is what it is, as a tree: the decision, its rules, what each rule depends on.
 *
 * @param kind what this is about
 * @param text what it says, in the words of the document where it stands in one
 * @param state whether it holds; of a permission, prohibition or obligation, whether it is active
 * @param reason why it does not hold or is not known, as a part of a sentence; empty when it holds
 * @param place where it stands; the first character of the document when nowhere in particular
 * @param parts what it depends on
 */
public record Explanation(Kind kind, String text, Truth state, String reason, Place place, List<Explanation> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    /** What an explanation is about. */
    public enum Kind {
        /** The answer as a whole. */
        DECISION,
        /** What the contract around the policies says: status, members, time, purposes. */
        STANDING,
        /** A rule that allows. */
        PERMISSION,
        /** A rule that forbids. */
        PROHIBITION,
        /** A rule that demands. */
        OBLIGATION,
        /** The action of a rule. */
        ACTION,
        /** The target of a rule. */
        TARGET,
        /** Whom a rule is for. */
        ASSIGNEE,
        /** A condition of a rule. */
        CONSTRAINT,
        /** A condition on the action, the target or the assignee of a rule. */
        REFINEMENT,
        /** What must be done. */
        DUTY,
        /** What must be done by who did what is forbidden. */
        REMEDY,
        /** What holds when permissions and prohibitions contradict each other. */
        CONFLICT
    }
}
