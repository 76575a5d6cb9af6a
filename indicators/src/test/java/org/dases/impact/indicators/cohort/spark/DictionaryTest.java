// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {
    /** One hash for all, a few, or Spark's own: only the time differs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, Integer.MAX_VALUE})
    void textsAreNumberedAsTheyAreMetHoweverTheyAreSpread(int hashes) {
        Dictionary dictionary = new Dictionary(text -> text.hashCode() % hashes);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 500; i++) {
                assertThat(dictionary.code(text("t" + i))).isEqualTo(i);
            }
        }
        assertThat(dictionary.size()).isEqualTo(500);
        assertThat(dictionary.find(text("t499"))).isEqualTo(499);
        assertThat(dictionary.find(text("t500"))).isEqualTo(-1);
        assertThat(dictionary.find(text("t49"))).isEqualTo(49);
        assertThat(dictionary.text(17)).isEqualTo("t17");
    }

    @Test
    void noTextAndTheEmptyOneAreTwoThings() {
        Dictionary dictionary = new Dictionary();
        assertThat(dictionary.code(null)).isEqualTo(-1);
        assertThat(dictionary.code(text(""))).isZero();
        assertThat(dictionary.code(text("é"))).isEqualTo(1);
        assertThat(dictionary.text(-1)).isNull();
        assertThat(dictionary.text(0)).isEmpty();
        assertThat(dictionary.text(1)).isEqualTo("é");
    }

    @Test
    void numbersOfAnotherAreFoundOrGiven() {
        Dictionary one = new Dictionary();
        one.code(text("a"));
        one.code(text("b"));
        Dictionary other = new Dictionary(text -> 0);
        other.code(text("c"));
        other.code(text("b"));
        assertThat(one.numbersOf(other)).containsExactly(2, 1);
    }

    /** While all texts are of one length, that says where they lie; not any more once one is of another. */
    @Test
    void textsOfOneLengthAreFoundAndOthersAfterThem() {
        TextBytes texts = new TextBytes();
        String tail = "x".repeat(1 << 20);
        for (int i = 100; i < 170; i++) {
            texts.add(text(i + tail));
            assertThat(texts.isAt(texts.size() - 1, text(i + tail))).isTrue();
        }
        assertThat(texts.get(0).toString()).isEqualTo("100" + tail);
        assertThat(texts.get(62).toString()).isEqualTo("162" + tail); // the last of the first array
        assertThat(texts.get(63).toString()).isEqualTo("163" + tail);
        assertThat(texts.get(69).toString()).isEqualTo("169" + tail);
        texts.add(text(""));
        texts.add(text("short"));
        texts.add(text("1" + tail + "xx"));
        assertThat(texts.get(0).toString()).isEqualTo("100" + tail);
        assertThat(texts.get(69).toString()).isEqualTo("169" + tail);
        assertThat(texts.get(70).toString()).isEmpty();
        assertThat(texts.get(71).toString()).isEqualTo("short");
        assertThat(texts.isAt(72, text("1" + tail + "xx"))).isTrue();
        assertThat(texts.isAt(72, text("100" + tail))).isFalse();
    }

    /** The last place of an array stays free, also where a length divides it, as that of pseudonyms does. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 1 << 25, (1 << 25) - 1, (1 << 25) + 1, (1 << 26) - 1})
    void lengthsThatFillAnArray(int length) {
        TextBytes texts = new TextBytes();
        int many = Math.max(4, (3 << 25) / length);
        for (int i = 0; i < many; i++) {
            texts.add(text(length, i));
        }
        for (int i = 0; i < many; i++) {
            assertThat(texts.isAt(i, text(length, i))).as("%s", i).isTrue();
        }
        texts.add(text("b"));
        for (int i = 0; i < many; i++) {
            assertThat(texts.isAt(i, text(length, i))).as("%s", i).isTrue();
        }
        assertThat(texts.get(many).toString()).isEqualTo("b");
    }

    private static UTF8String text(int length, int number) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) number;
        bytes[length - 1] = (byte) (number + 7);
        return UTF8String.fromBytes(bytes);
    }

    @Test
    void emptyTextsMayComeFirst() {
        TextBytes texts = new TextBytes();
        for (String each : new String[] {"", "", "a", "b"}) {
            texts.add(text(each));
        }
        assertThat(texts.get(1).toString()).isEmpty();
        assertThat(texts.get(2).toString()).isEqualTo("a");
        assertThat(texts.get(3).toString()).isEqualTo("b");
    }

    /** A megabyte each: more than one array holds. */
    @Test
    void longTextsLieInSeveralArrays() {
        TextBytes texts = new TextBytes();
        String tail = "x".repeat(1 << 20);
        for (int i = 0; i < 70; i++) {
            texts.add(text(i + tail));
        }
        assertThat(texts.get(0).toString()).isEqualTo("0" + tail);
        assertThat(texts.isAt(62, text("62" + tail))).isTrue();
        assertThat(texts.isAt(63, text("62" + tail))).isFalse();
        assertThat(texts.get(69).toString()).isEqualTo("69" + tail);
    }

    private static UTF8String text(String text) {
        return UTF8String.fromString(text);
    }
}
