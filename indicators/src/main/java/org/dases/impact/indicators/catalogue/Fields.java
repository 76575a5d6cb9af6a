// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dases.impact.indicators.definition.Text;

/** The entries of one mapping, asked for by name; notes what is missing, unknown, doubled or of the wrong kind. */
final class Fields {
    private final Spot at;
    private final Problems problems;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    private Fields(Spot at, Problems problems) {
        this.at = at;
        this.problems = problems;
    }

    /** The fields of a mapping, or empty when the value is none. */
    static Optional<Fields> of(YamlValue value, String what, List<String> known, Problems problems) {
        if (!(value instanceof YamlValue.Entries entries)) {
            problems.add(
                    value.at(),
                    what + " must be a mapping, was " + value.kind(),
                    "Write its keys, one a line: " + String.join(", ", known) + ".");
            return Optional.empty();
        }
        Fields fields = new Fields(value.at(), problems);
        for (YamlValue.Entry entry : entries.entries()) {
            if (!known.contains(entry.key())) {
                problems.addUnknown(entry.at(), "key", entry.key(), known);
            } else if (fields.values.putIfAbsent(entry.key(), entry.value()) != null) {
                problems.add(entry.at(), "key '" + entry.key() + "' stands twice", "Remove one of them.");
            }
        }
        return Optional.of(fields);
    }

    Spot at() {
        return at;
    }

    /** Where a field's value stands, or the mapping when it is not there. */
    Spot at(String key) {
        YamlValue value = values.get(key);
        return value == null ? at : value.at();
    }

    Optional<YamlValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A field that must be there. */
    Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            problems.add(at, "'" + key + "' is missing", "Add it.");
        }
        return value;
    }

    Optional<String> requiredText(String key) {
        return required(key).flatMap(value -> text(value, key));
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> text(value, key));
    }

    /** A list of texts that must be there and not be empty. */
    List<String> requiredTexts(String key) {
        return required(key).map(value -> texts(value, key)).orElse(List.of());
    }

    List<String> texts(String key) {
        return value(key).map(value -> texts(value, key)).orElse(List.of());
    }

    /** A text in both languages. */
    Optional<Text> bilingual(String key) {
        return required(key)
                .flatMap(value -> of(value, "'" + key + "'", List.of("fr", "en"), problems))
                .flatMap(both -> both.requiredText("fr")
                        .flatMap(fr -> both.requiredText("en").map(en -> new Text(fr, en))));
    }

    /** A truth value, or empty when it is not there. */
    Optional<Boolean> truth(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
            problems.add(at(key), "'" + key + "' must be true or false, was '" + text.get() + "'", "");
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    /** A whole number from 0, or empty when it is not there. */
    Optional<Integer> count(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().matches("[0-9]{1,9}")) {
            problems.add(at(key), "'" + key + "' must be a whole number from 0, was '" + text.get() + "'", "");
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    private Optional<String> text(YamlValue value, String key) {
        if (value instanceof YamlValue.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isBlank()) {
            return Optional.of(scalar.text());
        }
        problems.add(value.at(), "'" + key + "' must be a text, was " + value.kind(), "");
        return Optional.empty();
    }

    private List<String> texts(YamlValue value, String key) {
        if (!(value instanceof YamlValue.Items items) || items.items().isEmpty()) {
            problems.add(value.at(), "'" + key + "' must be a list of names, was " + value.kind(), "Write [name].");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        items.items().forEach(item -> text(item, key).ifPresent(texts::add));
        return texts;
    }
}
