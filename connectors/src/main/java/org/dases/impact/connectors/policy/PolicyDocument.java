// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractReader;
import org.dases.impact.connectors.document.Graph;
import org.dases.impact.connectors.document.JsonDocument;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.jsonld.JsonLd;
import org.dases.impact.connectors.odrl.PolicyReader;
import org.dases.impact.connectors.odrl.PolicySet;

/** A document that can be asked: an ODRL policy on its own, or a contract with its policies. */
public sealed interface PolicyDocument {
    /**
     * Puts an inquiry to it.
     *
     * @param inquiry what is asked, and the state of the world
     * @return the answer; a denial for everything that is not known
     */
    Answer answer(Inquiry inquiry);

    /**
     * Folds over both kinds.
     *
     * @param bare applied to the rules of a policy on its own
     * @param under applied to a contract
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<PolicySet, R> bare, Function<Contract, R> under);

    /**
     * Reads a document: an ODRL Set, Offer or Agreement in any form of JSON-LD, several of them, which then count
     * together, or a contract in one of its three shapes.
     *
     * @param file name for messages
     * @param bytes the document, JSON
     * @param fetchedAt when it was fetched
     * @return the policy or contract, or everything that keeps the document from being one
     */
    static Reading<PolicyDocument> read(String file, byte[] bytes, Instant fetchedAt) {
        return JsonDocument.readAny(file, bytes)
                .then(json -> JsonLd.normalise(file, json)
                        .then(node -> Graph.all(file, node))
                        .then(trees -> trees.size() == 1
                                ? read(file, bytes, fetchedAt, json, trees.get(0))
                                : several(file, json, trees)));
    }

    private static Reading<PolicyDocument> read(String file, byte[] bytes, Instant fetchedAt, Node json, Node tree) {
        if (isContract(json, tree)) {
            return ContractReader.read(file, tree, bytes, fetchedAt).then(contract -> read(new Under(contract)));
        }
        boolean policy = Stream.of("permission", "prohibition", "obligation", "duty", "inheritFrom")
                        .anyMatch(member -> tree.get(member).isPresent())
                || Stream.concat(tree.texts("@type").stream(), tree.texts("type").stream())
                        .anyMatch(Set.of("Set", "Offer", "Agreement", "Policy", "Privacy", "Ticket")::contains);
        if (!policy) {
            return new Reading.Unreadable<>(List.of(new Problem(
                    file,
                    Place.START,
                    "The document is neither an ODRL policy nor one of the known contracts: it has no permission, no"
                            + " prohibition and no obligation.",
                    "Put the policy or the contract itself there, without the answer of a service around it.")));
        }
        return read(new Bare(PolicyReader.read(tree, "the policy", Optional.empty(), Set.of())));
    }

    /** Several policies in one document count together, as if all of them were in force. */
    private static Reading<PolicyDocument> several(String file, Node json, List<Node> trees) {
        if (trees.stream().anyMatch(tree -> isContract(json, tree))) {
            return new Reading.Unreadable<>(List.of(new Problem(
                    file,
                    json.place(),
                    "The document holds " + trees.size() + " policies, and one of them is a contract.",
                    "Put one contract into a file.")));
        }
        PolicySet all = PolicySet.EMPTY;
        for (int i = 0; i < trees.size(); i++) {
            all = all.plus(PolicyReader.read(trees.get(i), "policy " + (i + 1), Optional.empty(), Set.of()));
        }
        return read(new Bare(all));
    }

    private static Reading<PolicyDocument> read(PolicyDocument document) {
        return new Reading.Read<>(document);
    }

    /** An agreement of the Dataspace Protocol is told from one of ODRL by what only a negotiated one has. */
    private static boolean isContract(Node json, Node tree) {
        boolean negotiated = Stream.of(
                        "dataProvider",
                        "dataConsumer",
                        "ecosystem",
                        "serviceOfferings",
                        "members",
                        "agreement",
                        "providerId",
                        "consumerId",
                        "timestamp",
                        "contractSigningDate")
                .anyMatch(member -> tree.get(member).isPresent());
        boolean dataspace = json.texts("@context").stream().anyMatch(context -> context.contains("w3id.org/dspace"));
        return negotiated || (dataspace && tree.texts("@type").stream().anyMatch(type -> type.endsWith("Agreement")));
    }

    /**
     * A policy on its own.
     *
     * @param policies its rules
     */
    record Bare(PolicySet policies) implements PolicyDocument {
        @Override
        public Answer answer(Inquiry inquiry) {
            return new OdrlEvaluator().answer(policies, inquiry);
        }

        @Override
        public <R> R match(Function<PolicySet, R> bare, Function<Contract, R> under) {
            return bare.apply(policies);
        }
    }

    /**
     * A contract.
     *
     * @param contract as read
     */
    record Under(Contract contract) implements PolicyDocument {
        @Override
        public Answer answer(Inquiry inquiry) {
            return new OdrlEvaluator().answer(contract, inquiry);
        }

        @Override
        public <R> R match(Function<PolicySet, R> bare, Function<Contract, R> under) {
            return under.apply(contract);
        }
    }
}
