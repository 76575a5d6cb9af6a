// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a later release tells of codes that an earlier one had, when there are new ones beside them; k = 10. */
class GrownTest {
    private static Rules rules(Zeros zeros) {
        OptionalInt none = OptionalInt.empty();
        return new Rules(10, 0, 0, none, none, none, zeros, false, Attacker.ADDS);
    }

    private static Map<String, String> second(CellTable one, CellTable two, Zeros zeros) {
        Map<String, String> shown = new TreeMap<>();
        RevisionTest.second(one, rules(zeros), two, rules(zeros))
                .rows()
                .forEach(row -> shown.put(NestedTables.place(row.at()), RevisionTest.shown(row)));
        return shown;
    }

    /** 81 were there, of whom 70 in c; 124 − 40 of d, where nobody was, would tell that 3 have come. */
    @ParameterizedTest
    @EnumSource(Zeros.class)
    void siblingsOfANewCode(Zeros zeros) {
        assertThat(second(RecomputationTest.line("t", 5, 6, 70), RecomputationTest.line("t", 8, 6, 70, 40), zeros))
                .isEqualTo(Map.of("T", "124", "a", "-", "b", "-", "c", "70", "d", "-"));
    }

    /**
     * X and Y were 30 and 4 of 84, and withheld. Of the 42 that X is now 12 are in a new code: without these it is what
     * it was, and tells the 4.
     */
    @ParameterizedTest
    @EnumSource(Zeros.class)
    void aSecretThatGrewByANewCode(Zeros zeros) {
        assertThat(second(before(), grown(22, 8, 12, 16), zeros))
                .isEqualTo(Map.of("T", "108", "X", "42", "p", "20*", "q", "-", "n", "-", "Y", "16", "Z", "50"));
    }

    private static CellTable grown(long p, long q, long n, long y) {
        return new Aggregated("axis")
                .add(p, Node.of("X", "p"))
                .add(q, Node.of("X", "q"))
                .add(n, Node.of("X", "n"))
                .add(y, Node.of("Y"))
                .add(50, Node.of("Z"))
                .table("t", Aggregated.USERS);
    }

    private static CellTable before() {
        return new Aggregated("axis")
                .add(20, Node.of("X", "p"))
                .add(10, Node.of("X", "q"))
                .add(4, Node.of("Y"))
                .add(50, Node.of("Z"))
                .table("t", Aggregated.USERS);
    }

    /** Eleven have come to the old parts besides; or nobody is left in them, which is no number of a secret. */
    @Test
    void whereTheOldPartsMovedTooTheNewCodeIsTold() {
        assertThat(second(before(), grown(20, 21, 12, 16), Zeros.PUBLISH)).containsEntry("n", "12");
        assertThat(second(before(), grown(0, 0, 12, 16), Zeros.PUBLISH)).containsEntry("n", "12");
    }
}
