// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dases.impact.indicators.catalogue.Catalogue;
import org.dases.impact.indicators.definition.Dimension;
import org.dases.impact.indicators.definition.Level;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.definition.Text;
import org.junit.jupiter.api.Test;

/** Which dimensions of several tables are about the same codes. */
class AxisKindsTest {
    private static final Text TEXT = new Text("x", "x");

    static Dimension dimension(String id, String... sources) {
        return new Dimension(
                id,
                TEXT,
                Arrays.stream(sources)
                        .map(source -> new Level(source.substring(source.indexOf('.') + 1), source))
                        .toList());
    }

    static PublishedTable table(String id, Dimension... dimensions) {
        return new PublishedTable(
                id,
                TEXT,
                List.of(Catalogue.builtIn().indicators().get(0)),
                List.of(dimensions),
                List.of(PeriodKind.ALL),
                OptionalInt.empty(),
                TEXT);
    }

    @Test
    void dimensionsWithALevelInCommonAreOfOneKindWhateverTheirNames() {
        Dimension alone = dimension("dep", "school.departement");
        Dimension below = dimension("terr", "school.academie", "school.departement");
        Dimension above = dimension("aca", "school.academie");
        Dimension sector = dimension("sector", "school.sector");
        AxisKinds kinds = new AxisKinds(List.of(table("a", alone), table("b", below, sector), table("c", above)));
        assertThat(kinds.of(alone)).isEqualTo(kinds.of(below)).isEqualTo(kinds.of(above));
        assertThat(kinds.of(sector)).isNotEqualTo(kinds.of(alone));
    }

    /** The same column through another expression has other codes. */
    @Test
    void anotherExpressionIsAnotherKind() {
        Dimension rep = dimension("rep", "school.rep");
        Dimension yes = new Dimension(
                "ep", TEXT, List.of(new Level("ep", "school.rep", Optional.of("case when rep = 'REP' then 'EP' end"))));
        AxisKinds kinds = new AxisKinds(List.of(table("a", rep), table("b", yes)));
        assertThat(kinds.of(rep)).isNotEqualTo(kinds.of(yes));
    }

    /** A dimension that a later version reads from elsewhere still has the codes that were told. */
    @Test
    void dimensionsOfOneNameAreOfOneKind() {
        Dimension once = dimension("sector", "school.sector");
        Dimension then = dimension("sector", "row.sector");
        AxisKinds kinds = new AxisKinds(List.of(table("a", once), table("b", then)));
        assertThat(kinds.of(once)).isEqualTo(kinds.of(then));
    }

    @Test
    void twoDimensionsOfOneTableAreNeverOfOneKind() {
        Dimension home = dimension("home", "school.departement");
        Dimension place = dimension("place", "school.departement");
        AxisKinds kinds = new AxisKinds(List.of(table("a", home, place)));
        assertThat(kinds.of(home)).isNotEqualTo(kinds.of(place));
    }

    /** Départements and schools are both of académies, but neither has the other's codes. */
    @Test
    void aDimensionIsSharedWhereOneHasTheFinestLevelOfTheOther() {
        Dimension academies = dimension("aca", "school.academie");
        Dimension departements = dimension("terr", "school.academie", "school.departement");
        Dimension schools = dimension("schools", "school.academie", "school.uai");
        Dimension sector = dimension("sector", "school.sector");
        AxisKinds kinds =
                new AxisKinds(List.of(table("a", academies), table("b", departements, sector), table("c", schools)));
        assertThat(kinds.isShared(academies, departements)).isTrue();
        assertThat(kinds.isShared(departements, academies)).isTrue();
        assertThat(kinds.isShared(schools, departements)).isFalse();
        assertThat(kinds.isShared(sector, departements)).isFalse();
    }
}
