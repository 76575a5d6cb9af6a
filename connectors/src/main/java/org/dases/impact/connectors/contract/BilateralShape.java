// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.odrl.Moment;
import org.dases.impact.connectors.odrl.PolicySet;

/**
 * Bilateral contract of Prometheus-X.
 *
 * @see <a href="https://github.com/Prometheus-X-association/contract-manager">contract-manager, bilateral.model.ts</a>
 */
final class BilateralShape implements ContractShape {
    @Override
    public boolean fits(Node document) {
        return document.get("dataProvider").isPresent()
                || document.get("dataConsumer").isPresent();
    }

    @Override
    public Contract read(Node document, Copy copy, Fields fields) {
        String id = fields.required(document, "which one it is", "_id", "@id", "uid", "id");
        Party provider = new Party(fields.required(document, "who provides the data", "dataProvider"));
        Party consumer = new Party(fields.required(document, "who uses the data", "dataConsumer"));
        String offering = fields.required(document, "what it is about", "serviceOffering");
        List<Member> members = List.of(
                member(document, provider, Role.DATA_PROVIDER, fields),
                member(document, consumer, Role.DATA_USER, fields));
        Optional<Instant> signedAt =
                members.stream().flatMap(member -> member.signedAt().stream()).max(Comparator.naturalOrder());
        nothingElse(document, fields);
        PolicySet policies = PtxPolicies.read(document.all("policy"), "", Optional.of(offering))
                .plus(PtxPolicies.loose(document, Optional.of(offering)));
        return new Contract(
                id,
                ContractKind.PTX_BILATERAL,
                Fields.optional(document, "uri", "@id", "uid").orElse(id),
                copy.sha256(),
                Fields.status(document),
                Optional.of(provider),
                Optional.of(consumer),
                members,
                revoked(document, provider, consumer, fields),
                signedAt,
                window(document, fields).and(Bounds.of(policies, signedAt)),
                List.of(new Offering(offering, provider, PtxPolicies.targets(policies, offering))),
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
                "policy",
                "permission",
                "prohibition",
                "obligation",
                "duty",
                "revokedSignatures",
                "terminationAndValidity",
                "limitationOfLiability");
        document.all("signatures").forEach(entry -> fields.nothingElse(entry));
        document.get("terminationAndValidity")
                .ifPresent(terms -> fields.nothingElse(terms, "effectiveDate", "terminationPeriod"));
    }

    /** Parties that took their signature back, whichever way the entry names them. */
    private static List<Party> revoked(Node document, Party provider, Party consumer, Fields fields) {
        List<Party> revoked = new ArrayList<>();
        for (Node entry : document.all("revokedSignatures")) {
            List<String> names = Stream.concat(
                            entry.text().stream(),
                            Stream.of("did", "party", "participant", "@id", "id")
                                    .flatMap(key -> entry.text(key).stream()))
                    .toList();
            List<Party> named = Stream.of(provider, consumer)
                    .filter(party -> names.stream().anyMatch(party::is)
                            || names.stream()
                                    .flatMap(name -> Role.of(name).stream())
                                    .anyMatch(role -> party.equals(role == Role.DATA_PROVIDER ? provider : consumer)))
                    .toList();
            if (named.isEmpty()) {
                fields.problem(
                        entry,
                        "A signature was revoked, but it cannot be read whose.",
                        "Ask the data space for a complete copy of the contract.");
            }
            revoked.addAll(named);
        }
        return revoked.stream().distinct().toList();
    }

    private static Member member(Node document, Party party, Role role, Fields fields) {
        Optional<Node> signature = signature(document, "signatures", party)
                .or(() -> document.all("signatures").stream()
                        .filter(entry -> entry.text("did").isEmpty())
                        .filter(entry -> entry.text("party")
                                .flatMap(Role::of)
                                .filter(role::equals)
                                .isPresent())
                        .findFirst());
        return new Member(
                party,
                Set.of(role.toString()),
                signature.filter(entry -> Fields.isSigned(entry, "value")).isPresent(),
                signature.flatMap(entry -> fields.moment(entry, "date")).map(Moment::first));
    }

    private static Optional<Node> signature(Node document, String key, Party party) {
        return document.all(key).stream()
                .filter(entry -> entry.text("did").filter(party::is).isPresent()
                        || entry.text("party").filter(party::is).isPresent())
                .findFirst();
    }

    private static Validity window(Node document, Fields fields) {
        Optional<Node> terms = document.get("terminationAndValidity");
        terms.filter(node -> node.text().isPresent())
                .ifPresent(node -> fields.problem(
                        node,
                        "'terminationAndValidity' is a text, so that it is not known how long the contract holds.",
                        "Write it as {\"effectiveDate\": …, \"terminationPeriod\": …}."));
        return new Validity(
                terms.flatMap(node -> fields.moment(node, "effectiveDate")).map(Moment::first),
                terms.flatMap(node -> fields.moment(node, "terminationPeriod")).map(Moment::last));
    }
}
