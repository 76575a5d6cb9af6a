// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that are made of cells. */
class CellSumTest {
    @Test
    void aNumberIsListedWhereItIsOneCell() {
        assertThat(CellSum.of(3).isCell()).isTrue();
        assertThat(new CellSum(List.of(3, 4), List.of()).isCell()).isFalse();
        assertThat(new CellSum(List.of(3), List.of(4)).isCell()).isFalse();
    }

    /** As of a whole in which all parts are known to be empty. */
    @Test
    void thatOfNoCellsIsNone() {
        assertThat(new CellSum(List.of(), List.of()).isCell()).isFalse();
    }
}
