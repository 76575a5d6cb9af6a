// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkContext;
import org.dases.impact.indicators.TestSpark;
import org.junit.jupiter.api.Test;

class KernelRoomTest {
    private final SparkContext spark = TestSpark.session().sparkContext();

    @Test
    void whatHasRoomIsOneChunk() {
        KernelRoom room = KernelRoom.of(spark, 1_000, 2);

        assertThat(room.chunks()).isEqualTo(1);
        assertThat(KernelRoom.of(spark, room.most(), 2).chunks()).isEqualTo(1);
        assertThat(KernelRoom.of(spark, room.most() + 1, 2).chunks()).isEqualTo(4);
        assertThat(KernelRoom.of(spark, Long.MAX_VALUE / 8, 2).chunks()).isEqualTo(200);
    }

    /** 512 MiB is half of what may be sent to the driver by default; a row of two indicators has 360 bytes. */
    @Test
    void noMoreIsCountedTogetherThanMayBeSent() {
        long most = KernelRoom.of(spark, 1, 2).most();

        assertThat(most).isBetween(1L, (512L << 20) / 360);
        assertThat(KernelRoom.of(spark, 1, 12).most()).isBetween(most * 3 / 10, most * 36 / 100);
        assertThat(KernelRoom.of(spark, 10 * most, 2).piece()).isBetween(10_000, (int) Math.max(10_000, most));
        assertThat(KernelRoom.of(spark, 1, 2).piece())
                .as("one chunk is sent as a whole")
                .isEqualTo(Integer.MAX_VALUE);
    }
}
