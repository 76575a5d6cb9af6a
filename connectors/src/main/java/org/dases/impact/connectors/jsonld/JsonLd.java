// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.jsonld;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;

/**
 * Brings the ways of writing a term in JSON-LD to one: {@code odrl:use}, {@code use} and the full IRI all become
 * {@code use}; prefixed member names lose their prefix. A name of a foreign vocabulary stays a full IRI, so it is never
 * taken for one of ours.
 *
 * <p>A document with contexts is expanded by them first. A remote context is never fetched; one that is not bundled
 * makes the document unreadable, since its names could mean anything. A document without contexts, as Prometheus-X
 * delivers them, is read by its names alone.
 */
public final class JsonLd {
    private static final Set<String> TERMS = Set.of(
            "@type",
            "action",
            "leftOperand",
            "operator",
            "type",
            "dataType",
            "datatype",
            "unit",
            "state",
            "conflict",
            "includedIn");
    private static final Set<String> KEYWORDS = Set.of(
            "@base",
            "@container",
            "@context",
            "@direction",
            "@graph",
            "@id",
            "@import",
            "@included",
            "@index",
            "@json",
            "@language",
            "@list",
            "@nest",
            "@none",
            "@prefix",
            "@propagate",
            "@protected",
            "@reverse",
            "@set",
            "@type",
            "@value",
            "@version",
            "@vocab");
    private static final Set<String> IDENTIFIERS = Set.of(
            "@id",
            "uid",
            "id",
            "target",
            "assigner",
            "assignee",
            "profile",
            "inheritFrom",
            "rightOperandReference",
            "source",
            "partOf",
            "providerId",
            "consumerId",
            "assetId");

    private final String file;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> plain = new HashSet<>();
    private boolean knownContext;
    private boolean hasContexts;

    private JsonLd(String file) {
        this.file = file;
    }

    /**
     * Normalises a document.
     *
     * @param file name for messages
     * @param document as read
     * @return the same with short names, or which contexts cannot be understood
     */
    public static Reading<Node> normalise(String file, Node document) {
        JsonLd jsonLd = new JsonLd(file);
        jsonLd.gather(document);
        if (!jsonLd.problems.isEmpty()) {
            return new Reading.Unreadable<>(jsonLd.problems);
        }
        Reading<Node> meant =
                jsonLd.hasContexts ? Expansion.expand(file, document, jsonLd.plain) : new Reading.Read<>(document);
        return meant.then(node -> new Reading.Read<>(jsonLd.rewrite(node, "")));
    }

    /**
     * The short name of a term that everybody uses.
     *
     * @param name as a document without a context of its own may write it, for instance {@code odrl:use}
     * @return for instance {@code use}; a name of a foreign vocabulary as a full IRI
     */
    public static String term(String name) {
        return new Vocabulary().term(name);
    }

    private void gather(Node node) {
        if (node instanceof Node.Members members) {
            List<Node> contexts = members.all("@context");
            contexts.stream().filter(Node.Scalar.class::isInstance).forEach(this::remote);
            contexts.stream().filter(Node.Members.class::isInstance).forEach(this::local);
            hasContexts |= members.get("@context").isPresent();
            members.byKey().forEach((key, value) -> {
                if (key.matches("@[A-Za-z]+") && !KEYWORDS.contains(key)) {
                    problem(
                            value,
                            "'" + key + "' is no keyword of JSON-LD, so nobody can tell what it limits.",
                            "Correct the name, or ask the provider what is meant.");
                }
                if (!key.equals("@context")) {
                    gather(value);
                }
            });
        } else if (node instanceof Node.Items items) {
            items.nodes().forEach(this::gather);
        }
    }

    private void remote(Node context) {
        String iri = context.text().orElse("");
        if (BundledContexts.addresses().contains(iri)) {
            knownContext = true;
        } else {
            problem(
                    context,
                    "The JSON-LD context '" + iri + "' is not known here, and remote contexts are never fetched.",
                    "Ask the provider for the contract with the contexts of ODRL or the Dataspace Protocol.");
        }
    }

    private void local(Node context) {
        boolean named = ((Node.Members) context)
                .byKey().values().stream()
                        .flatMap(value -> value.text().stream())
                        .anyMatch(Vocabulary::isOfKnownNamespace);
        ((Node.Members) context).byKey().forEach((name, value) -> {
            String meaning = value.text().orElse("");
            if (name.equals("@vocab")) {
                if (!named && !knownContext) {
                    problem(
                            value,
                            "The JSON-LD context takes its names from '" + meaning + "', which is not known here.",
                            "Ask the provider for the contract with the names of ODRL.");
                }
            } else if (Set.of("@value", "@list", "@set").contains(meaning)) {
                plain.add(name);
            } else if (name.equals("@import")
                    || (!name.startsWith("@") && !meaning.isEmpty() && !vocabulary.declare(name, meaning))) {
                problem(
                        value,
                        "The JSON-LD context defines '" + name + "' in a way that is not supported.",
                        "Define each prefix once, in the document itself.");
            }
        });
    }

    private void problem(Node where, String reason, String fix) {
        problems.add(new Problem(file, where.place(), reason, fix));
    }

    private Node rewrite(Node node, String under) {
        if (node instanceof Node.Members members) {
            return new Node.Members(renamed(members, under), members.place());
        }
        if (node instanceof Node.Items items) {
            return new Node.Items(
                    items.nodes().stream().map(item -> rewrite(item, under)).toList(), items.place());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(spelled(scalar, under), scalar.kind(), scalar.place());
    }

    private Map<String, Node> renamed(Node.Members members, String under) {
        Map<String, Node> renamed = new LinkedHashMap<>();
        members.byKey().forEach((key, value) -> {
            String name = vocabulary.term(key);
            if (!name.equals("@context")) {
                boolean same = TERMS.contains(under)
                        && Set.of("@id", "@value", "value").contains(name);
                renamed.merge(name, rewrite(value, same ? under : name), JsonLd::together);
            }
        });
        return renamed;
    }

    private static Node together(Node one, Node other) {
        List<Node> both = new ArrayList<>(one.items());
        both.addAll(other.items());
        return new Node.Items(both, one.place());
    }

    private String spelled(Node.Scalar scalar, String under) {
        if (scalar.kind() != Node.ScalarKind.TEXT) {
            return scalar.value();
        }
        if (TERMS.contains(under)) {
            return vocabulary.term(scalar.value());
        }
        return IDENTIFIERS.contains(under) ? vocabulary.expand(scalar.value()) : scalar.value();
    }
}
