// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The version of an asset, such as {@code 1.10}.
 *
 * @param numbers from the most to the least significant
 */
record Version(List<BigInteger> numbers) {
    Version {
        numbers = List.copyOf(numbers);
    }

    static Optional<Version> parse(String text) {
        String stripped = text.strip();
        return stripped.matches("[0-9]{1,20}([.][0-9]{1,20}){0,9}")
                ? Optional.of(new Version(Stream.of(stripped.split("[.]", -1))
                        .map(BigInteger::new)
                        .toList()))
                : Optional.empty();
    }

    /** Whether this comes before, is or comes after another; empty for 1 and 1.0, which may be one or two. */
    Optional<Integer> compare(Version other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < common; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return Optional.of(order);
            }
        }
        return numbers.size() == other.numbers.size() ? Optional.of(0) : Optional.empty();
    }
}
