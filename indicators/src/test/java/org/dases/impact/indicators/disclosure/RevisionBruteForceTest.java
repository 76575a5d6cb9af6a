// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Corrected releases of tables so small that all whole numbers can be tried. */
class RevisionBruteForceTest {
    private static final List<Axis> AXES = List.of(new Axis("axis", true));
    private static final Rules RULES = new Rules(
            5,
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Zeros.PUBLISH,
            false,
            Attacker.ADDS);

    /** The ground truth: in either release, other whole numbers agree with all that is told anew in it. */
    @Test
    void noFigureThatIsNotToldAnewCanBeOneOnly() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Releases releases = new Releases(RULES);
            long[][] counts = new long[2][3];
            for (int release = 0; release < 3; release++) {
                Aggregated table = new Aggregated("a", "b");
                for (int row = 0; row < 2; row++) {
                    for (int column = 0; column < 3; column++) {
                        int by = release == 0 ? random.nextInt(13) : random.nextInt(3) == 0 ? random.nextInt(9) - 2 : 0;
                        counts[row][column] = Math.max(0, counts[row][column] + by);
                        Node ragged = column == 0 ? Node.of("x0") : Node.of("y", "x" + column);
                        table.add(counts[row][column], Node.of("r" + row), ragged);
                    }
                }
                List<ClearedRow> told = new ArrayList<>();
                releases.add(table)
                        .rows()
                        .forEach((at, row) ->
                                told.add(row.frozenSince() == null ? row : ClearedRow.withheld(at, row.series())));
                BruteForceTest.attack(table, new ClearedTable("t", AXES, told), seed);
            }
        }
    }
}
