// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value in a JSON document, with its place. JSON {@code null} is an absent value, as in JSON-LD, unless it is read
 * with {@link JsonDocument#readWithNulls}.
 *
 * <p>The accessors take the forms that JSON-LD allows for the same thing: a list of one and the one itself, a text, an
 * {@code {"@id": text}} and an {@code {"@value": text}}.
 */
public sealed interface Node {
    /**
     * Where the value begins.
     *
     * @return place in the document
     */
    Place place();

    /**
     * A member of an object.
     *
     * @param key name of the member
     * @return its value; empty when there is none or this is no object
     */
    default Optional<Node> get(String key) {
        return this instanceof Members members ? Optional.ofNullable(members.byKey.get(key)) : Optional.empty();
    }

    /**
     * The values of a member, whether written as a list or as a single value.
     *
     * @param key name of the member
     * @return the values in their order; empty when there is none
     */
    default List<Node> all(String key) {
        return get(key).map(Node::items).orElse(List.of());
    }

    /**
     * The text of a member.
     *
     * @param key name of the member
     * @return see {@link #text()}; empty when there is no such member
     */
    default Optional<String> text(String key) {
        return get(key).flatMap(Node::text);
    }

    /**
     * The texts of a member, whether written as a list or as a single value. Values that are no text are left out.
     *
     * @param key name of the member
     * @return the texts in their order
     */
    default List<String> texts(String key) {
        return all(key).stream().flatMap(node -> node.text().stream()).toList();
    }

    /**
     * This value as a list: its items, or itself.
     *
     * @return items of a list, {@code @list} or {@code @set}; else this value alone
     */
    default List<Node> items() {
        if (this instanceof Items list) {
            boolean nested = list.nodes.stream().anyMatch(node -> inner(node).isPresent());
            return nested
                    ? list.nodes.stream()
                            .flatMap(node -> inner(node).map(Node::items).orElse(List.of(node)).stream())
                            .toList()
                    : list.nodes;
        }
        return inner(this).map(Node::items).orElse(List.of(this));
    }

    private static Optional<Node> inner(Node node) {
        return node.get("@list").or(() -> node.get("@set"));
    }

    /**
     * This value as a text.
     *
     * @return the text or number; that of {@code @id}, {@code @value} or of a list's only item; else empty
     */
    default Optional<String> text() {
        if (this instanceof Scalar scalar) {
            return Optional.of(scalar.value);
        }
        if (this instanceof Items list) {
            return list.nodes.size() == 1 ? list.nodes.get(0).text() : Optional.empty();
        }
        return text("@id").or(() -> text("@value")).or(() -> text("$oid")).or(() -> text("$date"));
    }

    /**
     * An object.
     *
     * @param byKey members in their order
     * @param place where it begins
     */
    record Members(Map<String, Node> byKey, Place place) implements Node {
        public Members {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }

        @Override
        public String toString() {
            return byKey.entrySet().stream()
                    .map(member -> member.getKey() + ": " + member.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * A list.
     *
     * @param nodes items in their order
     * @param place where it begins
     */
    record Items(List<Node> nodes, Place place) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String toString() {
            return nodes.toString();
        }
    }

    /**
     * A text, number or truth value.
     *
     * @param value as written, without quotes
     * @param kind what it was written as
     * @param place where it begins
     */
    record Scalar(String value, ScalarKind kind, Place place) implements Node {
        @Override
        public String toString() {
            return value;
        }
    }

    /** What a scalar was written as. */
    enum ScalarKind {
        /** A quoted text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** {@code null}, where it is no absent value. */
        NULL
    }
}
