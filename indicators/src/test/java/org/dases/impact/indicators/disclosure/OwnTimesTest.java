// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.junit.jupiter.api.Test;

/** Figures that readers have from several releases, on tables that can be followed by hand. */
class OwnTimesTest {
    /** What the last of some releases shows: code to learners; with an asterisk where it is frozen. */
    private static Map<String, String> last(CellTable... tables) {
        List<EarlierRelease> earlier = new ArrayList<>();
        for (CellTable table : List.of(tables).subList(0, tables.length - 1)) {
            earlier.add(new EarlierRelease(
                    "r" + earlier.size(),
                    Releases.at(earlier.size()),
                    Releases.granted(GateTest.PLAIN, List.of(table), earlier).ledger()));
        }
        return Releases.shown(tables[tables.length - 1], earlier.toArray(EarlierRelease[]::new));
    }

    /**
     * a is told as 50 by the first, b as 70 and c as 33 by the second. 160 less these are 7: 3 came to a, and 4 to b.
     * That 27 came to a and b since the first release, and 10 to all, may be told.
     */
    @Test
    void partsOfSeveralTimes() {
        CellTable one = RecomputationTest.line("t", 50, 50, 50);
        CellTable two = RecomputationTest.line("t", 53, 70, 33);
        assertThat(last(one, two)).isEqualTo(Map.of("T", "150*", "a", "50*", "b", "70", "c", "33"));
        assertThat(last(one, two, RecomputationTest.line("t", 53, 74, 33)))
                .isEqualTo(Map.of("T", "150*", "a", "50*", "b", "70*", "c", "33"));
        assertThat(last(one, two, RecomputationTest.line("t", 53, 77, 33)))
                .isEqualTo(Map.of("T", "163", "a", "50*", "b", "70*", "c", "33"));
    }

    /** The same beside a code that is new in the second release, and that nobody has. */
    @Test
    void besideANewCode() {
        assertThat(last(
                        RecomputationTest.line("t", 50, 50, 50),
                        RecomputationTest.line("t", 53, 70, 33, 0),
                        RecomputationTest.line("t", 53, 74, 33, 0)))
                .isEqualTo(Map.of("T", "150*", "a", "50*", "b", "70*", "c", "33", "d", "0"));
    }
}
