// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;

/** A table of which most cells are unsafe: few are to be decided on, but their secrets fill the matrix. */
class ManySecretsTest {
    /** Of 147: 21 places by 7 levels, totals among both. */
    private static final int CANDIDATES = 27;

    private static Aggregated table() {
        Aggregated table = new Aggregated("place", "level");
        for (int town = 0; town < 16; town++) {
            for (int level = 0; level < 6; level++) {
                table.add(2, Node.of("R" + town / 4, "T" + town), Node.of("L" + level));
            }
        }
        return table;
    }

    /** Towns have 12 learners, regions 48, levels 32 and all 192; a level has 8 in a region and 2 in a town. */
    @Test
    void isDecidedOnInBlocksWhereItHasTwiceAsManyCells() {
        Counting asAWhole = new Counting();
        Counting inBlocks = new Counting();
        assertThat(withheld(new Gate(new Recomputation(), 74, asAWhole))).isEqualTo(147 - CANDIDATES);
        assertThat(withheld(new Gate(new Recomputation(), 73, inBlocks))).isEqualTo(147 - CANDIDATES);
        assertThat(asAWhole.parts).isZero();
        assertThat(inBlocks.parts).isEqualTo(4);
    }

    private static long withheld(Gate gate) {
        OptionalInt none = OptionalInt.empty();
        Rules rules = new Rules(10, 0, 0, none, none, none, Zeros.PUBLISH, false, Attacker.ADDS);
        Submission submission = new Submission(List.of(table().table("t", Aggregated.USERS)), rules);
        return gate.review(submission)
                .match(
                        granted -> granted.release().tables().get(0).rows().stream()
                                .filter(row -> row.status() == ConfStatus.C)
                                .count(),
                        refused -> {
                            throw new AssertionError(
                                    refused.toString(), refused.cause().orElse(null));
                        });
    }

    /** Counts the parts that are worked on. */
    private static final class Counting implements Workers {
        private int parts;

        @Override
        public <T extends Serializable, R> List<R> map(List<T> all, Work<T, R> work) {
            parts += all.size();
            return all.stream().map(work).toList();
        }
    }
}
