// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import java.util.OptionalLong;

/**
 * A column as three fixed linear maps show it. Images add up as columns do, and columns that are multiples of one
 * another have images that are, so that neither asks for the columns themselves.
 *
 * @param first what the first map makes of it
 * @param second the second
 * @param third the third
 */
record Image(int first, int second, int third) {
    /** That of a column that is known. */
    static final Image NOTHING = new Image(0, 0, 0);

    /** The image of a column. */
    static Image of(SparseColumn column) {
        int first = 0;
        int second = 0;
        int third = 0;
        for (int slot = 0; slot < column.capacity(); slot++) {
            int value = column.valueAt(slot);
            if (value != 0) {
                Image row = of(column.rowAt(slot));
                first = PrimeField.add(first, PrimeField.times(value, row.first));
                second = PrimeField.add(second, PrimeField.times(value, row.second));
                third = PrimeField.add(third, PrimeField.times(value, row.third));
            }
        }
        return new Image(first, second, third);
    }

    /** The image of the column that has a single 1, in a row. */
    static Image of(int row) {
        long two = mixed(2L * row);
        return new Image(
                PrimeField.of(two >>> 32), PrimeField.of(two & 0xFFFF_FFFFL), PrimeField.of(mixed(2L * row + 1)));
    }

    /** The image of this column with another added so many times. */
    Image plus(Image other, int times) {
        return new Image(
                PrimeField.add(first, PrimeField.times(times, other.first)),
                PrimeField.add(second, PrimeField.times(times, other.second)),
                PrimeField.add(third, PrimeField.times(times, other.third)));
    }

    /** A number that this column shares with all its multiples; none where it is known. */
    OptionalLong form() {
        int leading = first != 0 ? first : second != 0 ? second : third;
        if (leading == 0) {
            return OptionalLong.empty();
        }
        int inverse = PrimeField.inverse(leading);
        return OptionalLong.of(
                (long) PrimeField.times(second, inverse) << Integer.SIZE | PrimeField.times(third, inverse));
    }

    /** Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators: SplitMix64. */
    private static long mixed(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
