// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.odrl;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dases.impact.connectors.document.Node;

/** Members that describe something for people or for a database and change no meaning. */
final class Annotations {
    private static final Set<String> NAMES = Set.of(
            "@id",
            "@type",
            "uid",
            "id",
            "_id",
            "type",
            "name",
            "title",
            "description",
            "comment",
            "label",
            "note",
            "createdAt",
            "updatedAt",
            "__v",
            "@graph",
            "@included",
            "@language",
            "@index");
    private static final List<String> VOCABULARIES = List.of(
            "http://purl.org/dc/",
            "http://www.w3.org/2000/01/rdf-schema#",
            "http://www.w3.org/2004/02/skos/core#",
            "https://schema.org/",
            "http://schema.org/");

    private Annotations() {}

    /** Names of the members that are neither known nor annotations. */
    static List<String> unknownMembers(Node owner, Set<String> known) {
        Stream<String> names =
                owner instanceof Node.Members members ? members.byKey().keySet().stream() : Stream.empty();
        return names.filter(name -> !known.contains(name) && !NAMES.contains(name))
                .filter(name -> VOCABULARIES.stream().noneMatch(name::startsWith))
                .toList();
    }
}
