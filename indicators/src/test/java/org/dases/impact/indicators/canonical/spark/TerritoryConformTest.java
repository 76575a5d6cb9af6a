// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dases.impact.indicators.canonical.spark.Conforming.conform;
import static org.dases.impact.indicators.canonical.spark.Conforming.csv;
import static org.dases.impact.indicators.canonical.spark.Conforming.reasons;
import static org.dases.impact.indicators.canonical.spark.Conforming.rows;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dases.impact.indicators.canonical.Departement;
import org.dases.impact.indicators.canonical.Mapping;
import org.junit.jupiter.api.Test;

class TerritoryConformTest {
    private static final Mapping SCHOOLS =
            csv("school", "uai", "uai", "departement", "d", "academie", "a", "region_academique", "r");

    private static Landed schools() {
        return Landed.csv("uai", "d", "a", "r");
    }

    private static List<String> territories(Conformed conformed) {
        return rows(conformed, "school", "uai", "departement", "academie", "region_academique");
    }

    @Test
    void whatNoListKnowsIsUnknownAndCountedOnceARecord() {
        Landed landed = schools()
                .row("1", "XX99", "Narnia", "Mordor")
                .row("2", null, "Narnia", null)
                .row("3", "_U", null, null)
                .row("4", "69", null, null);
        try (Conformed conformed = conform(landed, SCHOOLS)) {
            assertThat(territories(conformed))
                    .containsExactly(
                            "1|_U|_U|_U", "2|null|_U|null", "3|_U|null|null", "4|69|Lyon|Auvergne-Rhône-Alpes");
            assertThat(conformed.counts().unknownCodes()).isEqualTo(3);
            assertThat(conformed.counts().quarantinedRecords()).isZero();
        }
    }

    @Test
    void codesAndNamesInAnySpellingBecomeOneForm() {
        Landed landed = schools()
                .row("1", null, "lyon", "84")
                .row("2", null, "LYON", "auvergne rhone alpes")
                .row("3", null, "10", "01")
                .row("4", null, "AIX MARSEILLE", "PROVENCE ALPES COTE D AZUR")
                .row("5", "069", " Lyon ", "1")
                .row("6", "Côtes d’Armor", "014", "Bretagne")
                .row("7", "02a", "CORSE", "Corse");
        try (Conformed conformed = conform(landed, SCHOOLS)) {
            assertThat(territories(conformed))
                    .containsExactly(
                            "1|null|Lyon|Auvergne-Rhône-Alpes",
                            "2|null|Lyon|Auvergne-Rhône-Alpes",
                            "3|null|Lyon|Auvergne-Rhône-Alpes",
                            "4|null|Aix-Marseille|Provence-Alpes-Côte d'Azur",
                            "5|69|Lyon|Auvergne-Rhône-Alpes",
                            "6|22|Rennes|Bretagne",
                            "7|2A|Corse|Corse");
            assertThat(conformed.counts().unknownCodes())
                    .as("84 is a région of another list")
                    .isEqualTo(1);
        }
    }

    @Test
    void everyNameIsFoundInCapitalsWithoutAccentsAndWithAccentsBehindTheirLetters() {
        Landed landed = schools();
        List<String> expected = new ArrayList<>();
        for (Departement at : Departement.all()) {
            landed.row(
                    at.code() + "a", accentsApart(at.name()), accentsApart(at.academie()), accentsApart(at.region()));
            landed.row(at.code() + "b", bare(at.name()), bare(at.academie()), bare(at.region()));
            landed.row(at.code() + "c", at.name().toUpperCase(Locale.ROOT), at.academieCode(), at.regionCode());
            for (String spelling : List.of("a", "b", "c")) {
                expected.add(at.code() + spelling + "|" + at.code() + "|" + at.academie() + "|" + at.region());
            }
        }
        try (Conformed conformed = conform(landed, SCHOOLS)) {
            assertThat(territories(conformed)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(conformed.counts().unknownCodes()).isZero();
        }
    }

    @Test
    void theFinestKnownTerritoryTellsThoseItLiesIn() {
        Landed landed = schools()
                .row("1", "35", null, null)
                .row("2", null, "Rennes", null)
                .row("3", "35", "Lyon", null)
                .row("4", "35", "Narnia", "Bretagne")
                .row("5", "XX99", "Rennes", "Occitanie");
        try (Conformed conformed = conform(landed, SCHOOLS)) {
            assertThat(territories(conformed))
                    .containsExactly(
                            "1|35|Rennes|Bretagne",
                            "2|null|Rennes|Bretagne",
                            "3|35|Rennes|Bretagne",
                            "4|35|Rennes|Bretagne",
                            "5|_U|Rennes|Bretagne");
            assertThat(conformed.counts().unknownCodes()).isEqualTo(3);
        }
    }

    @Test
    void whereNothingIsSaidNothingIsKnownAndNothingCounted() {
        Landed landed = schools().row("1", null, null, null).row("2", "", " ", "-");
        try (Conformed conformed = conform(landed, SCHOOLS)) {
            assertThat(territories(conformed)).containsExactly("1|null|null|null", "2|null|null|null");
            assertThat(conformed.counts().unknownCodes()).isZero();
        }
    }

    @Test
    void columnsThatAreNotMappedAreFilledAndTheCodeOfTotalsStaysBad() {
        Mapping mapping = csv("school", "uai", "uai", "departement", "d");
        try (Conformed conformed =
                conform(Landed.csv("uai", "d").row("1", "974").row("2", "_T"), mapping)) {
            assertThat(territories(conformed)).containsExactly("1|974|La Réunion|La Réunion");
            assertThat(reasons(conformed))
                    .containsExactly("2|school|school.departement: value is _T, the code of totals");
        }
    }

    private static String accentsApart(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD);
    }

    private static String bare(String name) {
        return accentsApart(name)
                .replaceAll("\\p{M}", "")
                .replaceAll("[-']", " ")
                .toUpperCase(Locale.ROOT);
    }
}
