// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} in the texts of a connector's options.
 *
 * @param values variable to its value
 */
record Variables(Map<String, String> values) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    Variables {
        values = Map.copyOf(values);
    }

    /**
     * Turns a block of options into plain Java values.
     *
     * @return the block; empty when a variable is not known, which is then among the problems
     */
    Optional<Map<String, Object>> replaceIn(YamlDocument document, String pointer, List<Problem> problems) {
        int before = problems.size();
        Map<String, Object> replaced = new LinkedHashMap<>();
        document.at(pointer).properties().forEach(entry -> {
            Object value = plain(document, YamlDocument.child(pointer, entry.getKey()), entry.getValue(), problems);
            if (value != null) {
                replaced.put(entry.getKey(), value);
            }
        });
        return problems.size() == before ? Optional.of(replaced) : Optional.empty();
    }

    private @Nullable Object plain(YamlDocument document, String pointer, JsonNode node, List<Problem> problems) {
        if (node.isObject()) {
            Map<String, Object> block = new LinkedHashMap<>();
            node.properties().forEach(entry -> {
                Object value = plain(document, YamlDocument.child(pointer, entry.getKey()), entry.getValue(), problems);
                if (value != null) {
                    block.put(entry.getKey(), value);
                }
            });
            return block;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                Object value = plain(document, pointer + "/" + i, node.get(i), problems);
                if (value != null) {
                    list.add(value);
                }
            }
            return list;
        }
        return scalar(document, pointer, node, problems);
    }

    private @Nullable Object scalar(YamlDocument document, String pointer, JsonNode node, List<Problem> problems) {
        if (node.isTextual()) {
            return replace(document, pointer, node.asText(), problems);
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.asInt() : (Object) node.asLong();
        }
        return node.isNull() ? null : (Object) node.asDouble();
    }

    private String replace(YamlDocument document, String pointer, String text, List<Problem> problems) {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = values.get(name);
            if (value == null) {
                problems.add(document.atValue(
                        pointer,
                        "unknown variable '${" + name + "}'" + Suggestion.hint(name, values.keySet()),
                        "Known: " + String.join(", ", values.keySet()) + "."));
                value = "";
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(replaced).toString();
    }
}
