// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.document;

import java.util.List;
import java.util.function.Function;

/**
 * What came of reading a document: a value, or everything that is wrong with it.
 *
 * @param <T> what was to be read
 */
public sealed interface Reading<T> {
    /**
     * Folds over both outcomes.
     *
     * @param read applied to the value
     * @param unreadable applied to the problems, at least one
     * @param <R> result
     * @return what the applied function returns
     */
    <R> R match(Function<T, R> read, Function<List<Problem>, R> unreadable);

    /**
     * Reads further from the value.
     *
     * @param next reads something from the value
     * @param <R> what is read from it
     * @return what the next reading gives, or the problems of this one
     */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return match(next, Unreadable::new);
    }

    /**
     * The document could be read.
     *
     * @param value what it says
     * @param <T> type of the value
     */
    record Read<T>(T value) implements Reading<T> {
        @Override
        public <R> R match(Function<T, R> read, Function<List<Problem>, R> unreadable) {
            return read.apply(value);
        }
    }

    /**
     * The document could not be read.
     *
     * @param problems all that were found, at least one
     * @param <T> type of the value that there is not
     */
    record Unreadable<T>(List<Problem> problems) implements Reading<T> {
        public Unreadable {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an unreadable document has a problem");
            }
        }

        @Override
        public <R> R match(Function<T, R> read, Function<List<Problem>, R> unreadable) {
            return unreadable.apply(problems);
        }
    }
}
