// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables small enough to be worked out by hand. Cells: the atoms, then sums of them. */
class PrintedAttackTest {
    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static Optional<Attack.Report> attack(int[][] cells, long[] printed, int exact, int least, int... hidden) {
        return new Attack(3, cells, printed, new BitSet(), exact).against(set(hidden), set(hidden), 10, least);
    }

    private static final int[][] PAIRS = {{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}};

    /** The sums of pairs give each atom: (x+y) + (x+z) − (y+z) = 2x. */
    @Test
    void sumsOfPairsGiveEachAtom() {
        Attack.Report report = attack(PAIRS, new long[] {-1, -1, -1, 30, 32, 22}, 10, 1, 0, 1, 2)
                .orElseThrow();
        assertThat(report.computed()).isEqualTo(set(0, 1, 2));
        assertThat(report.bounded()).isEqualTo(set());
    }

    /** One atom of two may be 0 to 9 where their sum is 9, and 0 to 10 where it is 10. */
    @Test
    void whatIsLeftOfASumIsABound() {
        Attack.Report nine = attack(PAIRS, new long[] {-1, -1, -1, 9, -1, -1}, 10, 1, 0, 1, 2)
                .orElseThrow();
        assertThat(nine.computed()).isEqualTo(set());
        assertThat(nine.bounded()).isEqualTo(set(0, 1));
        Attack.Report ten = attack(PAIRS, new long[] {-1, -1, -1, 10, -1, -1}, 10, 1, 0, 1, 2)
                .orElseThrow();
        assertThat(ten.bounded()).isEqualTo(set());
        assertThat(ten.undecided()).isEqualTo(set());
    }

    /** x+y = y+z = 30 and x+z = 50 leave y at 10 sum by sum (x and z at least 20 each), but at 5 all together. */
    @Test
    void aBoundThatNoSingleSumGivesIsFoundByTheProgram() {
        assertThat(attack(PAIRS, new long[] {-1, -1, -1, 30, 30, -1}, 10, 1, 0, 1, 2)
                        .orElseThrow()
                        .bounded())
                .isEqualTo(set());
        long[] printed = {-1, -1, -1, 30, 30, 50};
        Attack.Report report = attack(PAIRS, printed, 10, 1, 0, 1, 2).orElseThrow();
        assertThat(report.bounded()).isEqualTo(set(1));
        Attack.Report large = attack(PAIRS, printed, 2, 1, 0, 1, 2).orElseThrow();
        assertThat(large.bounded()).isEqualTo(set());
        assertThat(large.undecided()).as("x and z are 20 at least").isEqualTo(set(1));
    }

    private static Attack.Report peopled(long sum, int exact, Evidence witnesses) {
        long[] printed = {-1, -1, -1, sum, -1, -1};
        return new Attack(3, PAIRS, printed, set(0, 1), exact)
                .against(set(0, 1), set(0, 1), 10, 1, witnesses)
                .orElseThrow();
    }

    /** Of 10 in two atoms each may be all, unless in both is somebody; of 1 in two one is empty after all. */
    @Test
    void whoKnowsThatAtomsAreNotEmptyBoundsMore() {
        Evidence none = new Evidence(new long[] {4, 7, 0}, List.of());
        assertThat(peopled(10, 10, none).bounded()).isEqualTo(set(0, 1));
        assertThat(peopled(11, 10, none).bounded()).isEqualTo(set());
        assertThat(peopled(1, 10, none).bounded()).isEqualTo(set(0, 1));
    }

    /** Of 11 = 4 + 7 the first may be 10 for who knows that the second is not empty, and not 11. */
    @Test
    void aWitnessLeavesSomebodyWhereSomebodyIs() {
        long[] truth = {4, 7, 0};
        Evidence emptied = new Evidence(truth, List.of(move(0, 7, 1, -7), move(0, -4, 1, 4)));
        assertThat(peopled(11, 0, emptied).undecided()).isEqualTo(set(0, 1));
        Evidence left = new Evidence(truth, List.of(move(0, 6, 1, -6), move(0, -3, 1, 3)));
        assertThat(peopled(11, 0, left).undecided()).isEqualTo(set());
    }

    /** A printed zero tells its parts, which is no secret unless zeros are. */
    @Test
    void zerosAreASecretWhereThatIsSaid() {
        long[] printed = {-1, -1, -1, 0, -1, -1};
        assertThat(attack(PAIRS, printed, 10, 1, 0).orElseThrow().bounded()).isEqualTo(set());
        assertThat(attack(PAIRS, printed, 10, 0, 0).orElseThrow().bounded()).isEqualTo(set(0));
    }

