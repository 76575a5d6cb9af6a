// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayList;
import java.util.List;
import org.dases.impact.connectors.document.Place;

/**
 * One rule of a policy.
 *
 * @param kind permission, prohibition or obligation
 * @param label how messages call it, for instance {@code permission 2 of policy 1}
 * @param actions what it is about; empty when it names none
 * @param targets assets it is about; empty when it names none
 * @param assignees whom it is for; empty when for whoever the contract binds
 * @param constraints all must hold
 * @param duties of a permission, what must be done; of an obligation, the obligation itself
 * @param remedies of a prohibition, what must be done by who did it nevertheless
 * @param provenance the policy that it stands in
 * @param place where it stands
 */
public record Rule(
        Kind kind,
        String label,
        List<Operation> actions,
        List<Reference> targets,
        List<Reference> assignees,
        List<Constraint> constraints,
        List<Duty> duties,
        List<Duty> remedies,
        Provenance provenance,
        Place place) {
    public Rule {
        actions = List.copyOf(actions);
        targets = List.copyOf(targets);
        assignees = List.copyOf(assignees);
        constraints = List.copyOf(constraints);
        duties = List.copyOf(duties);
        remedies = List.copyOf(remedies);
    }

    /**
     * The same rule, narrowed.
     *
     * @param constraint must hold besides
     * @return a rule with one constraint more
     */
    public Rule limitedBy(Constraint constraint) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.add(constraint);
        return new Rule(kind, label, actions, targets, assignees, all, duties, remedies, provenance, place);
    }

    /** What a rule does. */
    public enum Kind {
        /** Allows. */
        PERMISSION,
        /** Forbids, whatever is allowed elsewhere. */
        PROHIBITION,
        /** Demands. */
        OBLIGATION
    }
}
