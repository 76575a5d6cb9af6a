// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterOrderTest {
    /** Numbers that take one round, two, and as many as there may be; held against a sort of the library. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2_047, 2_048, 5_000_000, Integer.MAX_VALUE - 1})
    void factsComeBySchoolThenLearnerThenAsTheyCame(int most) {
        Random random = new Random(most);
        IntColumn schools = new IntColumn();
        IntColumn learners = new IntColumn();
        for (int i = 0; i < 3_000; i++) {
            boolean isRepeat = i > 0 && random.nextInt(4) == 0;
            schools.add(isRepeat ? schools.get(i - 1) : random.nextInt(most) - 1);
            learners.add(isRepeat ? learners.get(i - 1) : random.nextInt(most));
        }
        int[] expected = IntStream.range(0, 3_000)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(schools::get).thenComparingInt(learners::get))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(ClusterOrder.of(schools, learners, false)).isEqualTo(expected);
    }
}