    @Test
    void countsThatContradictEachOtherAreNoTable() {
        assertThat(attack(PAIRS, new long[] {30, -1, -1, 12, -1, -1}, 10, 1, 1)).isEmpty();
        assertThat(attack(PAIRS, new long[] {-1, -1, -1, 12, 12, 40}, 10, 1, 1)).isEmpty();
    }

    /** Three sums of pairs are twice the sum of all: 24 is, 22 is not, though each atom by itself has room. */
    @Test
    void aContradictionThatNoSingleSumShowsIsFound() {
        int[][] cells = {{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}, {0, 1, 2}};
        assertThat(attack(cells, new long[] {-1, -1, -1, 8, 8, 8, 12}, 10, 1, 1))
                .isPresent();
        assertThat(attack(cells, new long[] {-1, -1, -1, 8, 8, 8, 11}, 10, 1, 1))
                .isEmpty();
    }

    /** A cell under two names: it says the same twice, or contradicts itself. */
    @Test
    void aCellUnderTwoNamesIsLookedAtOnce() {
        int[][] cells = {{0}, {1}, {2}, {0, 1}, {0, 1}, {1, 2}};
        Attack.Report report = attack(cells, new long[] {-1, -1, -1, 900, 900, 9}, 10, 1, 0, 1, 2)
                .orElseThrow();
        assertThat(report.bounded()).isEqualTo(set(1, 2));
        assertThat(attack(cells, new long[] {-1, -1, -1, 900, 901, -1}, 10, 1, 0))
                .isEmpty();
    }

    /**
     * Cells of 3 by 3 by 3 atoms of which all lines are printed. A program that may take no step comes to no answer,
     * and calls nothing bounded, nor safe.
     */
    @Test
    void whatTheProgramDoesNotAnswerIsUndecided() {
        int[][] cells = new int[54][];
        long[] printed = new long[54];
        for (int atom = 0; atom < 27; atom++) {
            cells[atom] = new int[] {atom};
            printed[atom] = -1;
        }
        for (int line = 0; line < 9; line++) {
            int row = line / 3 * 9 + line % 3;
            cells[27 + line] = new int[] {3 * line, 3 * line + 1, 3 * line + 2};
            cells[36 + line] = new int[] {row, row + 3, row + 6};
            cells[45 + line] = new int[] {line, line + 9, line + 18};
        }
        for (int sum = 27; sum < 54; sum++) {
            printed[sum] = 0;
            for (int atom : cells[sum]) {
                printed[sum] += 3 + 7 * atom % 11;
            }
        }
        BitSet hidden = new BitSet();
        hidden.set(0, 27);
        Attack.Report none = new Attack(27, cells, printed, new BitSet(), 27, 0)
                .against(hidden, hidden, 12, 1)
                .orElseThrow();
        assertThat(none.undecided()).isNotEqualTo(set());
        Attack.Report all = new Attack(27, cells, printed, new BitSet(), 27)
                .against(hidden, hidden, 12, 1)
                .orElseThrow();
        assertThat(all.undecided()).isEqualTo(set());
        assertThat(none.bounded().stream()).allMatch(all.bounded()::get);
    }

    /** x + y = 20 and no more is printed: too large a table for the attack, says the test, so that witnesses decide. */
    private static BitSet undecided(long[] truth, Move... moves) {
        long[] printed = {-1, -1, -1, 20, -1, -1};
        Evidence witnesses = new Evidence(truth, List.of(moves));
        assertThat(witnesses.areOf(PAIRS, printed)).isTrue();
        return new Attack(3, PAIRS, printed, new BitSet(), 0)
                .against(set(0, 1, 2), set(0, 1, 2), 10, 1, witnesses)
                .orElseThrow()
                .undecided();
    }

    private static Move move(int atom, double by, int other, double otherBy) {
        return new Move(new int[] {atom, other}, new double[] {by, otherBy});
    }

    @Test
    void aWitnessShowsThatACellMayBeAtTheThreshold() {
        long[] truth = {5, 15, 3};
        assertThat(undecided(truth)).as("y is 15 in the true table").isEqualTo(set(0, 2));
        assertThat(undecided(truth, move(0, 5, 1, -5))).isEqualTo(set(2));
        assertThat(undecided(truth, move(0, 5, 1, -5), move(1, 0, 2, 7))).isEqualTo(set());
    }

    @Test
    void aWitnessThatContradictsWhatIsPrintedOrIsNegativeShowsNothing() {
        long[] truth = {5, 15, 3};
        assertThat(undecided(truth, move(0, 5, 1, -4))).isEqualTo(set(0, 2));
        assertThat(undecided(truth, move(0, 4.9, 1, -4.9))).isEqualTo(set(0, 2));
        assertThat(undecided(truth, move(0, 16, 1, -16))).isEqualTo(set(0, 2));
    }

