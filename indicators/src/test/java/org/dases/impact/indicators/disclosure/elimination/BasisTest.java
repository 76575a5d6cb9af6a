// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BasisTest {
    private static final int ROWS = 12;

    private static LinearSum sum(int... unknowns) {
        return LinearSum.of(unknowns);
    }

    /** 0 + 1, 1 + 2 and 0 − 2: the third is the first less the second. 0 + 2 is none of theirs, 0 + 2·1 + 2 is. */
    @Test
    void tellsOfWhatAColumnIsMade() {
        Basis basis = new Basis();
        assertThat(basis.add(SparseColumn.of(sum(0, 1)), 4)).isEmpty();
        assertThat(basis.add(SparseColumn.of(sum(1, 2)), 5)).isEmpty();
        LinearSum difference = sum(0).plus(-1, sum(2));
        assertThat(basis.add(SparseColumn.of(difference), 6))
                .contains(sum(6).plus(-1, sum(4)).plus(1, sum(5)));
        assertThat(basis.firstRows()).containsExactly(0, 1);
        assertThat(basis.factorsOf(SparseColumn.of(sum(0, 2)))).isEmpty();
        assertThat(basis.factorsOf(SparseColumn.of(sum(3)))).isEmpty();
        assertThat(basis.factorsOf(SparseColumn.of(sum(0, 1).plus(1, sum(1, 2)))))
                .contains(sum().plus(-1, sum(4)).plus(-1, sum(5)));
        assertThat(basis.add(SparseColumn.of(sum()), 7)).contains(sum(7));
        assertThat(basis.add(SparseColumn.of(sum(2, 3)), 8)).isEmpty();
        assertThat(basis.factorsOf(SparseColumn.of(sum(2, 3)))).contains(sum().plus(-1, sum(8)));
    }

    /** Against elimination over the rationals; what is told must be nothing when it is added up. */
    @Test
    void agreesWithAnotherElimination() {
        int within = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<LinearSum> added = new ArrayList<>();
            Basis basis = new Basis();
            for (int i = 0; i < 7; i++) {
                LinearSum next = random(random);
                Optional<LinearSum> factors = basis.add(SparseColumn.of(next), i);
                assertThat(factors.isPresent())
                        .as("seed %s, column %s", seed, i)
                        .isEqualTo(new Span(ROWS, added).contains(next));
                added.add(next);
                factors.ifPresent(
                        known -> assertThat(total(known, added).size()).isZero());
            }
            for (int i = 0; i < 20; i++) {
                LinearSum asked = i % 2 == 0
                        ? random(random)
                        : added.get(random.nextInt(7)).plus(1, added.get(random.nextInt(7)));
                Optional<LinearSum> factors = basis.factorsOf(SparseColumn.of(asked));
                boolean isWithin = new Span(ROWS, added).contains(asked);
                assertThat(factors.isPresent()).as("seed %s", seed).isEqualTo(isWithin);
                assertThat(product(basis, asked) == 0).as("seed %s", seed).isEqualTo(isWithin);
                factors.ifPresent(known ->
                        assertThat(total(known, added).plus(1, asked).size()).isZero());
                within += factors.isPresent() ? 1 : 0;
            }
        }
        assertThat(within).isBetween(3_000, 5_000);
    }

    /** A party that knows 0 and 1 knows their sum; what 0 and 2 are together is more. */
    @Test
    void aPartyInShortKnowsAsMuch() {
        List<LinearSum> sums = List.of(sum(0, 1), sum(0, 2), sum(0), sum(1), sum(1, 2));
        Party party = new Party(3, sums, List.of(sum(4)), Set.of(8), true).inShort();
        assertThat(party.sums()).containsExactly(sum(0, 2), sum(0), sum(1));
        assertThat(party.margins()).containsExactly(sum(4));
        assertThat(party.own()).containsExactly(8);
        assertThat(party.number()).isEqualTo(3);
        assertThat(party.isStrict()).isTrue();
    }

    private static LinearSum random(Random random) {
        return sum(
                IntStream.range(0, ROWS).filter(row -> random.nextInt(4) == 0).toArray());
    }

    /** The sum with the number of each row in the place of its unknown; by chance 0 once in 2³¹. */
    private static int product(Basis basis, LinearSum sum) {
        int product = 0;
        for (int i = 0; i < sum.size(); i++) {
            product = PrimeField.add(product, PrimeField.times(sum.coefficient(i), basis.number(sum.unknown(i))));
        }
        return product;
    }

    private static LinearSum total(LinearSum factors, List<LinearSum> sums) {
        LinearSum total = sum();
        for (int i = 0; i < factors.size(); i++) {
            total = total.plus(factors.coefficient(i), sums.get(factors.unknown(i)));
        }
        return total;
    }
}
