// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The connectors on the class path, by the word that chooses them.
 *
 * @param byKind kind to connector, in alphabetical order
 */
public record SourceConnectors(SortedMap<String, SourceConnector> byKind) {
    public SourceConnectors {
        byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
    }

    /**
     * Finds what is installed.
     *
     * @return all connectors that {@link ServiceLoader} knows
     */
    public static SourceConnectors installed() {
        SortedMap<String, SourceConnector> found = new TreeMap<>();
        for (SourceConnector connector :
                ServiceLoader.load(SourceConnector.class, SourceConnector.class.getClassLoader())) {
            if (found.put(connector.kind(), connector) != null) {
                throw new IllegalStateException("two connectors are called '" + connector.kind() + "'");
            }
        }
        return new SourceConnectors(found);
    }

    /**
     * Looks a connector up.
     *
     * @param kind for instance {@code file}
     * @return the connector; empty when none has that name
     */
    public Optional<SourceConnector> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /**
     * The words that may be written.
     *
     * @return kinds in alphabetical order
     */
    public List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    /**
     * The JSON Schema of each kind's options.
     *
     * @return kind to schema text
     */
    public Map<String, String> optionsSchemas() {
        Map<String, String> schemas = new TreeMap<>();
        byKind.forEach((kind, connector) -> schemas.put(kind, connector.optionsSchema()));
        return schemas;
    }
}
