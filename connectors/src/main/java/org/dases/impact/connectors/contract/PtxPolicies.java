// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.odrl.PolicyReader;
import org.dases.impact.connectors.odrl.PolicySet;
import org.dases.impact.connectors.odrl.Reference;

/** Policies where Prometheus-X contracts keep them. */
final class PtxPolicies {
    private static final Set<String> RULES = Set.of("permission", "prohibition", "obligation", "duty");

    private PtxPolicies() {}

    /** The rules of a list of policies; those without a target are about the given one. */
    static PolicySet read(List<Node> policies, String of, Optional<String> target) {
        PolicySet all = PolicySet.EMPTY;
        for (int i = 0; i < policies.size(); i++) {
            all = all.plus(PolicyReader.read(policies.get(i), "policy " + (i + 1) + of, target, Set.of()));
        }
        return all;
    }

    /** Rules that stand in the contract itself, as in early contracts; forgotten by nobody who signed it. */
    static PolicySet loose(Node document, Optional<String> target) {
        if (!(document instanceof Node.Members members)
                || members.byKey().keySet().stream().noneMatch(RULES::contains)) {
            return PolicySet.EMPTY;
        }
        return PolicyReader.read(
                document, "the contract", target, members.byKey().keySet());
    }

    /** What the rules are about, without the offering itself. */
    static Set<String> targets(PolicySet policies, String offering) {
        return policies.rules().stream()
                .flatMap(rule -> rule.targets().stream())
                .map(Reference::iri)
                .filter(iri -> !iri.isEmpty() && !iri.equals(offering))
                .collect(Collectors.toSet());
    }
}
