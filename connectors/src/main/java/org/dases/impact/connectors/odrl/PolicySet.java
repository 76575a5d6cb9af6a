// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.ArrayList;
import java.util.List;

/**
 * All rules of a contract, in the order of the document.
 *
 * @param rules permissions, prohibitions and obligations
 * @param declared what the document says of collections and of actions of its own
 */
public record PolicySet(List<Rule> rules, Declared declared) {
    /** No rule at all: nothing is permitted. */
    public static final PolicySet EMPTY = new PolicySet(List.of(), Declared.NOTHING);

    public PolicySet {
        rules = List.copyOf(rules);
    }

    /**
     * The rules of a kind.
     *
     * @param kind which
     * @return in the order of the document
     */
    public List<Rule> of(Rule.Kind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    /**
     * The rules of this set and another.
     *
     * @param other more rules
     * @return both
     */
    public PolicySet plus(PolicySet other) {
        List<Rule> both = new ArrayList<>(rules);
        both.addAll(other.rules);
        return new PolicySet(both, declared.plus(other.declared));
    }
}
