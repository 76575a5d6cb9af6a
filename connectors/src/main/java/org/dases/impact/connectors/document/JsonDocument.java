// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into nodes that know their place. Stricter than usual, since these texts bind people: a member given
 * twice, text after the end and nesting deeper than {@value #DEEPEST} are refused.
 */
public final class JsonDocument {
    private static final int DEEPEST = 100;
    /** What limits a rule; a null there is kept as an object without members, since nobody can tell what it meant. */
    private static final Set<String> LIMITS =
            Set.of("constraint", "refinement", "duty", "action", "target", "assignee");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final boolean keepsNulls;

    private JsonDocument(boolean keepsNulls) {
        this.keepsNulls = keepsNulls;
    }

    /**
     * Reads a document whose outermost value is an object.
     *
     * @param file name for messages
     * @param bytes the document, UTF-8 (or UTF-16/32 with its mark)
     * @return the object, or what is wrong with the text
     */
    public static Reading<Node> read(String file, byte[] bytes) {
        return object(file, readAny(file, bytes));
    }

    /**
     * Reads a document whose outermost value is an object, and where null is no absent value.
     *
     * @param file name for messages
     * @param bytes the document, UTF-8 (or UTF-16/32 with its mark)
     * @return the object, each null in it a scalar; or what is wrong with the text
     */
    public static Reading<Node> readWithNulls(String file, byte[] bytes) {
        return object(file, new JsonDocument(true).readValue(file, bytes));
    }

    private static Reading<Node> object(String file, Reading<Node> read) {
        return read.match(
                node -> node instanceof Node.Members
                        ? new Reading.Read<>(node)
                        : unreadable(file, Place.START, "The document is not a JSON object."),
                Reading.Unreadable::new);
    }

    /**
     * Reads a document whose outermost value is an object or a list, as JSON-LD allows.
     *
     * @param file name for messages
     * @param bytes the document, UTF-8 (or UTF-16/32 with its mark)
     * @return the object or list, or what is wrong with the text
     */
    public static Reading<Node> readAny(String file, byte[] bytes) {
        return new JsonDocument(false).readValue(file, bytes);
    }

    private Reading<Node> readValue(String file, byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes, start(bytes), bytes.length - start(bytes))) {
            parser.nextToken();
            Node node = value(parser);
            if (node == null || node instanceof Node.Scalar) {
                return unreadable(file, Place.START, "The document is not a JSON object.");
            }
            if (parser.nextToken() != null) {
                return unreadable(file, place(parser), "There is text after the end of the JSON object.");
            }
            return new Reading.Read<>(node);
        } catch (JsonProcessingException malformed) {
            return unreadable(
                    file, place(malformed.getLocation()), "The document is not valid JSON: " + reason(malformed));
        } catch (IOException undecodable) {
            return unreadable(file, Place.START, "The document is not text in UTF-8.");
        }
    }

    private static int start(byte[] bytes) {
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
        return marked ? 3 : 0;
    }

    private @Nullable Node value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        Place place = place(parser);
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> members(parser, place);
            case START_ARRAY -> items(parser, place, false);
            case VALUE_STRING -> new Node.Scalar(parser.getText(), Node.ScalarKind.TEXT, place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Node.Scalar(parser.getText(), Node.ScalarKind.NUMBER, place);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getText(), Node.ScalarKind.TRUTH, place);
            case VALUE_NULL -> keepsNulls ? new Node.Scalar("null", Node.ScalarKind.NULL, place) : null;
            default -> null;
        };
    }

    private Node members(JsonParser parser, Place place) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            boolean limits = LIMITS.contains(key.replaceFirst("^.*[:/#]", ""));
            Node value = limits && parser.currentToken() == JsonToken.START_ARRAY
                    ? items(parser, place(parser), true)
                    : value(parser);
            if (value != null) {
                members.put(key, value);
            } else if (limits) {
                members.put(key, new Node.Members(Map.of(), place(parser)));
            }
        }
        return new Node.Members(members, place);
    }

    private Node items(JsonParser parser, Place place, boolean limit) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Node value = value(parser);
            boolean empty = value == null
                    || (value instanceof Node.Items list && list.nodes().isEmpty());
            if (limit && empty) {
                items.add(new Node.Members(Map.of(), place(parser)));
            } else if (value != null) {
                items.add(value);
            }
        }
        return new Node.Items(items, place);
    }

    private static Place place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? Place.START
                : new Place(location.getLineNr(), location.getColumnNr());
    }

    /** In our own words: the parser's quote the text, which is nobody's business but the parties'. */
    private static String reason(JsonProcessingException malformed) {
        if (malformed instanceof JsonEOFException) {
            return "it ends in the middle.";
        }
        if (malformed instanceof StreamConstraintsException) {
            return "it is nested too deep or holds too long a value.";
        }
        String parsers = String.valueOf(malformed.getOriginalMessage());
        if (parsers.startsWith("Invalid UTF-8")) {
            return "it is not text in UTF-8.";
        }
        return parsers.startsWith("Duplicate field")
                ? "a member is given twice in one object."
                : "what stands here is not JSON.";
    }

    private static Reading<Node> unreadable(String file, Place place, String reason) {
        String fix = "Put the contract there exactly as the data space delivered it, one a file.";
        return new Reading.Unreadable<>(List.of(new Problem(file, place, reason, fix)));
    }
}
