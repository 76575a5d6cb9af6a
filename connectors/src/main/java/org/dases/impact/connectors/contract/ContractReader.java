// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.document.Graph;
import org.dases.impact.connectors.document.JsonDocument;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;
import org.dases.impact.connectors.jsonld.JsonLd;

/**
 * Reads a contract in one of the three shapes: Prometheus-X bilateral, Prometheus-X ecosystem, or an agreement of the
 * Dataspace Protocol. Whether the contract binds us is not asked here; see {@link Admission}.
 */
public final class ContractReader {
    private static final List<ContractShape> SHAPES =
            List.of(new BilateralShape(), new EcosystemShape(), new AgreementShape());

    private ContractReader() {}

    /**
     * Reads a contract.
     *
     * @param file name for messages
     * @param bytes the document as delivered, JSON
     * @param fetchedAt when it was fetched
     * @return the contract, or everything that keeps the document from being one
     */
    public static Reading<Contract> read(String file, byte[] bytes, Instant fetchedAt) {
        return JsonDocument.read(file, bytes)
                .then(json -> JsonLd.normalise(file, json))
                .then(node -> Graph.embed(file, node))
                .then(tree -> read(file, tree, bytes, fetchedAt));
    }

    /**
     * Reads a contract from a document that is already parsed.
     *
     * @param file name for messages
     * @param tree normalised JSON-LD
     * @param bytes the document as delivered, which make its version
     * @param fetchedAt when it was fetched
     * @return the contract, or everything that keeps the document from being one
     */
    public static Reading<Contract> read(String file, Node tree, byte[] bytes, Instant fetchedAt) {
        return contract(file, tree, new Copy(sha256(bytes), fetchedAt));
    }

    private static Reading<Contract> contract(String file, Node document, Copy copy) {
        Optional<ContractShape> shape =
                SHAPES.stream().filter(each -> each.fits(document)).findFirst();
        if (shape.isEmpty()) {
            return new Reading.Unreadable<>(List.of(new Problem(
                    file,
                    Place.START,
                    "The document is none of the known contracts: it has neither dataProvider and dataConsumer, nor"
                            + " ecosystem and members, nor the type Agreement.",
                    "Put the contract itself there, without the answer of the service around it.")));
        }
        Fields fields = new Fields(file);
        Contract contract = shape.get().read(document, copy, fields);
        return fields.problems().isEmpty() ? new Reading.Read<>(contract) : new Reading.Unreadable<>(fields.problems());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
