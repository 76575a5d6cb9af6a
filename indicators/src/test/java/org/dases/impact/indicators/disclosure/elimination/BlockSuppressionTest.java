// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;

class BlockSuppressionTest {
    @Test
    void nothingThatIsPrintedGivesASecretAway() {
        long byBlocks = 0;
        long asAWhole = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            CubeOfThree cube = CubeOfThree.random(random);
            List<LinearSum> secrets = new ArrayList<>();
            List<LinearSum> candidates = new ArrayList<>();
            cube.cells().forEach(cell -> (cell.size() <= 3 && random.nextInt(4) == 0 ? secrets : candidates).add(cell));
            candidates.removeAll(secrets);
            View view = new View(cube.atoms().size(), List.of(), secrets, List.of(), candidates, List.of());

            List<int[]> partitions = List.of(cube.partition(0), cube.partition(2));
            BitSet printed =
                    BlockSuppression.decide(view, List.of(), partitions.subList(0, 1 + seed % 2), 10, Workers.THREADS);

            assertThat(given(cube, candidates, printed, secrets))
                    .as("seed " + seed)
                    .isEmpty();
            byBlocks += printed.cardinality();
            asAWhole += BlockSuppression.decide(view, List.of(), List.of(), 0, Workers.THREADS)
                    .cardinality();
        }
        assertThat(byBlocks).isGreaterThan(asAWhole * 8 / 10).isLessThanOrEqualTo(asAWhole * 102 / 100);
    }

    /**
     * Blocks that are split again, of tables with so many empty cells that inner cells follow from margins, and margins
     * from margins.
     */
    @Test
    void blocksWithinBlocksGiveNothingAway() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            CubeOfThree cube = CubeOfThree.random(random, 20 + seed % 5 * 10);
            List<LinearSum> secrets = new ArrayList<>();
            List<LinearSum> candidates = new ArrayList<>();
            cube.cells().forEach(cell -> (cell.size() <= 6 && random.nextInt(3) == 0 ? secrets : candidates).add(cell));
            candidates.removeAll(secrets);
            View view = new View(cube.atoms().size(), List.of(), secrets, List.of(), candidates, List.of());
            List<int[]> partitions =
                    List.of(cube.partition(seed % 2 * 2), cube.partition(2 - seed % 2 * 2), cube.partition(4));

            BitSet printed = BlockSuppression.decide(view, List.of(), partitions, 0, Workers.THREADS);

            assertThat(given(cube, candidates, printed, secrets))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** The same check on what the threshold alone leaves, of which something must follow. */
    @Test
    void theCheckFindsWhatFollows() {
        CubeOfThree cube = CubeOfThree.random(new Random(1));
        List<LinearSum> candidates = new ArrayList<>(cube.cells());
        LinearSum secret = candidates.remove(candidates.size() - 1);
        candidates.removeAll(List.of(secret));
        BitSet all = new BitSet();
        all.set(0, candidates.size());

        assertThat(given(cube, candidates, all, List.of(secret))).containsExactly(secret);
    }

    @Test
    void withoutSecretsEverythingIsPrinted() {
        CubeOfThree cube = CubeOfThree.random(new Random(7));
        View view = new View(cube.atoms().size(), List.of(), List.of(), List.of(), cube.cells(), List.of());
        assertThat(BlockSuppression.decide(view, List.of(), List.of(cube.partition(0)), 10, Workers.THREADS)
                        .cardinality())
                .isEqualTo(cube.cells().size());
    }

    /** Two blocks of two: 0 and 1, 2 and 3, with their sums and the sum of all. */
    @Test
    void aMarginThatIsSecretIsNotToldByItsParts() {
        LinearSum all = LinearSum.of(0, 1, 2, 3);
        LinearSum one = LinearSum.of(0, 1);
        LinearSum other = LinearSum.of(2, 3);
        List<LinearSum> candidates =
                List.of(all, other, LinearSum.of(0), LinearSum.of(1), LinearSum.of(2), LinearSum.of(3));
        View view = new View(4, List.of(), List.of(one), List.of(), candidates, List.of());

        BitSet printed = BlockSuppression.decide(view, List.of(), List.of(new int[] {0, 0, 1, 1}), 0, Workers.THREADS);

        // either of the parts may be printed; the other margin would give the secret away, and so would its parts
        assertThat(printed.stream().boxed()).containsExactly(0, 2, 4);
    }

    @Test
    void whatIsKnownBeforehandIsNotForBlocks() {
        List<LinearSum> one = List.of(LinearSum.of(0));
        List<LinearSum> none = List.of();
        for (View view : List.of(
                new View(1, one, none, none, none, List.of()),
                new View(1, none, none, none, none, List.of(new Watched(LinearSum.of(0), secret -> false))))) {
            assertThatThrownBy(() -> BlockSuppression.decide(view, List.of(), List.of(), 0, Workers.THREADS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Ten candidates are few enough for the whole, whatever partitions there are: the first of three is left out. */
    @Test
    void aSmallTableIsDecidedOnAsAWhole() {
        List<LinearSum> candidates = List.of(LinearSum.of(0, 1, 2), LinearSum.of(1), LinearSum.of(2));
        View view = new View(3, List.of(), List.of(LinearSum.of(0)), List.of(), candidates, List.of());
        assertThat(BlockSuppression.decide(view, List.of(), List.of(new int[] {0, 0, 1}), 10, Workers.THREADS).stream()
                        .boxed())
                .containsExactly(0, 1);
    }

    /** Twice 0 and once 1 is no multiple of their margin 0 + 1: it is a secret of the block, and 0 would tell it. */
    @Test
    void aSecretMayCountUnknownsDifferently() {
        LinearSum secret = LinearSum.of(0, 1).plus(1, LinearSum.of(0));
        List<LinearSum> candidates = List.of(LinearSum.of(0, 1, 2), LinearSum.of(2), LinearSum.of(0), LinearSum.of(1));
        View view = new View(3, List.of(), List.of(secret), List.of(), candidates, List.of());
        assertThat(BlockSuppression.decide(view, List.of(), List.of(new int[] {0, 0, 1}), 0, Workers.THREADS).stream()
                        .boxed())
                .containsExactly(0, 1);
    }

    /** One who knows 1 002 numbers would learn the next from the sum of all; half of them tell it nothing. */
    @Test
    void whoKnowsVeryManySumsLearnsNothing() {
        List<LinearSum> known =
                IntStream.range(0, 1_002).mapToObj(LinearSum::of).toList();
        LinearSum secret = LinearSum.of(1_002);
        LinearSum all = LinearSum.of(IntStream.rangeClosed(0, 1_002).toArray());
        LinearSum half = LinearSum.of(IntStream.range(0, 501).toArray());
        View view = new View(1_003, List.of(), List.of(secret), List.of(), List.of(all, half), List.of());
        Knower other = new Knower(known, Set.of());
        Knower owner = new Knower(known, Set.of(0));
        assertThat(BlockSuppression.decide(view, List.of(other), List.of(), 9, Workers.THREADS).stream())
                .containsExactly(1);
        assertThat(BlockSuppression.decide(view, List.of(owner), List.of(), 9, Workers.THREADS).stream())
                .containsExactly(0, 1);
    }

    private static List<LinearSum> given(
            CubeOfThree cube, List<LinearSum> candidates, BitSet printed, List<LinearSum> secrets) {
        Span known = new Span(
                cube.atoms().size(), printed.stream().mapToObj(candidates::get).toList());
        return secrets.stream().filter(known::contains).toList();
    }
}
