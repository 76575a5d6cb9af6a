// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One violated keyword of a schema, in words. */
final class Violation {
    private static final int LONGEST_QUOTED = 60;
    /** Texts that YAML takes for texts without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z.][^:#]*(:[^ :#]+)*");

    private static final Map<String, String> TYPES = Map.of(
            "string", "a text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false",
            "object", "a block of `key: value` lines",
            "array", "a list",
            "null", "empty");

    private final ValidationMessage message;
    private final JsonNode schema;
    private final String keyword;

    /**
     * Takes a violation.
     *
     * @param message what the validator says
     * @param schema the schema object that holds the keyword
     */
    Violation(ValidationMessage message, JsonNode schema) {
        this.message = message;
        this.schema = schema;
        this.keyword = message.getType();
    }

    boolean isAboutKey() {
        return keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties");
    }

    /** The missing key that this unknown key most likely is. */
    Optional<String> meant() {
        return isAboutKey() ? Suggestion.nearest(message.getProperty(), knownKeys()) : Optional.empty();
    }

    /** The key that is missing. */
    Optional<String> missing() {
        return keyword.equals("required") ? Optional.of(message.getProperty()) : Optional.empty();
    }

    String text() {
        return switch (keyword) {
            case "additionalProperties", "unevaluatedProperties" ->
                "unknown key '" + message.getProperty() + "'" + Suggestion.hint(message.getProperty(), knownKeys());
            case "required" -> "key '" + message.getProperty() + "' is missing";
            case "type" -> name() + " must be " + expectedType() + ", was " + written();
            case "enum" ->
                name() + " cannot be " + written() + Suggestion.hint(instance().asText(), allowed());
            case "minimum" -> name() + " must be at least " + bound() + ", was " + written();
            case "maximum" -> name() + " must be at most " + bound() + ", was " + written();
            case "pattern" -> name() + " does not have the form it needs, was " + written();
            case "format" -> name() + " is no known " + schema.path("format").asText() + ", was " + written();
            case "minLength", "minItems", "minProperties" -> name() + " is empty";
            case "uniqueItems" -> name() + " holds a value twice";
            default -> name() + " is not as expected: " + message.getError();
        };
    }

    String fix() {
        if (isAboutKey()) {
            return "Known keys here: " + String.join(", ", knownKeys()) + ".";
        }
        if (keyword.equals("required")) {
            JsonNode missing = schema.path("properties").path(message.getProperty());
            return (title(missing) + example(missing.path("examples"), message.getProperty() + ": ")).strip();
        }
        if (keyword.equals("enum")) {
            return "Possible: " + String.join(", ", allowed()) + ".";
        }
        return (title(schema) + example(schema.path("examples"), "")).strip();
    }

    private static String title(JsonNode schema) {
        return schema.path("title").asText("");
    }

    private static String example(JsonNode examples, String prefix) {
        if (!examples.isArray() || examples.isEmpty()) {
            return "";
        }
        JsonNode example = examples.get(0);
        boolean plain = example.isTextual() && PLAIN.matcher(example.asText()).matches();
        return " Example: `" + prefix + (plain ? example.asText() : example) + "`.";
    }

    private String name() {
        String pointer = message.getInstanceLocation().toString();
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return last.isEmpty()
                ? "the file"
                : last.matches("[0-9]+") ? "entry " + (Integer.parseInt(last) + 1) : "'" + last + "'";
    }

    private String expectedType() {
        JsonNode type = schema.path("type");
        List<String> words = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(each -> words.add(TYPES.getOrDefault(each.asText(), each.asText())));
        } else {
            words.add(TYPES.getOrDefault(type.asText(), type.asText()));
        }
        return String.join(" or ", words);
    }

    private String bound() {
        return schema.path(keyword).asText();
    }

    private List<String> knownKeys() {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private List<String> allowed() {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(each -> values.add(each.asText()));
        return values;
    }

    private JsonNode instance() {
        return message.getInstanceNode();
    }

    /** What stands in the file, unless it may be a secret or is long. */
    private String written() {
        if (schema.path("x-secret").asBoolean()) {
            return "something else (not shown, since it may be a secret)";
        }
        JsonNode node = instance();
        if (node.isTextual()) {
            return "the text "
                    + Optional.of(node.asText())
                            .filter(text -> text.length() <= LONGEST_QUOTED)
                            .map(text -> "'" + text + "'")
                            .orElseGet(() -> "'" + node.asText().substring(0, LONGEST_QUOTED) + "…'");
        }
        if (node.isNull()) {
            return "empty";
        }
        return node.isObject() ? "a block of keys" : node.isArray() ? "a list" : node.asText();
    }
}
