// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdCheckTest {
    private static final String START = "n_learners IS NULL OR n_learners = 0 OR n_learners >= ";

    @Test
    void aTableStartsWithOneThresholdForAllReleases() {
        assertThat(ThresholdCheck.of(10).sql()).isEqualTo(START + "10");
    }

    @Test
    void everyReleaseKeepsItsOwn() {
        assertThat(again(again(START + "10", 4, 20), 7, 5))
                .isEqualTo(START + "CASE WHEN release_id >= 7 THEN 5 WHEN release_id >= 4 THEN 20 ELSE 10 END");
    }

    @Test
    void anUnchangedThresholdChangesNothing() {
        String twenty = again(START + "10", 4, 20);

        assertThat(again(START + "10", 9, 10)).isEqualTo(START + "10");
        assertThat(again(twenty, 5, 20)).isEqualTo(twenty);
    }

    /** A release that was never committed gives its number to the next one. */
    @Test
    void theThresholdOfAReleaseThatDiedIsForgotten() {
        assertThat(again(again(START + "10", 4, 20), 4, 10)).isEqualTo(START + "10");
        assertThat(again(again(START + "10", 4, 20), 4, 30))
                .isEqualTo(START + "CASE WHEN release_id >= 4 THEN 30 ELSE 10 END");
    }

    @Test
    void aLostConstraintLeavesTheFloorForWhatWasBefore() {
        assertThat(ThresholdCheck.read(Optional.empty()).from(3, 12).sql())
                .isEqualTo(START + "CASE WHEN release_id >= 3 THEN 12 ELSE 5 END");
    }

    private static String again(String sql, long release, int k) {
        return ThresholdCheck.read(Optional.of(sql)).from(release, k).sql();
    }
}
