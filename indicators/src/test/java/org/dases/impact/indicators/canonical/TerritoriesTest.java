// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.TerritoryLevel.ACADEMIE;
import static org.dases.impact.indicators.canonical.TerritoryLevel.DEPARTEMENT;
import static org.dases.impact.indicators.canonical.TerritoryLevel.REGION_ACADEMIQUE;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoriesTest {
    @Test
    void are101DepartementsIn30AcademiesIn18Regions() {
        assertThat(Territories.parents(DEPARTEMENT)).hasSize(101);
        assertThat(Territories.parents(ACADEMIE)).hasSize(30);
        assertThat(new HashSet<>(Territories.parents(ACADEMIE).values())).hasSize(18);
        assertThat(Territories.parents(REGION_ACADEMIQUE)).isEmpty();
    }

    @Test
    void nameEveryTerritoryByItsCodeAndByItsName() {
        assertThat(Territories.list(DEPARTEMENT).forms()).hasSize(202);
        assertThat(Territories.list(ACADEMIE).forms()).hasSize(60);
        assertThat(Territories.list(REGION_ACADEMIQUE).forms()).hasSize(36);
    }

    @Test
    void lieEachInOneThatItsListKeeps() {
        assertThat(Territories.parents(DEPARTEMENT).values())
                .allSatisfy(academie ->
                        assertThat(Territories.list(ACADEMIE).find(academie)).contains(academie));
        assertThat(Territories.parents(ACADEMIE).values())
                .allSatisfy(
                        region -> assertThat(Territories.list(REGION_ACADEMIQUE).find(region))
                                .contains(region));
        assertThat(new HashSet<>(Territories.parents(DEPARTEMENT).values()))
                .isEqualTo(Territories.parents(ACADEMIE).keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "35, Rennes, Bretagne",
        "974, La Réunion, La Réunion",
        "2A, Corse, Corse",
        "2B, Corse, Corse",
        "75, Paris, Île-de-France",
        "93, Créteil, Île-de-France",
        "13, Aix-Marseille, Provence-Alpes-Côte d'Azur",
        "69, Lyon, Auvergne-Rhône-Alpes",
        "76, Normandie, Normandie",
        "976, Mayotte, Mayotte"
    })
    void lieWhereEverybodyKnowsThem(String departement, String academie, String region) {
        assertThat(Territories.parents(DEPARTEMENT)).containsEntry(departement, academie);
        assertThat(Territories.parents(ACADEMIE)).containsEntry(academie, region);
    }

    @ParameterizedTest
    @CsvSource({
        "01, 01",
        "1, 01",
        "001, 01",
        "02A, 2A",
        "2a, 2A",
        "069, 69",
        "0974, 974",
        "Rhône, 69",
        "RHONE, 69",
        "cote d’or, 21",
        "Territoire  de Belfort, 90",
        "LA REUNION, 974",
        "' Ille et Vilaine ', 35"
    })
    void areFoundInAnySpelling(String text, String code) {
        assertThat(Territories.list(DEPARTEMENT).find(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "20", "96", "Narnia", "XX99", "Lyon", "6 9", "_U"})
    void areNotMadeUp(String text) {
        assertThat(Territories.list(DEPARTEMENT).find(text)).isEmpty();
    }

    @Test
    void areNothingWhereNothingIsSaid() {
        assertThat(Territories.list(ACADEMIE).find(null)).isEmpty();
    }
}
