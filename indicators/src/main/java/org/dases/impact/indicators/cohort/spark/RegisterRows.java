// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;
import org.dases.impact.indicators.cohort.kernel.IntColumn;
import org.jspecify.annotations.Nullable;

/** Rows of a register while they are being collected, in any order, with repeats. */
final class RegisterRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final Dictionary keyNames;
    private final Dictionary texts = new Dictionary();
    private final IntColumn keys = new IntColumn();
    private final IntColumn from = new IntColumn();
    private final IntColumn to = new IntColumn();
    private final List<IntColumn> attributes = new ArrayList<>();

    /** None yet, with so many attributes each. */
    RegisterRows(int attributes) {
        this(attributes, UTF8String::hashCode);
    }

    RegisterRows(int attributes, Dictionary.Hash hash) {
        this.keyNames = new Dictionary(hash);
        IntStream.range(0, attributes).forEach(i -> this.attributes.add(new IntColumn()));
    }

    /** The next row; one without a key says nothing of anybody. */
    void add(@Nullable UTF8String key, int begin, int end, List<@Nullable UTF8String> values) {
        if (key != null) {
            keys.add(keyNames.code(key));
            from.add(begin);
            to.add(end);
            for (int i = 0; i < attributes.size(); i++) {
                attributes.get(i).add(texts.code(values.get(i)));
            }
        }
    }

    /** These rows and those of another task, neither of which is to be used any more. */
    RegisterRows with(RegisterRows other) {
        if (keys.size() == 0) {
            return other;
        }
        addAll(other);
        return this;
    }

    private void addAll(RegisterRows other) {
        int[] keysHere = keyNames.numbersOf(other.keyNames);
        int[] textsHere = texts.numbersOf(other.texts);
        from.addAll(other.from);
        to.addAll(other.to);
        for (int row = 0; row < other.keys.size(); row++) {
            keys.add(keysHere[other.keys.get(row)]);
        }
        for (int i = 0; i < attributes.size(); i++) {
            IntColumn theirs = other.attributes.get(i);
            for (int row = 0; row < theirs.size(); row++) {
                attributes.get(i).add(theirs.get(row) < 0 ? -1 : textsHere[theirs.get(row)]);
            }
        }
    }

    /**
     * The versions in order. Of those of a key that begin together one is left: the one that ends last; of these, the
     * one whose texts come first, none before any, attribute by attribute in the order that is asked for.
     *
     * @param isFirstOfAlways whether what a key's first version says is also so before it begins
     */
    Register inOrder(boolean isFirstOfAlways) {
        int[] starts = new int[keyNames.size() + 1];
        int[] order = byKey(starts);
        int[] first = new int[starts.length];
        int kept = 0;
        for (int key = 0; key < keyNames.size(); key++) {
            sort(order, starts[key], starts[key + 1]);
            first[key] = kept;
            for (int i = starts[key]; i < starts[key + 1]; i++) {
                if (kept == first[key] || from.get(order[i]) != from.get(order[kept - 1])) {
                    order[kept++] = order[i];
                }
            }
        }
        first[keyNames.size()] = kept;
        int[] begin = ordered(from, order, kept);
        for (int key = 0; isFirstOfAlways && key < keyNames.size(); key++) {
            begin[first[key]] = Integer.MIN_VALUE;
        }
        int versions = kept;
        int[][] values = attributes.stream()
                .map(column -> ordered(column, order, versions))
                .toArray(int[][]::new);
        return new Register(keyNames, texts, first, begin, ordered(to, order, kept), values);
    }

    /** Positions of the rows, key by key; finds where each key's begin. */
    private int[] byKey(int[] starts) {
        for (int row = 0; row < keys.size(); row++) {
            starts[keys.get(row) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] order = new int[keys.size()];
        for (int row = 0; row < order.length; row++) {
            order[next[keys.get(row)]++] = row;
        }
        return order;
    }

    private void sort(int[] order, int begin, int end) {
        if (end - begin > 1) {
            int[] sorted = IntStream.range(begin, end)
                    .mapToObj(i -> order[i])
                    .sorted(Comparator.<Integer>comparingInt(from::get)
                            .thenComparing(
                                    Comparator.<Integer>comparingInt(to::get).reversed())
                            .thenComparing(this::compareTexts))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, order, begin, sorted.length);
        }
    }

    private int compareTexts(int one, int other) {
        for (IntColumn column : attributes) {
            int compared = compare(column.get(one), column.get(other));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private int compare(int one, int other) {
        boolean areBoth = one >= 0 && other >= 0;
        return areBoth ? texts.utf8(one).compareTo(texts.utf8(other)) : Integer.compare(one, other);
    }

    private static int[] ordered(IntColumn column, int[] order, int length) {
        int[] ordered = new int[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = column.get(order[i]);
        }
        return ordered;
    }
}
