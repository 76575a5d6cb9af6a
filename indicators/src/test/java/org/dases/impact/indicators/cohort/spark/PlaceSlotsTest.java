// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceSlotsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void placesAreNumberedAsTheyAreMet(int width) {
        PlaceSlots slots = new PlaceSlots(width);
        Map<List<Integer>, Integer> met = new HashMap<>();
        Random random = new Random(width);
        for (int i = 0; i < 20_000; i++) {
            int[] place = IntStream.range(0, width)
                    .map(column -> random.nextInt(width == 1 ? 5_000 : 8) - 2)
                    .toArray();
            int expected = met.computeIfAbsent(IntStream.of(place).boxed().toList(), key -> met.size());
            assertThat(slots.slot(place)).isEqualTo(expected);
        }
        assertThat(met).hasSizeGreaterThan(60);
    }

    /** Each column tells places apart, and so does which of them has the number. */
    @Test
    void everyColumnCounts() {
        PlaceSlots slots = new PlaceSlots(3);
        int[][] places = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {-1, 0, 0}, {0, 0, -2}};
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < places.length; i++) {
                assertThat(slots.slot(places[i])).isEqualTo(i);
            }
        }
    }

    /** The place is the caller's: it may be overwritten. */
    @Test
    void aPlaceIsCopied() {
        PlaceSlots slots = new PlaceSlots(2);
        int[] place = {3, 4};
        slots.slot(place);
        place[1] = 5;
        assertThat(slots.slot(place)).isEqualTo(1);
        assertThat(slots.slot(new int[] {3, 4})).isZero();
    }
}
