// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsOnTheWayTest {
    private record Sent<T>(T column, int bytes) {}

    private static <T extends Serializable> Sent<T> sent(T column, Class<T> type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(column);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return new Sent<>(type.cast(in.readObject()), bytes.size());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    /** The widest number decides how many bytes each takes; the frame of the object is below 200 and 1 in 200. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "-128, 127, 1",
        "-129, 0, 2",
        "0, 128, 2",
        "-32768, 32767, 2",
        "-32769, 0, 4",
        "0, 32768, 4",
        "-2147483648, 2147483647, 4",
        "-2147483649, 0, 8",
        "0, 2147483648, 8",
        "-9223372036854775808, 9223372036854775807, 8"
    })
    void numbersArriveInAsFewBytesAsTheWidestNeeds(long least, long greatest, int width) throws IOException {
        for (int size : new int[] {1, 2, 8_191, 8_192, 8_193, 30_000}) {
            LongColumn column = new LongColumn();
            for (int i = 0; i < size; i++) {
                column.add(i % 2 == 0 ? greatest : least);
            }
            boolean isWidest = size > 1 || least == 0;
            Sent<LongColumn> arrived = sent(column, LongColumn.class);
            assertThat(arrived.column().toArray()).isEqualTo(column.toArray());
            assertThat(arrived.bytes()).isLessThan(size * width + size * width / 200 + 200);
            if (isWidest) {
                assertThat(arrived.bytes()).isGreaterThan(size * width);
            }
        }
    }

    @Test
    void aColumnOfNumbersThatAreThereCanBeCutAndAddedTo() throws IOException {
        LongColumn part = LongColumn.of(new long[] {5, 6, 7, 8}).part(1, 3);
        LongColumn none = LongColumn.of(new long[0]);
        part.add(9);
        none.add(4);
        assertThat(sent(part, LongColumn.class).column().toArray()).containsExactly(6, 7, 9);
        assertThat(none.size()).isEqualTo(1);
        assertThat(none.get(0)).isEqualTo(4);
    }

    @Test
    void wholeNumbersOfAnySizeArriveAndCanBeAddedTo() throws IOException {
        Random random = new Random(7);
        IntColumn column = new IntColumn();
        IntStream.range(0, 20_000).forEach(i -> column.add(random.nextInt() >> (i % 32)));
        IntColumn arrived = sent(column, IntColumn.class).column();
        assertThat(arrived.toArray()).isEqualTo(column.toArray());
        arrived.add(-5);
        assertThat(arrived.get(20_000)).isEqualTo(-5);
        assertThat(arrived.size()).isEqualTo(20_001);
    }

    @Test
    void anEmptyColumnArrivesEmptyAndCanBeAddedTo() throws IOException {
        IntColumn whole = sent(new IntColumn(), IntColumn.class).column();
        LongColumn wide = sent(new LongColumn(), LongColumn.class).column();
        assertThat(whole.size()).isZero();
        assertThat(wide.toArray()).isEmpty();
        whole.add(3);
        wide.add(4);
        assertThat(whole.toArray()).containsExactly(3);
        assertThat(wide.toArray()).containsExactly(4);
    }
}
