// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.jsonld;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names in a document stand for: its own prefixes and aliases over the ones that everybody uses. */
final class Vocabulary {
    private static final List<String> NAMESPACES = List.of(
            "http://www.w3.org/ns/odrl/2/",
            "https://www.w3.org/ns/odrl/2/",
            "https://w3id.org/edc/v0.0.1/ns/",
            "https://w3id.org/dspace/v0.8/",
            "https://w3id.org/dspace/2024/1/",
            "https://w3id.org/dspace/2025/1/",
            "https://dases.org/impact/profile/",
            "http://www.w3.org/2001/XMLSchema#",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("odrl", "http://www.w3.org/ns/odrl/2/"),
            Map.entry("edc", "https://w3id.org/edc/v0.0.1/ns/"),
            Map.entry("dspace", "https://w3id.org/dspace/2025/1/"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("schema", "http://schema.org/"),
            Map.entry("dpv", "https://w3id.org/dpv#"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("cc", "http://creativecommons.org/ns#"));

    /** The ODRL context as published maps two of its terms to names that ODRL does not have. */
    private static final Map<String, String> MISPRINTS = Map.of("neg", "neq", "industry:", "industry");

    private final Map<String, String> declared = new HashMap<>();

    /**
     * Takes a definition of the document's own context.
     *
     * @return false when the name was already defined otherwise
     */
    boolean declare(String name, String meaning) {
        String before = declared.putIfAbsent(name, meaning);
        return before == null || before.equals(meaning);
    }

    static boolean isOfKnownNamespace(String iri) {
        return NAMESPACES.stream().anyMatch(iri::startsWith);
    }

    /** The full IRI of a prefixed name; anything else unchanged. */
    String expand(String name) {
        int colon = name.indexOf(':');
        if (colon < 1 || name.startsWith("//", colon + 1)) {
            return name;
        }
        String prefix = name.substring(0, colon);
        String namespace = declared.getOrDefault(prefix, PREFIXES.get(prefix));
        return namespace == null ? name : namespace + name.substring(colon + 1);
    }

    /** The short name of a term of a known namespace; the IRI of any other. */
    String term(String name) {
        if (name.startsWith("@")) {
            return name;
        }
        String meaning = declared.get(name);
        if (meaning != null && meaning.startsWith("@")) {
            return meaning;
        }
        String iri = expand(meaning == null ? name : meaning);
        for (String namespace : NAMESPACES) {
            if (iri.startsWith(namespace)) {
                String term = iri.substring(namespace.length());
                return MISPRINTS.getOrDefault(term, term);
            }
        }
        return iri;
    }
}
