// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.document.Node;
import org.dases.impact.connectors.document.Place;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.connectors.document.Reading;

/**
 * Expands JSON-LD by its contexts, which are looked up among the bundled ones only.
 *
 * <p>The algorithm of JSON-LD drops every name that its contexts do not define, which a contract must not lose, and all
 * places. So names without a meaning get one here, and each object takes its place along; both are taken off again.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11-api/#expansion-algorithm">JSON-LD 1.1, expansion</a>
 */
final class Expansion {
    private static final String UNNAMED = "urn:dases:impact:unnamed:";
    private static final String PLACE = "urn:dases:impact:place";
    private static final Set<String> VALUE = Set.of("@value", "@list", "@set");
    private static final JsonProvider JSON = JsonProvider.provider();

    private final String file;
    private final Set<String> plain;

    private Expansion(String file, Set<String> plain) {
        this.file = file;
        this.plain = plain;
    }

    /**
     * Expands a document.
     *
     * @param plain names that its contexts use for {@code @value}, {@code @list} and {@code @set}
     * @return objects with full IRIs for names, lists of one collapsed; unreadable when it is not valid JSON-LD
     */
    static Reading<Node> expand(String file, Node document, Set<String> plain) {
        Expansion expansion = new Expansion(file, plain);
        JsonLdOptions options = new JsonLdOptions(new BundledContexts());
        options.setBase(null);
        options.setExpandContext(
                JsonDocument.of(Json.createReader(new StringReader("{\"@context\": {\"@vocab\": \"" + UNNAMED + "\"}}"))
                        .read()));
        try {
            JsonArray expanded = com.apicatalog.jsonld.JsonLd.expand(
                            JsonDocument.of((JsonStructure) expansion.json(document)))
                    .options(options)
                    .get();
            return new Reading.Read<>(expansion.node(expanded, document.place()));
        } catch (JsonLdError invalid) {
            return expansion.unreadable(document, invalid);
        }
    }

    private Reading<Node> unreadable(Node document, JsonLdError invalid) {
        String reason = "The JSON-LD of the document is not valid: "
                + invalid.getCode().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        return new Reading.Unreadable<>(List.of(new Problem(
                file, document.place(), reason, "Ask for the document as it was made, or correct its @context.")));
    }

    private JsonValue json(Node node) {
        if (node instanceof Node.Items items) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            items.nodes().forEach(each -> array.add(json(each)));
            return array.build();
        }
        if (node instanceof Node.Members members) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            members.byKey().forEach((key, value) -> object.add(key, key.equals("@context") ? raw(value) : json(value)));
            if (members.byKey().keySet().stream().noneMatch(this::isOfAValue)) {
                object.add(PLACE, members.place().line() + ":" + members.place().column());
            }
            return object.build();
        }
        return scalar((Node.Scalar) node);
    }

    private boolean isOfAValue(String key) {
        return VALUE.contains(key) || plain.contains(key);
    }

    /** A context as it is. */
    private static JsonValue raw(Node node) {
        if (node instanceof Node.Items items) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            items.nodes().forEach(each -> array.add(raw(each)));
            return array.build();
        }
        if (node instanceof Node.Members members) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            members.byKey().forEach((key, value) -> object.add(key, raw(value)));
            return object.build();
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonValue scalar(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> JSON.createValue(scalar.value());
            case NUMBER -> number(scalar.value());
            case TRUTH -> scalar.value().equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
            case NULL -> JsonValue.NULL;
        };
    }

    /** A number too large to reckon with stays a text, which compares with no number. */
    private static JsonValue number(String text) {
        return text.matches("-?[0-9.]{1,60}([eE][+-]?[0-9]{1,3})?")
                ? JSON.createValue(new BigDecimal(text))
                : JSON.createValue(text);
    }

    private Node node(JsonValue value, Place around) {
        return switch (value.getValueType()) {
            case ARRAY -> items(value.asJsonArray(), around);
            case OBJECT -> members(value.asJsonObject(), around);
            case STRING -> new Node.Scalar(named(((JsonString) value).getString()), Node.ScalarKind.TEXT, around);
            case NUMBER -> new Node.Scalar(value.toString(), Node.ScalarKind.NUMBER, around);
            case TRUE, FALSE -> new Node.Scalar(value.toString(), Node.ScalarKind.TRUTH, around);
            case NULL -> new Node.Items(List.of(), around);
        };
    }

    /** JSON-LD makes a list of everything; one thing alone is taken out again. */
    private Node items(JsonArray array, Place around) {
        List<Node> nodes = new ArrayList<>();
        array.forEach(each -> nodes.add(node(each, around)));
        return nodes.size() == 1 ? nodes.get(0) : new Node.Items(nodes, around);
    }

    private Node members(JsonObject object, Place around) {
        Place place = place(object, around);
        Map<String, Node> members = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (!key.equals(PLACE)) {
                members.put(named(key), node(value, place));
            }
        });
        return new Node.Members(members, place);
    }

    private static Place place(JsonObject object, Place around) {
        if (!(object.get(PLACE) instanceof JsonArray places) || places.isEmpty()) {
            return around;
        }
        String[] numbers = places.getJsonObject(0).getString("@value", "1:1").split(":", -1);
        return new Place(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private static String named(String name) {
        return name.startsWith(UNNAMED) ? name.substring(UNNAMED.length()) : name;
    }
}
