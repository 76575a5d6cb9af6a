// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file as a tree, with the place of each key and each value by JSON pointer.
 *
 * @param file path relative to the workspace
 * @param root the tree
 * @param keys place of the key that a pointer's last segment names
 * @param values place of the value that a pointer names
 */
record YamlDocument(String file, JsonNode root, Map<String, Place> keys, Map<String, Place> values) {
    YamlDocument {
        keys = Map.copyOf(keys);
        values = Map.copyOf(values);
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    JsonNode at(String pointer) {
        return root.at(JsonPointer.compile(pointer));
    }

    Problem atKey(String pointer, String message, String fix) {
        return problem(Optional.ofNullable(keys.get(pointer)).orElseGet(() -> place(pointer)), message, fix);
    }

    Problem atValue(String pointer, String message, String fix) {
        return problem(place(pointer), message, fix);
    }

    private Place place(String pointer) {
        return values.getOrDefault(pointer, Place.START);
    }

    private Problem problem(Place place, String message, String fix) {
        return new Problem(file, place.line(), place.column(), message, fix);
    }
}
