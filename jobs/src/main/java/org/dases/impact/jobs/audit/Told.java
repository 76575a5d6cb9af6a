// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.dases.impact.jobs.verify.Printed;

/** A number of each row as the attack takes it: a row that is withheld, or shows an earlier figure, tells none. */
record Told(String column, ToLongFunction<Double> count) {
    /** Whole numbers of persons or records. */
    static Told counts(String column) {
        return new Told(column, Math::round);
    }

    /** Numbers of which it only matters which are zero. */
    static Told sums(String column) {
        return new Told(column, figure -> figure == 0 ? 0 : 1);
    }

    /** The number of a row; empty where it tells none. */
    OptionalDouble of(Printed row) {
        return row.isFresh() ? row.row().number(column) : OptionalDouble.empty();
    }

    /** The number of each row; −1 where it tells none. */
    long[] of(List<Printed> rows) {
        return rows.stream()
                .mapToLong(row -> of(row).isPresent() ? count.applyAsLong(of(row).getAsDouble()) : -1)
                .toArray();
    }

    /** The numbers of rows of some kind. */
    static BitSet where(List<Printed> rows, Predicate<Printed> filter) {
        return IntStream.range(0, rows.size())
                .filter(row -> filter.test(rows.get(row)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Whether a band is printed instead of a rate. */
    static boolean isBanded(Printed row) {
        return row.isFresh() && row.row().number("value_low").isPresent();
    }
}
