// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What a register says of each of its keys, and from when to when: versions in primitive columns, to be looked up where
 * a join would send rows about. The version that counts at a time is the one that began last; when it has ended by
 * then, none does.
 */
final class Register implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;

    private final Dictionary keys;
    private final Dictionary texts;
    /** First version of each key, and the number of versions. Those of a key lie in the order in which they begin. */
    private final int[] first;

    private final int[] from;
    private final int[] to;
    /** Number of the text, by attribute and version; −1 for none. */
    private final int[][] attributes;

    /**
     * A register.
     *
     * @param keys the keys
     * @param texts all attributes' values
     * @param first position of each key's first version, and the number of versions
     * @param from when versions begin, by key; no two of a key begin together
     * @param to the last time of each
     * @param attributes number of the text by attribute and version
     */
    Register(Dictionary keys, Dictionary texts, int[] first, int[] from, int[] to, int[][] attributes) {
        this.keys = keys;
        this.texts = texts;
        this.first = first;
        this.from = from;
        this.to = to;
        this.attributes = attributes;
    }

    /** Number of a key; −1 when the register does not have it. */
    int key(UTF8String text) {
        return keys.find(text);
    }

    /** Whether this is the key with a number. */
    boolean isKey(int key, UTF8String text) {
        return keys.isText(key, text);
    }

    /** How many keys there are. */
    int size() {
        return keys.size();
    }

    /** The version of a key that counts at a time; −1 when there is none. */
    int version(int key, int at) {
        for (int version = first[key + 1] - 1; version >= first[key]; version--) {
            if (from[version] <= at) {
                return at <= to[version] ? version : NONE;
            }
        }
        return NONE;
    }

    /** Number of the text that a version gives for an attribute; −1 for none. */
    int attribute(int version, int attribute) {
        return attributes[attribute][version];
    }

    /** All attributes' values. */
    Dictionary texts() {
        return texts;
    }
}
