// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverTest {
    private static final int[] ALL = {0, 1, 2, 3, 4, 5};
    private static final int[] HALF = {0, 1, 2};
    private static final int[] ACROSS = {2, 3};

    @Test
    void takesTheLargestPartFirst() {
        Cover cover = new Cover(6, new int[][] {ALL, ACROSS, HALF, {3}}, 4);
        assertThat(cover.taken(0)).containsExactly(2, 3);
        assertThat(cover.rest(0))
                .as("the sum across has lost a term to the half")
                .containsExactly(4, 5);
        assertThat(cover.taken(1)).containsExactly(3);
        assertThat(cover.rest(1)).containsExactly(2);
    }

    @Test
    void nothingIsLeftWhereThePartsAreListed() {
        Cover cover = new Cover(6, new int[][] {HALF, {3, 4, 5}, ALL}, 3);
        assertThat(cover.rest(2)).isEmpty();
        assertThat(cover.taken(2)).containsExactly(0, 1);
        assertThat(cover.rest(0)).containsExactly(0, 1, 2);
        assertThat(cover.taken(0)).isEmpty();
    }

    /** A sum that is asked about is covered, by an equal one too, and covers none. */
    @Test
    void sumsThatAreNoPartsAreCoveredAlone() {
        Cover cover = new Cover(6, new int[][] {ALL, HALF, HALF}, 1);
        assertThat(cover.taken(0)).isEmpty();
        assertThat(cover.rest(1)).containsExactly(0, 1, 2);
        Cover equal = new Cover(6, new int[][] {HALF, HALF}, 1);
        assertThat(equal.taken(1)).containsExactly(0);
        assertThat(equal.rest(1)).isEmpty();
        assertThat(equal.rest(0)).containsExactly(0, 1, 2);
    }
}
