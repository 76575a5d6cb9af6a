// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UaiTest {

    /** Real schools in the open files of the DEPP (fr-en-ips-*-ap2022, fr-en-indicateurs-valeur-ajoutee-colleges). */
    @ParameterizedTest
    @CsvSource({
        "350793, X",
        "150018, N",
        "150034, F",
        "10005, A",
        "10008, D",
        "10032, E",
        "10075, B",
        "9760102, G",
        "9760122, D"
    })
    void computesTheCheckLetterOfRealSchools(int number, char letter) {
        assertThat(Uai.checkLetter(number)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"01, 0019001", "35, 0359001", "2A, 6209001", "2B, 7209001", "974, 9749001"})
    void startsWithTheDepartementAsRealNumbersDo(String departement, String digits) {
        assertThat(Uai.of(departement, 1)).startsWith(digits).hasSize(8);
    }

    @Test
    void staysAwayFromRealSerialNumbers() {
        assertThat(Uai.of("35", 999)).isEqualTo("0359999" + Uai.checkLetter(359_999));
    }
}
