// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.dases.impact.connectors.source.SourceConnector;

/** The connectors that are installed, with the schemas of their options. */
final class Connectors {
    private final Map<String, SourceConnector> byKind;
    private final Map<String, SchemaCheck> schemas = new HashMap<>();

    private Connectors(Map<String, SourceConnector> byKind) {
        this.byKind = byKind;
    }

    static Connectors installed() {
        Map<String, SourceConnector> byKind = new HashMap<>();
        ServiceLoader.load(SourceConnector.class).forEach(each -> byKind.put(each.kind(), each));
        return new Connectors(byKind);
    }

    /** Checks that a dataset's connector is installed and its options are as the connector's schema says. */
    void check(YamlDocument document, List<Problem> problems) {
        JsonNode kind = document.root().path("connector");
        if (!kind.isTextual()) {
            return;
        }
        SourceConnector connector = byKind.get(kind.asText());
        if (connector == null) {
            List<String> known = byKind.keySet().stream().sorted().toList();
            problems.add(document.atValue(
                    "/connector",
                    "there is no connector '" + kind.asText() + "'" + Suggestion.hint(kind.asText(), known),
                    "Installed: " + String.join(", ", known) + "."));
        } else if (document.root().path("options").isObject()) {
            schemas.computeIfAbsent(connector.kind(), each -> SchemaCheck.ofText(connector.optionsSchema()))
                    .check(document, "/options", problems);
        }
    }
}
