// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
    private static final int EVER = Integer.MAX_VALUE;

    /** A: 6e on days 1 to 5, 5e from 6 on, 4e on 8 and 9: whoever began last counts, also when it has ended. */
    @ParameterizedTest
    @CsvSource({"0, ", "1, 6e", "5, 6e", "6, 5e", "7, 5e", "8, 4e", "9, 4e", "10, "})
    void theVersionThatBeganLastCounts(int day, @Nullable String level) {
        RegisterRows rows = new RegisterRows(1);
        add(rows, "A", 8, 9, "4e");
        add(rows, "B", 0, EVER, "2nde");
        add(rows, "A", 1, 5, "6e");
        add(rows, "A", 6, EVER, "5e");
        assertThat(told(rows.inOrder(false), "A", day)).isEqualTo(level);
    }

    @Test
    void whatAFirstVersionSaysMayHaveBeenSoAlways() {
        RegisterRows rows = new RegisterRows(1);
        add(rows, "A", 3, EVER, "PU");
        add(rows, "A", 7, EVER, "PR");
        Register register = rows.inOrder(true);
        assertThat(Stream.of(-1, 3, 6, 7).map(at -> told(register, "A", at))).containsExactly("PU", "PU", "PU", "PR");
    }

    /** Of versions that begin together: the one that ends last, then none before any text, then the first text. */
    @ParameterizedTest
    @CsvSource({"2, 5e, 3, 4e, 4e", "3, 5e, 3, 4e, 4e", "3, , 3, 4e, ", "3, 6e, 3, 6e, 6e"})
    void ofRepeatsOneCounts(
            int end, @Nullable String level, int otherEnd, @Nullable String otherLevel, @Nullable String expected) {
        for (boolean isTurned : List.of(false, true)) {
            RegisterRows rows = new RegisterRows(1);
            add(rows, "A", 1, isTurned ? otherEnd : end, isTurned ? otherLevel : level);
            add(rows, "A", 1, isTurned ? end : otherEnd, isTurned ? level : otherLevel);
            assertThat(told(rows.inOrder(false), "A", 2)).isEqualTo(expected);
        }
    }

    /** A hundred keys with one hash, from two tasks; 100 to 149 are in neither. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, Integer.MAX_VALUE})
    void aKeyIsFoundByAllItsBytesOnly(int hashes) {
        Dictionary.Hash hash = text -> text.hashCode() % hashes;
        RegisterRows rows = new RegisterRows(2, hash);
        RegisterRows others = new RegisterRows(2, hash);
        for (int i = 0; i < 100; i++) {
            add(i % 2 == 0 ? rows : others, "L" + i, i, EVER, "home " + i % 7, "level " + i % 5);
        }
        add(others, null, 0, EVER, "nobody", "nobody");
        rows = rows.with(others);
        Register register = rows.inOrder(false);
        assertThat(register.size()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            int key = register.key(UTF8String.fromString("L" + i));
            assertThat(register.isKey(key, UTF8String.fromString("L" + i))).isTrue();
            assertThat(register.version(key, i - 1)).isEqualTo(-1);
            int version = register.version(key, i);
            assertThat(register.texts().text(register.attribute(version, 0))).isEqualTo("home " + i % 7);
            assertThat(register.texts().text(register.attribute(version, 1))).isEqualTo("level " + i % 5);
        }
        for (int i = 100; i < 150; i++) {
            assertThat(register.key(UTF8String.fromString("L" + i))).isEqualTo(-1);
        }
    }

    private static void add(RegisterRows rows, @Nullable String key, int from, int to, @Nullable String... values) {
        List<@Nullable UTF8String> texts = Arrays.stream(values)
                .<@Nullable UTF8String>map(RegisterTest::text)
                .toList();
        rows.add(text(key), from, to, texts);
    }

    private static @Nullable UTF8String text(@Nullable String text) {
        return text == null ? null : UTF8String.fromString(text);
    }

    private static @Nullable String told(Register register, String key, int at) {
        int version = register.version(register.key(UTF8String.fromString(key)), at);
        return version < 0 ? null : register.texts().text(register.attribute(version, 0));
    }
}
