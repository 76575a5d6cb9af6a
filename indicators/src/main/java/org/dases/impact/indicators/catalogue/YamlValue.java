// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.catalogue;

import java.util.List;

/** A YAML value that knows where it stands. */
sealed interface YamlValue {
    /** Where the value begins. */
    Spot at();

    /** What it is, for messages. */
    String kind();

    /**
     * Text, number or truth value, as written.
     *
     * @param at where
     * @param text its text
     * @param isNull whether nothing was written
     */
    record Scalar(Spot at, String text, boolean isNull) implements YamlValue {
        @Override
        public String kind() {
            return isNull ? "nothing" : "'" + text + "'";
        }
    }

    /**
     * A list.
     *
     * @param at where
     * @param items its items
     */
    record Items(Spot at, List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping; keys may occur twice, which its reader reports.
     *
     * @param at where
     * @param entries its entries in their order
     */
    record Entries(Spot at, List<Entry> entries) implements YamlValue {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * One entry of a mapping.
     *
     * @param at where the key stands
     * @param key the key
     * @param value the value
     */
    record Entry(Spot at, String key, YamlValue value) {}
}
