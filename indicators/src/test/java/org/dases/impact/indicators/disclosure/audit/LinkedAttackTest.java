// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tables that have cells in common, small enough to be worked out by hand. */
class LinkedAttackTest {
    private static final int[][] TWO_OF_TWO = {{0}, {1}, {0, 1}, {2}, {3}, {2, 3}};

    /** x, y, z and sums of two of them in the one table; in the other, atoms 3 to 6 and sums of these. */
    private static final int[][] PAIRS = {
        {0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}, {3, 4, 5}, {5}, {6}, {3, 4, 5, 6}, {7}, {0, 1, 2}
    };

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        Arrays.stream(members).forEach(set::set);
        return set;
    }

    private static Attack.Report report(Attack attack, int... hidden) {
        return attack.against(set(hidden), set(hidden), 10, 1).orElseThrow();
    }

    /** The one table prints 50 in all; the other one 30 and 25 of them, so that 5 are left in the cell of both. */
    @Test
    void whatFollowsInTheOtherTableIsKnown() {
        Attack alone = new Attack(4, TWO_OF_TWO, new long[] {-1, -1, 50, -1, 25, 30});
        assertThat(report(alone, 0, 1).computed()).isEqualTo(set());
        assertThat(report(alone, 0, 1).bounded()).isEqualTo(set());

        for (int[] pair : new int[][] {{0, 3}, {3, 0}}) {
            Attack.Report report = report(alone.knowing(List.of(pair)), 0, 1);
            assertThat(report.computed()).isEqualTo(set(0, 1));
            assertThat(report.bounded()).isEqualTo(set(0));
        }
    }

    /** What the other table prints needs no computing; nor what a third cell tells of the second. */
    @Test
    void whatTheOtherTablePrintsIsKnown() {
        Attack alone = new Attack(4, TWO_OF_TWO, new long[] {-1, -1, 50, 5, -1, -1});

        for (int[] pair : new int[][] {{0, 3}, {3, 0}}) {
            Attack.Report report = report(alone.knowing(List.of(pair)), 0, 1);
            assertThat(report.computed()).isEqualTo(set(0, 1));
            assertThat(report.bounded()).isEqualTo(set(0));
        }
        int[][] three = {{0}, {1}, {2}};
        Attack chain =
                new Attack(3, three, new long[] {-1, -1, 7}).knowing(List.of(new int[] {0, 1}, new int[] {1, 2}));
        assertThat(report(chain, 0).bounded()).isEqualTo(set(0));
    }

    /** Where the other table prints nobody, nobody is in any of the atoms. */
    @Test
    void nobodyInTheOtherTableIsNobodyInAnyAtom() {
        Attack alone = new Attack(4, TWO_OF_TWO, new long[] {-1, -1, -1, 0, -1, -1});
        assertThat(alone.knowing(List.of(new int[] {2, 3})).computed(set(0, 1))).isEqualTo(set(0, 1));
        assertThat(alone.computed(set(0, 1))).isEqualTo(set());
    }

    private static Attack pairs(long two, long three, long whole, long alone) {
        return new Attack(8, PAIRS, new long[] {-1, -1, -1, two, two, -1, -1, 10, 10, whole, alone, three});
    }

    /**
     * x+y = y+z = 30, and the other table has 60 with 10 in the last atom: 50 in the cell of both, which is x+z. So y
     * is 5. Neither does x+z follow in the one, nor is it bounded by one sum at a time in the other.
     */
    @Test
    void whatTwoTablesTellTogetherIsFoundByTheProgram() {
        assertThat(report(pairs(30, -1, 60, 40), 0, 1, 2).bounded()).isEqualTo(set());

        Attack.Report report = report(pairs(30, -1, 60, 40).knowing(List.of(new int[] {5, 6})), 0, 1, 2);
        assertThat(report.bounded()).isEqualTo(set(1));
        assertThat(report.computed()).isEqualTo(set(0, 1, 2));
        assertThat(report.undecided()).isEqualTo(set());
    }

    /** 20 in a cell that has 5 at most, whichever of the two stands first. */
    @Test
    void tablesThatCannotHaveTheSameNumberContradictEachOther() {
        Attack alone = new Attack(4, TWO_OF_TWO, new long[] {-1, -1, 5, -1, 10, 30});

        for (int[] pair : new int[][] {{0, 3}, {3, 0}}) {
            assertThat(alone.knowing(List.of(pair)).against(set(0), set(0), 10, 1))
                    .isEmpty();
        }
    }

    /** What is withheld in between would be 10 and 12. */
    @Test
    void tablesThatPrintDifferentNumbersOfTheSameCellContradictEachOther() {
        int[][] cells = {{0}, {1}, {2}};
        Attack attack =
                new Attack(3, cells, new long[] {10, -1, 12}).knowing(List.of(new int[] {0, 1}, new int[] {1, 2}));
        assertThat(attack.against(set(1), set(1), 10, 1)).isEmpty();
    }

    /** x+y = y+z = 80 and x+y+z = 110 leave 60 in x+z, of which the other table has 80. No sum by itself tells it. */
    @Test
    void tablesThatContradictEachOtherOnlyTogetherAreFoundByTheProgram() {
        Attack alone = pairs(80, 110, 90, 40);
        assertThat(report(alone, 0).undecided()).isEqualTo(set());
        assertThat(alone.knowing(List.of(new int[] {5, 6})).against(set(0), set(0), 10, 1))
                .isEmpty();
    }

    /** The same with an atom of which nothing is known: the program gives it bounds, and cannot be sure then. */
    @Test
    void withAtomsOfWhichNothingIsKnownTheProgramDoesNotCallTablesContradictory() {
        Attack.Report report = report(pairs(80, 110, 90, -1).knowing(List.of(new int[] {5, 6})), 1);
        assertThat(report.undecided()).isEqualTo(set(1));
        assertThat(report.bounded()).isEqualTo(set());
    }

    /** Nothing is printed: whatever is in the one cell may be in the two of the other table. */
    @Test
    void cellsOfWhichNothingIsKnownMayBeLarge() {
        int[][] cells = {{0}, {1}, {2}, {1, 2}, {3}};
        Attack attack = new Attack(4, cells, new long[] {-1, 100, -1, -1, -1}).knowing(List.of(new int[] {0, 3}));
        Attack.Report report = report(attack, 0, 2, 4);
        assertThat(report.bounded()).isEqualTo(set());
        assertThat(report.undecided()).isEqualTo(set());
        assertThat(report.computed()).isEqualTo(set());
    }

    /**
     * x and z are 30 together, and y and z: x may be 30. What equals x, y and w together has no bounds by itself, so
     * that the program gives it some.
     */
    @Test
    void anAtomWithoutBoundsDoesNotBoundWhatEqualsIt() {
        int[][] cells = {{0}, {1}, {2}, {3}, {4}, {0, 2}, {1, 2}, {0, 1, 3}};
        Attack attack =
                new Attack(5, cells, new long[] {-1, -1, -1, -1, -1, 30, 30, -1}).knowing(List.of(new int[] {7, 4}));

        Attack.Report report = report(attack, 0, 1, 2);

        assertThat(report.bounded()).isEqualTo(set());
        assertThat(report.undecided()).isEqualTo(set());
    }

    /**
     * x is 10 at most, and each of five cells is two others before it together, so that the last is up to 50. Nothing
     * bounds it, and the program gives it less room than that.
     */
    @Test
    void whatTheProgramItselfHoldsDownIsNotSmall() {
        int[][] cells = {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {0, 7}, {0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};
        long[] printed = new long[cells.length];
        Arrays.fill(printed, -1);
        printed[7] = 10;
        List<int[]> pairs =
                List.of(new int[] {8, 2}, new int[] {9, 3}, new int[] {10, 4}, new int[] {11, 5}, new int[] {12, 6});

        Attack.Report report = report(new Attack(8, cells, printed).knowing(pairs), 0);

        assertThat(report.bounded()).isEqualTo(set());
        assertThat(report.undecided()).isEqualTo(set(0));
    }

    /** y is 5, whatever is in an atom of which nothing is known. */
    @Test
    void whatIsSmallWithoutMakingUseOfThatRoomIsSmall() {
        Attack.Report report = report(pairs(30, -1, 60, -1).knowing(List.of(new int[] {5, 6})), 0, 1, 2);

        assertThat(report.bounded()).isEqualTo(set(1));
        assertThat(report.undecided()).isEqualTo(set());
    }

    /** Somebody is in each atom; less these nothing is bounded that was not. */
    @Test
    void whatIsKnownToBeThereAtLeastDoesNotBoundTheRest() {
        int[][] cells = {{0, 1}, {2}};
        Bounds bounds = Bounds.of(3, cells, new long[] {-1, -1}, set(0, 1, 2), List.of(new int[] {0, 1}))
                .orElseThrow();

        assertThat(bounds.high(0)).isEqualTo(Bounds.MANY);
        assertThat(bounds.low(2)).isEqualTo(2);
    }

    /** Who is told of one pair of tables and then of another one knows both. */
    @Test
    void whatWasKnownBeforeIsKnownStill() {
        int[][] cells = {{0}, {1}, {2}, {0, 3}};
        Attack attack = new Attack(4, cells, new long[] {-1, -1, 7, 30})
                .knowing(List.of(new int[] {0, 1}))
                .knowing(List.of(new int[] {1, 2}));

        assertThat(report(attack, 0).computed()).isEqualTo(set(0));
        assertThat(report(attack, 0).bounded()).isEqualTo(set(0));
    }

    /** Nobody is in the only atom of one cell, nor in those of the cell that equals it. */
    @Test
    void whatEqualsAnEmptyCellIsEmpty() {
        int[][] cells = {{0}, {0, 1}, {2, 3}, {2}, {3, 4}};
        Attack attack = new Attack(5, cells, new long[] {-1, 0, -1, -1, 20}).knowing(List.of(new int[] {0, 2}));

        assertThat(attack.computed(set(3))).isEqualTo(set(3));
    }
}
