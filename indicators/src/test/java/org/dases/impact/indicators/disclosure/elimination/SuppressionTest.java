// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static LinearSum sum(int... unknowns) {
        return LinearSum.of(unknowns);
    }

    private static List<Boolean> decide(List<LinearSum> known, List<LinearSum> secrets, List<LinearSum> candidates) {
        Outcome outcome = Suppression.decide(List.of(new View(6, known, secrets, List.of(), candidates, List.of())));
        return IntStream.range(0, candidates.size())
                .mapToObj(outcome::isPrinted)
                .toList();
    }

    @Test
    void leavesOutWhatCompletesASum() {
        List<LinearSum> candidates = List.of(sum(0, 1, 2), sum(1), sum(2));
        assertThat(decide(List.of(), List.of(sum(0)), candidates)).containsExactly(true, true, false);
    }

    @Test
    void takesWhatFollowsFromTheRestAndRefusesWhatEqualsASecret() {
        List<LinearSum> candidates = List.of(sum(1, 2), sum(1), sum(2), sum(0), sum());
        assertThat(decide(List.of(), List.of(sum(0)), candidates)).containsExactly(true, true, true, false, true);
    }

    @Test
    void publicEqualitiesCount() {
        LinearSum difference = sum(0).plus(-1, sum(3));
        assertThat(decide(List.of(difference), List.of(sum(0)), List.of(sum(3), sum(1))))
                .containsExactly(false, true);
    }

    @Test
    void equalCandidatesHaveOneFate() {
        List<LinearSum> candidates = List.of(sum(0, 1), sum(1), sum(1), sum(0, 1));
        assertThat(decide(List.of(), List.of(sum(0)), candidates)).containsExactly(true, false, false, true);
    }

    /** That 1 is known beforehand must not keep 2 from being: with it and 2 + 3 anybody knows 3. */
    @Test
    void aDerivedSecretThatIsKnownHidesNothingElseThatIs() {
        View view =
                new View(6, List.of(sum(1), sum(2)), List.of(sum(3)), List.of(sum(1)), List.of(sum(2, 3)), List.of());
        assertThat(Suppression.decide(List.of(view)).isPrinted(0)).isFalse();
    }

    /** Who knows 0 + 1, 1 and 2 has 0 by itself, and is told 3 by 1 + 2 + 3: that sum is what it comes by. */
    @Test
    void whatSomebodyKnowsByItselfIsNotToldToIt() {
        List<LinearSum> sums = List.of(sum(0, 1), sum(1), sum(2));
        List<Watched> watched =
                sums.stream().map(sum -> new Watched(sum, secret -> false)).toList();
        View view = new View(4, List.of(), List.of(sum(0), sum(3)), List.of(), List.of(sum(1, 2, 3)), watched);
        Outcome outcome = Suppression.decide(List.of(view));
        assertThat(outcome.isPrinted(0)).isTrue();
        assertThat(outcome.told(0, 2, List.of(new Knower(sums, Set.of())))).isEqualTo(Map.of(0, List.of(sum(1, 2, 3))));
    }

    /** 1 with 0 + 1 tells 0; hundreds of others are taken with them at once. */
    @Test
    void oneAmongVeryManyIsLeftOut() {
        List<LinearSum> candidates = new ArrayList<>(List.of(sum(0, 1), sum(1)));
        IntStream.range(1, 1_000).forEach(i -> candidates.add(sum(3 * i, 3 * i + 1, 3 * i + 2)));
        View view = new View(3_000, List.of(), List.of(sum(0)), List.of(), candidates, List.of());
        Outcome outcome = Suppression.decide(List.of(view));
        assertThat(IntStream.range(0, candidates.size()).filter(i -> !outcome.isPrinted(i)))
                .containsExactly(1);
    }

    @Test
    void failsWhereASecretIsKnownBeforehand() {
        assertThatThrownBy(() -> decide(List.of(sum(0)), List.of(sum(0)), List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decide(List.of(sum(0, 1), sum(1)), List.of(sum(0)), List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decide(List.of(), List.of(sum()), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void derivedSecretsDoNotCountWhereTheyAreKnownAnyway() {
        View view = new View(
                3,
                List.of(sum(0)),
                List.of(sum(1)),
                List.of(sum(0), sum(1, 2)),
                List.of(sum(2), sum(0, 1, 2), sum(0)),
                List.of());
        Outcome outcome = Suppression.decide(List.of(view));
        assertThat(outcome.isPrinted(0)).isTrue();
        assertThat(outcome.isPrinted(1)).isFalse();
        assertThat(outcome.isPrinted(2)).isTrue();
    }

    @Test
    void aCandidateIsPrintedInAllViewsOrInNone() {
        View one = new View(2, List.of(), List.of(sum(0)), List.of(), List.of(sum(0, 1), sum(1), sum()), List.of());
        View two = new View(2, List.of(), List.of(sum(1)), List.of(), List.of(sum(), sum(0), sum(1)), List.of());
        Outcome outcome = Suppression.decide(List.of(one, two));
        assertThat(outcome.isPrinted(0)).isTrue();
        assertThat(outcome.isPrinted(1)).isFalse();
        assertThat(outcome.isPrinted(2)).isFalse();
    }

    @Test
    void sumsAddAndCancel() {
        assertThat(sum(0, 2).plus(2, sum(1, 2)).plus(-3, sum(2))).isEqualTo(sum(0).plus(2, sum(1)));
        assertThat(sum(0)).isNotEqualTo(sum(1)).isNotEqualTo(sum(0).plus(1, sum(0)));
        assertThat(sum(0).equals((Object) "0")).isFalse();
        assertThat(PrimeField.times(PrimeField.inverse(12_345), 12_345)).isEqualTo(1);
    }

    /** Against elimination over the rationals, one candidate after the other, in doubles on small whole matrices. */
    @Test
    void agreesWithOneByOneEliminationOnRandomSystems() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int unknowns = 12;
            List<LinearSum> secrets = List.of(sum(0), sum(1, 2), sum(3));
            List<int[]> candidates = new ArrayList<>();
            for (int c = 0; c < 150; c++) {
                candidates.add(IntStream.range(0, unknowns)
                        .filter(i -> random.nextInt(5) == 0)
                        .toArray());
            }
            List<LinearSum> sums = candidates.stream().map(LinearSum::of).toList();
            Outcome outcome =
                    Suppression.decide(List.of(new View(unknowns, List.of(), secrets, List.of(), sums, List.of())));
            BitSet expected = greedy(unknowns, candidates, List.of(new int[] {0}, new int[] {1, 2}, new int[] {3}));
            for (int c = 0; c < candidates.size(); c++) {
                assertThat(outcome.isPrinted(c))
                        .as("seed %s candidate %s", seed, c)
                        .isEqualTo(expected.get(c));
            }
        }
    }

    private static BitSet greedy(int unknowns, List<int[]> candidates, List<int[]> secrets) {
        BitSet published = new BitSet();
        List<int[]> taken = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            taken.add(candidates.get(c));
            int rank = rank(unknowns, taken);
            boolean isSafe = true;
            for (int[] secret : secrets) {
                List<int[]> more = new ArrayList<>(taken);
                more.add(secret);
                isSafe &= rank(unknowns, more) > rank;
            }
            published.set(c, isSafe);
            if (!isSafe) {
                taken.remove(taken.size() - 1);
            }
        }
        return published;
    }

    private static int rank(int unknowns, List<int[]> sums) {
        double[][] rows = new double[sums.size()][unknowns];
        for (int r = 0; r < rows.length; r++) {
            for (int unknown : sums.get(r)) {
                rows[r][unknown] = 1;
            }
        }
        int rank = 0;
        for (int column = 0; column < unknowns; column++) {
            int pivot = rank;
            for (int r = rank; r < rows.length; r++) {
                pivot = Math.abs(rows[r][column]) > Math.abs(rows[pivot][column]) ? r : pivot;
            }
            if (pivot < rows.length && Math.abs(rows[pivot][column]) > 1e-9) {
                double[] row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank] = row;
                for (int r = rank + 1; r < rows.length; r++) {
                    double factor = rows[r][column] / row[column];
                    for (int i = column; i < unknowns; i++) {
                        rows[r][i] -= factor * row[i];
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    /** Who is told x0 + x1 may know x0 and then x1 as well; x2 stays a secret. */
    @Test
    void whatFollowsFromADerivedSecretThatIsKnownAnywayStaysFree() {
        View view = new View(
                3, List.of(sum(0, 1)), List.of(sum(2)), List.of(sum(0, 1)), List.of(sum(0), sum(1), sum(2)), List.of());
        Outcome outcome = Suppression.decide(List.of(view));
        assertThat(outcome.isPrinted(0)).isTrue();
        assertThat(outcome.isPrinted(1)).isTrue();
        assertThat(outcome.isPrinted(2)).isFalse();
    }
}
