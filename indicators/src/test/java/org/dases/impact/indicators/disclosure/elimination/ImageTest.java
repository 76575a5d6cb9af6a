// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
    private final Random random = new Random(17);

    private SparseColumn column(int rows) {
        SparseColumn column = new SparseColumn(rows);
        for (int row = 0; row < rows; row++) {
            column.add(random.nextInt(1_000), 1 + random.nextInt(PrimeField.ORDER - 1));
        }
        return column;
    }

    private static SparseColumn times(SparseColumn column, int factor) {
        SparseColumn many = new SparseColumn(2);
        many.add(column, factor);
        return many;
    }

    @Test
    void imagesAddUpAsColumnsDo() {
        for (int i = 0; i < 200; i++) {
            SparseColumn column = column(5);
            SparseColumn other = column(7);
            int factor = 1 + random.nextInt(PrimeField.ORDER - 1);
            Image sum = Image.of(column).plus(Image.of(other), factor);
            column.add(other, factor);
            assertThat(sum).isEqualTo(Image.of(column));
        }
    }

    @Test
    void multiplesAndNoOthersHaveTheSameForm() {
        for (int i = 0; i < 200; i++) {
            SparseColumn column = column(4);
            SparseColumn multiple = times(column, 1 + random.nextInt(PrimeField.ORDER - 1));
            assertThat(Image.of(multiple).form())
                    .isPresent()
                    .isEqualTo(Image.of(column).form());
            multiple.add(random.nextInt(1_000), 1);
            assertThat(Image.of(multiple).form()).isNotEqualTo(Image.of(column).form());
        }
    }

    @Test
    void aColumnThatIsKnownHasNoForm() {
        SparseColumn column = column(6);
        column.add(times(column, 1), PrimeField.ORDER - 1);
        assertThat(column.nonzero()).isZero();
        assertThat(Image.of(column)).isEqualTo(Image.NOTHING);
        assertThat(Image.NOTHING.form()).isEmpty();
    }

    /** A map may show nothing of a column; 3 times 2, 3 times 5 and so on. */
    @ParameterizedTest
    @CsvSource({"2, 5, 7, 6, 15, 21", "0, 5, 7, 0, 15, 21", "0, 0, 7, 0, 0, 21", "2, 0, 7, 6, 0, 21"})
    void multiplesHaveTheSameFormWhateverAMapShows(int first, int second, int third, int a, int b, int c) {
        assertThat(new Image(first, second, third).form()).isPresent().isEqualTo(new Image(a, b, c).form());
    }

    /** By Fermat, a to the power of p − 1 is 1; and −1 is its own inverse. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2147483646, 2147483646", "2, 1073741824", "1073741824, 2"})
    void inversesAreThoseOfTheField(int number, int inverse) {
        assertThat(PrimeField.inverse(number)).isEqualTo(inverse);
        assertThat((long) number * inverse % PrimeField.ORDER).isEqualTo(1);
    }

    @Test
    void sumsAndProductsAreReducedAsByDivision() {
        int[] edges = {0, 1, 2, PrimeField.ORDER - 1, PrimeField.ORDER - 2, 1 << 30, (1 << 30) - 1};
        for (int a : edges) {
            for (int b : edges) {
                assertThat(PrimeField.times(a, b)).isEqualTo((int) ((long) a * b % PrimeField.ORDER));
                assertThat(PrimeField.add(a, b)).isEqualTo((int) (((long) a + b) % PrimeField.ORDER));
            }
        }
        for (int i = 0; i < 10_000; i++) {
            int a = random.nextInt(PrimeField.ORDER);
            int b = random.nextInt(PrimeField.ORDER);
            assertThat(PrimeField.times(a, b)).isEqualTo((int) ((long) a * b % PrimeField.ORDER));
        }
    }
}