    @Test
    void witnessesOfAnotherTableAreTold() {
        long[] printed = {-1, -1, -1, 20, -1, -1};
        assertThat(new Evidence(new long[] {5, 14, 3}, List.of()).areOf(PAIRS, printed))
                .isFalse();
        assertThat(new Evidence(new long[] {-1, 21, 3}, List.of()).areOf(PAIRS, printed))
                .isFalse();
    }

    /**
     * Five rows of three, of which all sums of rows and columns are printed, and d,x. By hand: a 10¹²+7, 0, 0; b
     * 10¹²+5, 1, 0; c 0, 10, 3; d 10¹², 0, 10¹²+4; e 0, 9, 8 agrees with these, and has 10 in c,y. The program found
     * less.
     */
    @Test
    void nothingIsSaidToBeBoundedBesideCountsThatAreTooLargeToTell() {
        int[][] cells = new int[24][];
        for (int atom = 0; atom < 15; atom++) {
            cells[atom] = new int[] {atom};
        }
        for (int row = 0; row < 5; row++) {
            cells[15 + row] = new int[] {3 * row, 3 * row + 1, 3 * row + 2};
        }
        for (int column = 0; column < 3; column++) {
            cells[20 + column] = new int[] {column, column + 3, column + 6, column + 9, column + 12};
        }
        cells[23] = cells[9];
        long[] printed = new long[24];
        Arrays.fill(printed, -1);
        long many = 1_000_000_000_000L;
        long[] sums = {many + 7, many + 6, 13, 2 * many + 4, 17, 3 * many + 12, 20, many + 15, many};
        System.arraycopy(sums, 0, printed, 15, sums.length);
        BitSet secrets = set(1, 2, 4, 5, 6, 7, 8, 10, 13, 14);

        Attack.Report report =
                new Attack(15, cells, printed).against(secrets, secrets, 10, 1).orElseThrow();

        assertThat(report.bounded()).isEqualTo(set());
        assertThat(report.undecided().get(7)).as("nor that it is safe").isTrue();
    }

    /** x + y + z = 5 and x is printed as zero. With y printed z follows, and not without. */
    @Test
    void whatIsKnownToBeEmptyIsNoUnknown() {
        int[][] cells = {{0}, {1}, {2}, {0, 1, 2}};
        assertThat(new Attack(3, cells, new long[] {0, 2, -1, 5}).computed(set(2)))
                .isEqualTo(set(2));
        assertThat(new Attack(3, cells, new long[] {0, -1, -1, 5}).computed(set(1, 2)))
                .isEqualTo(set());
    }

    /**
     * x + a + b = c + d = 50 are as many as a + c = b + d = 50, so that x is empty. No sum by itself tells it. That is
     * a secret only where zeros are.
     */
    @Test
    void aZeroThatSeveralSumsTellTogetherIsNoSecretWhereZerosArePrinted() {
        int[][] cells = {{0}, {0, 1, 2}, {3, 4}, {1, 3}, {2, 4}};
        Attack attack = new Attack(5, cells, new long[] {-1, 50, 50, 50, 50});
        Attack.Report printed = attack.against(set(0), set(0), 10, 1).orElseThrow();
        assertThat(printed.bounded()).isEqualTo(set());
        assertThat(printed.undecided()).isEqualTo(set());
        assertThat(attack.against(set(0), set(0), 10, 0).orElseThrow().bounded())
                .isEqualTo(set(0));
    }

    /** Three sums of pairs that are not twice the sum of all, as above: large ones may only seem not to fit. */
    @Test
    void largeCountsThatSeemToContradictEachOtherAreUndecided() {
        int[][] cells = {{0}, {0, 1}, {1, 2}, {0, 2}, {0, 1, 2}};
        long many = 5_000_000;
        Attack.Report report = new Attack(3, cells, new long[] {-1, 8 * many, 8 * many, 8 * many, 11 * many})
                .against(set(0), set(0), 10, 1)
                .orElseThrow();
        assertThat(report.bounded()).isEqualTo(set());
        assertThat(report.undecided()).isEqualTo(set(0));
    }

    /** Of 20 in two atoms all are in the one: that the other is empty is no secret where zeros are printed. */
    @Test
    void theTrueTableShowsWhatIsNoSecret() {
        Evidence truth = new Evidence(new long[] {0, 20, 3}, List.of());
        long[] printed = {-1, -1, -1, 20, -1, -1};
        assertThat(truth.proved(PAIRS, printed, set(0, 1, 2), 10, 1, 0)).isEqualTo(set(0, 1));
        assertThat(truth.proved(PAIRS, printed, set(0, 1, 2), 10, 0, 0)).isEqualTo(set(1));
    }
}
