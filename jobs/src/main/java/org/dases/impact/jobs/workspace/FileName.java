// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A file that describes one thing bears the thing's name, so that people find it. */
final class FileName {
    private FileName() {}

    /** The file's name without folder and ending. */
    static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }

    static void check(YamlDocument document, String key, List<Problem> problems) {
        JsonNode written = document.root().path(key);
        String stem = stem(document.file());
        if (written.isTextual() && !written.asText().equals(stem)) {
            problems.add(document.atValue(
                    "/" + key,
                    "the " + key + " is called '" + written.asText() + "' but its file '" + stem + "'",
                    "Give both the same name."));
        }
    }
}
