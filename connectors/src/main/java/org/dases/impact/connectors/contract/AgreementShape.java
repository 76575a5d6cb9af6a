// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.PolicyReader;
import org.dases.impact.connectors.odrl.PolicySet;

/**
 * Agreement of the Dataspace Protocol, bare, within its negotiation, or as Eclipse EDC's management API gives it.
 *
 * @see <a href="https://eclipse-dataspace-protocol-base.github.io/DataspaceProtocol/">Dataspace Protocol</a>
 */
final class AgreementShape implements ContractShape {
    private static final Set<String> ENVELOPE = Set.of(
            "providerId",
            "consumerId",
            "assetId",
            "timestamp",
            "contractSigningDate",
            "state",
            "status",
            "policy",
            "purpose",
            "legalBasis",
            "providerPid",
            "consumerPid",
            "agreementId");

    @Override
    public boolean fits(Node document) {
        return document.get("agreement").isPresent()
                || document.texts("@type").stream().anyMatch(type -> type.endsWith("Agreement"))
                || document.get("assigner").isPresent()
                || document.get("providerId").isPresent();
    }

    @Override
    public Contract read(Node document, Copy copy, Fields fields) {
        Node agreement = document.get("agreement").orElse(document);
        Node policy = agreement.get("policy").orElse(agreement);
        String id = fields.required(agreement, "which one it is", "@id", "uid", "id", "_id");
        Party provider = new Party(party(agreement, policy, "providerId", "assigner", "who provides the data", fields));
        Party consumer = new Party(party(agreement, policy, "consumerId", "assignee", "who uses the data", fields));
        String asset = Fields.optional(agreement, "assetId", "target")
                .or(() -> Fields.optional(policy, "target"))
                .orElse("");
        Optional<Instant> signedAt = Stream.of("timestamp", "contractSigningDate")
                .flatMap(key -> fields.moment(agreement, key).stream())
                .map(Moment::first)
                .findFirst();
        PolicySet policies = policies(agreement, policy, asset);
        Set<String> resources = new HashSet<>(PtxPolicies.targets(policies, asset));
        return new Contract(
                id,
                ContractKind.DSP_AGREEMENT,
                id,
                copy.sha256(),
                status(document, agreement, policy),
                Optional.of(provider),
                Optional.of(consumer),
                List.of(
                        new Member(provider, Set.of(Role.DATA_PROVIDER.toString()), true, signedAt),
                        new Member(consumer, Set.of(Role.DATA_USER.toString()), true, signedAt)),
                List.of(),
                signedAt,
                Bounds.of(policies, signedAt),
                List.of(new Offering(asset, provider, resources)),
                policies,
                fields.purposes(agreement),
                Fields.legalBasis(agreement),
                copy.fetchedAt());
    }

    private static PolicySet policies(Node agreement, Node policy, String asset) {
        Optional<String> target = asset.isEmpty() ? Optional.empty() : Optional.of(asset);
        PolicySet inner = PolicyReader.read(policy, "the agreement", target, ENVELOPE);
        return policy == agreement ? inner : inner.plus(PtxPolicies.loose(agreement, target));
    }

    private static String party(Node agreement, Node policy, String key, String odrl, String what, Fields fields) {
        return Fields.optional(agreement, key, odrl)
                .or(() -> Fields.optional(policy, odrl))
                .orElseGet(() -> fields.required(agreement, what, odrl, key));
    }

    /** An agreement exists because it was concluded; it counts as signed unless a state says otherwise. */
    private static ContractStatus status(Node document, Node agreement, Node policy) {
        boolean other = Fields.types(agreement).findAny().isPresent()
                && Fields.types(agreement).noneMatch(type -> type.endsWith("Agreement"));
        if (other || Fields.isProposal(policy, Set.of("Set"))) {
            return ContractStatus.PROPOSED;
        }
        List<String> words = Stream.of(document, agreement)
                .flatMap(node -> Stream.of("state", "status")
                        .filter(key -> node.get(key).isPresent())
                        .map(key -> node.text(key).orElse("")))
                .toList();
        return words.stream()
                .map(ContractStatus::of)
                .filter(status -> status != ContractStatus.SIGNED)
                .findFirst()
                .orElse(ContractStatus.SIGNED);
    }
}
