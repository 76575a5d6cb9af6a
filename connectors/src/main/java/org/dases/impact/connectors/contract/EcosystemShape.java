// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.odrl.Constraint;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.PolicySet;
import org.dases.impact.connectors.odrl.Value;

/**
 * Contract of an ecosystem of Prometheus-X.
 *
 * @see <a href="https://github.com/Prometheus-X-association/contract-manager">contract-manager, contract.model.ts</a>
 */
final class EcosystemShape implements ContractShape {
    @Override
    public boolean fits(Node document) {
        return Stream.of("ecosystem", "orchestrator", "serviceOfferings", "members")
                .anyMatch(key -> document.get(key).isPresent());
    }

    @Override
    public Contract read(Node document, Copy copy, Fields fields) {
        String id = fields.required(document, "which one it is", "_id", "@id", "uid", "id");
        nothingElse(document, fields);
        List<Offering> offerings = new ArrayList<>();
        PolicySet policies = PtxPolicies.loose(document, Optional.empty()).plus(byRole(document));
        for (Node node : document.all("serviceOfferings")) {
            String offering = fields.required(node, "what is offered", "serviceOffering");
            Party provider = new Party(fields.required(node, "who offers " + offering, "participant"));
            PolicySet offered =
                    PtxPolicies.read(node.all("policies"), " of offering " + offering, Optional.of(offering));
            policies = policies.plus(offered);
            offerings.add(new Offering(offering, provider, resources(node, offered, offering)));
        }
        List<Member> members = members(document, fields);
        Optional<Instant> signedAt =
                members.stream().flatMap(member -> member.signedAt().stream()).max(Comparator.naturalOrder());
        List<Party> providers =
                offerings.stream().map(Offering::provider).distinct().toList();
        return new Contract(
                id,
                ContractKind.PTX_ECOSYSTEM,
                Fields.optional(document, "uri", "@id", "uid").orElse(id),
                copy.sha256(),
                Fields.status(document),
                providers.size() == 1 ? Optional.of(providers.get(0)) : Optional.empty(),
                Optional.empty(),
                members,
                revoked(document, fields),
                signedAt,
                Bounds.of(policies, signedAt),
                offerings,
                policies,
                fields.purposes(document),
                Fields.legalBasis(document),
                copy.fetchedAt());
    }

    private static void nothingElse(Node document, Fields fields) {
        fields.nothingElse(
                document,
                "purpose",
                "status",
                "permission",
                "prohibition",
                "obligation",
                "duty",
                "revokedMembers",
                "rolesAndObligations",
                "limitationOfLiability");
        document.all("serviceOfferings").forEach(offering -> fields.nothingElse(offering, "policies"));
        document.all("members").forEach(member -> fields.nothingElse(member));
        document.all("rolesAndObligations").forEach(role -> fields.nothingElse(role, "policies"));
    }

    /** Members that were put out, whichever way the entry names them. */
    private static List<Party> revoked(Node document, Fields fields) {
        List<Party> revoked = new ArrayList<>();
        for (Node entry : document.all("revokedMembers")) {
            Fields.optional(entry, "participant", "did", "@id", "id")
                    .or(entry::text)
                    .filter(name -> !name.isBlank())
                    .map(Party::new)
                    .ifPresentOrElse(
                            revoked::add,
                            () -> fields.problem(
                                    entry,
                                    "A member was revoked, but it cannot be read who.",
                                    "Ask the data space for a complete copy of the contract."));
        }
        return revoked;
    }

    private static Set<String> resources(Node offering, PolicySet policies, String id) {
        Set<String> resources = new HashSet<>(PtxPolicies.targets(policies, id));
        for (Node resource : offering.all("resources")) {
            Fields.optional(resource, "resourceId", "@id").or(resource::text).ifPresent(resources::add);
        }
        return resources;
    }

    private static List<Member> members(Node document, Fields fields) {
        return document.all("members").stream()
                .map(node -> new Member(
                        new Party(fields.required(node, "who a member is", "participant")),
                        Set.copyOf(node.texts("role")),
                        Fields.isSigned(node, "signature"),
                        fields.moment(node, "date").map(Moment::first)))
                .toList();
    }

    /** Obligations of a role bind members of that role: its rules get the role as a constraint. */
    private static PolicySet byRole(Node document) {
        PolicySet all = PolicySet.EMPTY;
        for (Node node : document.all("rolesAndObligations")) {
            String role = node.text("role").orElse("");
            Constraint ofRole = role.isEmpty()
                    ? new Constraint.Unreadable("the role that the rule is for is not stated", node.place())
                    : new Constraint.Atomic("role", "eq", List.of(new Value(role, "")), node.place());
            PolicySet policies = PtxPolicies.read(node.all("policies"), " of role " + role, Optional.empty());
            all = all.plus(new PolicySet(
                    policies.rules().stream()
                            .map(rule -> rule.limitedBy(ofRole))
                            .toList(),
                    policies.declared()));
        }
        return all;
    }
}
