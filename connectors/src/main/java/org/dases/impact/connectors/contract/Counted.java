// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Operands;
import org.dases.impact.connectors.odrl.Rule;

/**
 * Which uses a contract counts. A rule counts the uses of all resources that it is about; what two rules count that
 * share a resource is counted together, which never permits more than each of them.
 */
public final class Counted {
    /** Operands that count uses. */
    public static final Set<String> OPERANDS = Set.of("count", "usageCount");

    private Counted() {}

    /**
     * The conditions on the number of uses of a resource.
     *
     * @param contract the contract
     * @param resource identifier of the resource
     * @return for instance {@code count lteq 5}; empty where nothing is counted
     */
    public static List<String> limits(Contract contract, String resource) {
        return rules(contract, resource)
                .flatMap(Counted::conditions)
                .map(Constraint.Atomic::toString)
                .distinct()
                .toList();
    }

    /**
     * Whether a use of one resource counts for another.
     *
     * @param contract the contract
     * @param used what was used
     * @param resource what is asked for
     * @return true also where both are the same
     */
    public static boolean together(Contract contract, String used, String resource) {
        return used.equals(resource)
                || rules(contract, resource).anyMatch(rule -> Terms.concerns(contract, rule, used));
    }

    private static Stream<Rule> rules(Contract contract, String resource) {
        return contract.policySet().rules().stream()
                .filter(rule -> conditions(rule).findAny().isPresent())
                .filter(rule -> Terms.concerns(contract, rule, resource));
    }

    private static Stream<Constraint.Atomic> conditions(Rule rule) {
        return Terms.limits(rule)
                .flatMap(Constraint::atoms)
                .filter(atom -> OPERANDS.contains(Operands.known(atom.leftOperand())));
    }
}
