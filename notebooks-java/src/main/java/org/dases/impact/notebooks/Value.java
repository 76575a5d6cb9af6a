// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a cell shows: a number, a band, nothing because it is secret, or nothing because there is none. */
public sealed interface Value {
    /**
     * The number itself.
     *
     * @param number in the unit of the indicator
     */
    record Exact(double number) implements Value {}

    /**
     * Only bounds are published, because the number itself would tell something about every learner of the cell.
     * Whether a bound is reached is not told.
     *
     * @param low least possible value
     * @param high greatest possible value
     */
    record Band(double low, double high) implements Value {}

    /** Withheld to protect the persons, schools or providers behind the cell. Neither zero nor missing. */
    record Secret() implements Value {}

    /** There is nothing to measure: for instance a rate of nobody. */
    record Missing() implements Value {}

    /**
     * Answers for each of the four cases.
     *
     * @param exact for a number
     * @param band for a band
     * @param secret for a secret
     * @param missing for a missing value
     * @param <R> what is answered
     * @return the answer of the case that holds
     */
    default <R> R match(Function<Exact, R> exact, Function<Band, R> band, Supplier<R> secret, Supplier<R> missing) {
        if (this instanceof Exact number) {
            return exact.apply(number);
        }
        if (this instanceof Band bounds) {
            return band.apply(bounds);
        }
        return this instanceof Secret ? secret.get() : missing.get();
    }
}
