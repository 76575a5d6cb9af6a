// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.connectors.odrl.Conflict;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Declared;
import org.dases.impact.connectors.odrl.Operation;
import org.dases.impact.connectors.odrl.Reference;
import org.dases.impact.connectors.odrl.Rule;

/**
 * How much of a permission a prohibition is about, as far as it can be told without a request.
 *
 * @param permission the one
 * @param prohibition the other
 * @param declared what the document says of its actions
 */
record Coverage(Rule permission, Rule prohibition, Declared declared) {
    /** Whether the prohibition forbids everything that the permission allows. */
    boolean isWhole() {
        boolean wins = prohibition.provenance().conflict() == Conflict.PERMISSION_WINS
                && prohibition.provenance().equals(permission.provenance());
        return !wins
                && !permission.actions().isEmpty()
                && isUnrefined()
                && permission.actions().stream().allMatch(this::isForbidden)
                && all(prohibition.targets(), permission.targets())
                && all(prohibition.assignees(), permission.assignees())
                && texts(permission.constraints()).containsAll(texts(prohibition.constraints()));
    }

    /** Whether both are about the same asset and party, and one's action includes the other's. */
    boolean isPartial() {
        boolean stated = prohibition.provenance().equals(permission.provenance())
                && prohibition.provenance().conflict() != Conflict.PROHIBITION_WINS;
        return !stated
                && some(prohibition.targets(), permission.targets())
                && some(prohibition.assignees(), permission.assignees())
                && permission.actions().stream()
                        .anyMatch(mine -> prohibition.actions().stream()
                                .anyMatch(theirs -> includes(theirs, mine) || includes(mine, theirs)));
    }

    private boolean isUnrefined() {
        return prohibition.actions().stream()
                        .allMatch(each -> each.refinements().isEmpty())
                && prohibition.targets().stream()
                        .allMatch(each -> each.refinements().isEmpty())
                && prohibition.assignees().stream()
                        .allMatch(each -> each.refinements().isEmpty());
    }

    private boolean isForbidden(Operation action) {
        return prohibition.actions().stream().anyMatch(each -> includes(each, action));
    }

    private boolean includes(Operation wide, Operation narrow) {
        return ActionHierarchy.covers(wide.name(), narrow.name(), declared.broader()) == Truth.HELD;
    }

    private static boolean all(List<Reference> forbidden, List<Reference> permitted) {
        return forbidden.isEmpty() || (!permitted.isEmpty() && names(forbidden).containsAll(names(permitted)));
    }

    private static boolean some(List<Reference> forbidden, List<Reference> permitted) {
        Set<String> common = new HashSet<>(names(forbidden));
        common.retainAll(names(permitted));
        return forbidden.isEmpty() || permitted.isEmpty() || !common.isEmpty();
    }

    private static Set<String> names(List<Reference> references) {
        return references.stream().map(Reference::iri).collect(Collectors.toSet());
    }

    private static Set<String> texts(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::toString).collect(Collectors.toSet());
    }
}
