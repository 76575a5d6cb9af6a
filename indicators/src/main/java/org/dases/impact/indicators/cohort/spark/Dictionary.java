// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Numbers texts from 0 in the order in which they are first met. Only the texts are sent to other processes. */
final class Dictionary implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<UTF8String> texts = new ArrayList<>();
    private transient @Nullable Map<UTF8String, Integer> numbers;

    /** Number of a text, which may be overwritten later; −1 for none. */
    int code(@Nullable UTF8String text) {
        if (text == null) {
            return -1;
        }
        Map<UTF8String, Integer> known = numbers();
        Integer code = known.get(text);
        if (code == null) {
            code = texts.size();
            UTF8String copy = text.copy();
            texts.add(copy);
            known.put(copy, code);
        }
        return code;
    }

    private Map<UTF8String, Integer> numbers() {
        if (numbers == null) {
            numbers = new HashMap<>();
            for (UTF8String text : texts) {
                numbers.put(text, numbers.size());
            }
        }
        return numbers;
    }

    /** The text of a number; null for −1. */
    @Nullable String text(int code) {
        return code < 0 ? null : texts.get(code).toString();
    }

    int size() {
        return texts.size();
    }

    /** For each number of another dictionary the number of the same text here. */
    int[] numbersOf(Dictionary other) {
        int[] here = new int[other.texts.size()];
        for (int code = 0; code < here.length; code++) {
            here[code] = code(other.texts.get(code));
        }
        return here;
    }
}
