// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one YAML file token by token, so that each key and value keeps its place. */
final class YamlReading {
    /** Plain scalars that YAML takes for numbers although people mean a code: 01, 1_000, 12:30, 2E1. */
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile(
            "[+-]?(0[0-9_]+|[0-9]+_[0-9_]*|[0-9]+(:[0-9]{1,2})+|[0-9]+[eE][+-]?[0-9]+|0[xob][0-9a-fA-F]+)");

    /** Where the parser says that it stopped. */
    private static final Pattern MARK = Pattern.compile("line ([0-9]+), column ([0-9]+)");

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final List<String> lines;
    private final YAMLParser parser;
    private final List<Problem> problems;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();

    private YamlReading(String file, String text, YAMLParser parser, List<Problem> problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Reads a file whose content is a mapping.
     *
     * @param folder folder of the workspace
     * @param file path relative to it
     * @param problems what is wrong is added here
     * @return the document; empty when it cannot be read as a whole
     */
    static Optional<YamlDocument> read(Path folder, String file, List<Problem> problems) {
        try {
            String text = withoutByteOrderMark(Files.readString(folder.resolve(file), StandardCharsets.UTF_8));
            try (YAMLParser parser = YAML.createParser(text)) {
                return new YamlReading(file, text, parser, problems).document();
            }
        } catch (JsonProcessingException e) {
            problems.add(syntax(file, e));
        } catch (IOException e) {
            problems.add(unreadable(file, e));
        }
        return Optional.empty();
    }

    static Problem unreadable(String file, IOException e) {
        return e instanceof CharacterCodingException
                ? new Problem(file, 1, 1, "the file is not UTF-8", "Save it as UTF-8.")
                : new Problem(
                        file,
                        1,
                        1,
                        "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                        "Check that it is a file and that you may read it.");
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The parser's message has several lines: what it was doing, excerpts of the file, the problem, its place. */
    private static Problem syntax(String file, JsonProcessingException e) {
        String whole = Optional.ofNullable(e.getOriginalMessage()).orElse("");
        String reason = whole.lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("while ") && !line.isBlank())
                .reduce("unreadable", (earlier, later) -> later)
                .replace("got ?", "got a key")
                .strip();
        Place place = e.getLocation() == null ? Place.START : Place.of(e.getLocation());
        Matcher mark = MARK.matcher(whole);
        while (mark.find()) {
            place = new Place(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
        }
        return new Problem(
                file,
                place.line(),
                place.column(),
                "this is not YAML: " + reason,
                "Check indentation (spaces, no tabs), quotes and the colon after each key.");
    }

    private Optional<YamlDocument> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            problems.add(new Problem(
                    file, 1, 1, "the file is empty", "Fill it, or delete it; `impact init` writes an example."));
            return Optional.empty();
        }
        int before = problems.size();
        if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
            problem(here(), "a text stands where keys are expected", "Write `key: value` lines.");
            return Optional.empty();
        }
        JsonNode root = value(first, "");
        if (parser.nextToken() != null) {
            problem(here(), "the file holds a second document", "Put it into a file of its own.");
        }
        boolean readable = problems.subList(before, problems.size()).isEmpty();
        return readable ? Optional.of(new YamlDocument(file, root, keys, values)) : Optional.empty();
    }

    private JsonNode value(JsonToken token, String pointer) throws IOException {
        Place place = here();
        values.put(pointer, place);
        if (parser.isCurrentAlias()) {
            problem(place, "references such as *name are not supported here", "Write the value out.");
        }
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token, place);
            default -> text(place);
        };
    }

    private ObjectNode object(String pointer) throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Place place = here();
            requireQuotes(key, place);
            String child = YamlDocument.child(pointer, key);
            Place earlier = keys.putIfAbsent(child, place);
            if (earlier != null) {
                problem(place, "key '" + key + "' stands twice, first in line " + earlier.line(), "Keep one of them.");
            }
            node.set(key, value(parser.nextToken(), child));
        }
        return node;
    }

    private ArrayNode array(String pointer) throws IOException {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            node.add(value(token, pointer + "/" + node.size()));
        }
        return node;
    }

    private JsonNode number(JsonToken token, Place place) throws IOException {
        requireQuotes(parser.getText(), place);
        return token == JsonToken.VALUE_NUMBER_INT
                ? JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue())
                : JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
    }

    private JsonNode text(Place place) throws IOException {
        requireQuotes(parser.getText(), place);
        return JsonNodeFactory.instance.textNode(parser.getText());
    }

    private void requireQuotes(String text, Place place) {
        if (LOOKS_LIKE_CODE.matcher(text).matches() && standsUnquoted(text, place)) {
            problem(
                    place,
                    "'" + text + "' without quotes is taken for a number and may lose its leading zeros or its letters",
                    "Put codes in quotes: \"" + text + "\".");
        }
    }

    private boolean standsUnquoted(String text, Place place) {
        return place.line() <= lines.size()
                && lines.get(place.line() - 1)
                        .startsWith(
                                text,
                                Math.min(
                                        place.column() - 1,
                                        lines.get(place.line() - 1).length()));
    }

    private Place here() {
        return Place.of(parser.currentTokenLocation());
    }

    private void problem(Place place, String message, String fix) {
        problems.add(new Problem(file, place.line(), place.column(), message, fix));
    }
}
