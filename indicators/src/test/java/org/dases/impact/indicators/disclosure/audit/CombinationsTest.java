// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationsTest {
    private static final Combinations PLANE =
            Combinations.of(List.of(new long[] {1, 2, 3}, new long[] {2, 4, 6}, new long[] {0, 1, 1}));

    @Test
    void whatFollowsFromOthersDoesNotCount() {
        assertThat(PLANE.rank()).isEqualTo(2);
    }

    /** 3 · (1, 2, 3) − 2 · (0, 1, 1) = (3, 4, 7). */
    @Test
    void sumsOfMultiplesAreCombinations() {
        assertThat(PLANE.contains(new long[] {3, 4, 7})).isTrue();
        assertThat(PLANE.contains(new long[] {0, 0, 0})).isTrue();
        assertThat(PLANE.contains(new long[] {3, 4, 8})).isFalse();
        assertThat(PLANE.contains(new long[] {0, 0, 1})).isFalse();
    }

    @Test
    void independentVectorsMakeEverything() {
        Combinations all = Combinations.of(List.of(new long[] {0, 5}, new long[] {7, 1}));

        assertThat(all.rank()).isEqualTo(2);
        assertThat(all.contains(new long[] {12, 345})).isTrue();
    }

    @Test
    void nothingIsNoCombinationOfNothing() {
        Combinations none = Combinations.of(List.of());

        assertThat(none.rank()).isZero();
        assertThatThrownBy(() -> none.contains(new long[] {1})).isInstanceOf(IllegalArgumentException.class);
    }
}
