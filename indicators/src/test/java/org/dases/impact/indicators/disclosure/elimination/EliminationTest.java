// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left open of unknowns, against what follows by other code. */
class EliminationTest {
    private static final int UNKNOWNS = 24;

    private final Random random = new Random(31);

    private LinearSum some() {
        LinearSum sum = LinearSum.of();
        for (int unknown = 0; unknown < UNKNOWNS; unknown++) {
            if (random.nextInt(5) == 0) {
                sum = sum.plus(random.nextInt(3), LinearSum.of(unknown));
            }
        }
        return sum;
    }

    /** Against another elimination: what is known follows, and nothing else. */
    @Test
    void aSumIsNothingIfAndOnlyIfItFollowsFromWhatWasTaken() {
        int following = 0;
        for (int times = 0; times < 40; times++) {
            Elimination elimination = new Elimination(UNKNOWNS);
            Span taken = new Span(UNKNOWNS, List.of());
            for (int i = 0; i < 30; i++) {
                LinearSum next = some();
                SparseColumn open = elimination.open(next);
                assertThat(open.nonzero() == 0).isEqualTo(taken.contains(next));
                if (open.nonzero() > 0) {
                    elimination.take(open);
                    taken = taken.with(next);
                } else {
                    following++;
                }
            }
        }
        assertThat(following).isGreaterThan(100);
    }

    /** What a sum is, or shows, is made of what its unknowns are; what changes is told before. */
    @Test
    void allThatIsToldOfUnknownsAgrees() {
        Elimination elimination = new Elimination(UNKNOWNS);
        for (int i = 0; i < 60; i++) {
            LinearSum next = some();
            SparseColumn open = elimination.open(next);
            Image image = Image.NOTHING;
            for (int k = 0; k < next.size(); k++) {
                image = image.plus(elimination.image(next.unknown(k)), next.coefficient(k));
            }
            assertThat(image).isEqualTo(Image.of(open));
            if (open.nonzero() == 0) {
                continue;
            }
            List<SparseColumn> expected = columns(elimination);
            SparseColumn changed = elimination.changedBy(open);
            Elimination copy = elimination.copy();
            for (int unknown : changed.nonzeroRows()) {
                expected.get(unknown).add(open, changed.get(unknown));
            }
            elimination.take(open);
            for (int unknown = 0; unknown < UNKNOWNS; unknown++) {
                SparseColumn now = elimination.open(LinearSum.of(unknown));
                assertThat(LinearSum.of(now)).isEqualTo(LinearSum.of(expected.get(unknown)));
                assertThat(Image.of(now)).isEqualTo(elimination.image(unknown));
            }
            assertThat(copy.open(next).nonzero()).isEqualTo(open.nonzero());
        }
    }

    private static List<SparseColumn> columns(Elimination elimination) {
        return IntStream.range(0, UNKNOWNS)
                .mapToObj(unknown -> elimination.open(LinearSum.of(unknown)))
                .toList();
    }
}
