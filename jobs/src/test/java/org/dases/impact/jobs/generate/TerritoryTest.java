// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TerritoryTest {
    private static final List<Territory> ALL = Territory.all();

    @Test
    void knowsEveryDepartementAcademieAndRegionAcademique() {
        assertThat(ALL)
                .extracting(Territory::departementCode)
                .doesNotHaveDuplicates()
                .hasSize(101);
        assertThat(ALL).extracting(Territory::departement).doesNotHaveDuplicates();
        assertThat(distinct(Territory::academie)).hasSize(30);
        assertThat(distinct(Territory::academieCode)).hasSize(30);
        assertThat(distinct(Territory::region)).hasSize(18);
        assertThat(distinct(Territory::regionCode)).hasSize(18);
    }

    @Test
    void numbersTheDepartementsFrom01To95With2AAnd2BAndFiveOverseas() {
        assertThat(distinct(Territory::departementCode))
                .contains("01", "2A", "2B", "95", "971", "972", "973", "974", "976")
                .doesNotContain("20", "96", "975");
    }

    @Test
    void putsEachAcademieIntoOneRegion() {
        assertThat(ALL.stream()
                        .collect(Collectors.groupingBy(
                                Territory::academie, Collectors.mapping(Territory::region, Collectors.toSet())))
                        .values())
                .allSatisfy(regions -> assertThat(regions).hasSize(1));
    }

    @Test
    void knowsWhichAcademieHasWhichCode() {
        assertThat(ALL)
                .filteredOn(t -> t.departementCode().equals("35"))
                .containsExactly(new Territory("35", "Ille-et-Vilaine", "14", "Rennes", "03", "Bretagne", "B", 108));
    }

    private static java.util.Set<String> distinct(Function<Territory, String> part) {
        return ALL.stream().map(part).collect(Collectors.toSet());
    }
}
