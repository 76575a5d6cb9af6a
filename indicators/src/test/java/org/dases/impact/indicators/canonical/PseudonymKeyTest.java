// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymKeyTest {
    private static final String SECRET = "correct horse battery staple";
    private static final PseudonymKey KEY = PseudonymKey.of(SECRET.getBytes(StandardCharsets.UTF_8));

    /** Expected: {@code printf 'fr-edu\0alice' | openssl dgst -sha256 -hmac "correct horse battery staple"}. */
    @ParameterizedTest
    @CsvSource({
        "fr-edu, alice, 85cfb29baf7a1a925f93ba549dd4515adc371de211d99abca3461b3ece4a8cc5",
        "fr-sup, alice, a0837fb78b6ec8a20156e43daf694491c475991205c1c548ff32faadc24a25ab",
        "fr-edu, Zoé, bcf682e0635f06acd9d002795cd194e19469cfbfef613e1815cead5bd8cf3c81"
    })
    void equalsWhatOpensslComputes(String domain, String identifier, String expected) {
        assertThat(KEY.pseudonym(domain, identifier)).isEqualTo(expected);
    }

    @Test
    void doesNotShowItself() {
        assertThat(KEY.toString()).isEqualTo("PseudonymKey[hidden]");
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        PseudonymKey key = PseudonymKey.of(bytes);
        bytes[0] = 0;
        assertThat(key.pseudonym("fr-edu", "alice")).isEqualTo(KEY.pseudonym("fr-edu", "alice"));
    }

    @Test
    void refusesAShortKeyWithoutShowingIt() {
        assertThatThrownBy(() -> PseudonymKey.of("123456789012345".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pseudonym key is too short: needs at least 16 random bytes");
    }
}
