// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.junit.jupiter.api.Test;

/** Nobody who knows some sums besides can compute a secret of others from what is printed of blocks. */
class BlocksAndKnowersTest {
    private int leaksWithoutLooking;
    private long printedInBlocks;
    private long printedAsAWhole;

    @Test
    void whoKnowsOneSumComputesNothing() {
        for (int seed = 0; seed < 200; seed++) {
            check(seed, 1, 1, 10);
        }
        assertThat(leaksWithoutLooking).isGreaterThan(100);
        assertThat(printedInBlocks).isBetween(printedAsAWhole * 8 / 10, printedAsAWhole * 102 / 100);
    }

    @Test
    void whoKnowsSeveralSumsComputesNothing() {
        for (int seed = 0; seed < 200; seed++) {
            check(seed, 4, 1, 10);
        }
        assertThat(leaksWithoutLooking).isGreaterThan(100);
    }

    @Test
    void blocksWithinBlocksTellThemNothing() {
        for (int seed = 0; seed < 400; seed++) {
            check(seed, 4, 3, 0);
        }
        assertThat(leaksWithoutLooking).isGreaterThan(200);
    }

    /** As a provider knows all of its solution, and a school all of its town. */
    @Test
    void whoKnowsAllCellsOfACodeComputesNothingElse() {
        for (int seed = 0; seed < 100; seed++) {
            check(seed, 3, 0, BlocksAndKnowersTest::allOfACode);
        }
        assertThat(leaksWithoutLooking).isGreaterThan(1000);
    }

    /**
     * Two providers have all solutions between them. Where what each knows was taken for known by everybody, blocks
     * printed less than two thirds of what is printed as a whole.
     */
    @Test
    void twoWhoKnowAllBetweenThemComputeNothingAndKeepLittleBack() {
        for (int seed = 0; seed < 3; seed++) {
            SparseCube cube = new SparseCube(new Random(seed));
            BitSet printed = BlockSuppression.decide(cube.view(), cube.knowers(), cube.regions(), 0, Workers.THREADS);
            BitSet whole = BlockSuppression.decide(cube.view(), cube.knowers(), List.of(), 0, Workers.THREADS);
            for (BitSet each : List.of(printed, whole)) {
                View view = cube.view();
                assertThat(told(view.unknowns(), view.candidates(), each, view.secrets(), cube.knowers()))
                        .as("seed " + seed)
                        .isEmpty();
            }
            printedInBlocks += printed.cardinality();
            printedAsAWhole += whole.cardinality();
        }
        assertThat(printedInBlocks).isBetween(printedAsAWhole * 3 / 4, printedAsAWhole);
    }

    private void check(int seed, int sumsEach, int depth, int most) {
        check(seed, depth, most, (random, cube, secrets) -> knowers(random, cube, secrets, sumsEach));
    }

    private interface Knowing {
        List<Knower> knowers(Random random, CubeOfThree cube, List<LinearSum> secrets);
    }

    private void check(int seed, int depth, int most, Knowing knowing) {
        Random random = new Random(seed);
        CubeOfThree cube = CubeOfThree.random(random, 20 + seed % 5 * 10);
        List<LinearSum> secrets = new ArrayList<>();
        List<LinearSum> candidates = new ArrayList<>();
        cube.cells().forEach(cell -> (cell.size() <= 6 && random.nextInt(4) == 0 ? secrets : candidates).add(cell));
        candidates.removeAll(secrets);
        List<Knower> knowers = knowing.knowers(random, cube, secrets);
        View view = new View(cube.atoms().size(), List.of(), secrets, List.of(), candidates, List.of());
        List<int[]> partitions = List.of(
                        cube.partition(seed % 2 * 2), cube.partition(2 - seed % 2 * 2), cube.partition(4))
                .subList(0, depth);

        // some look at everybody apart from the beginning
        int many = seed % 3 == 0 ? 0 : Knower.MANY;
        BitSet printed = BlockSuppression.decide(view, knowers, partitions, most, many, Workers.THREADS);

        assertThat(told(cube.atoms().size(), candidates, printed, secrets, knowers))
                .as("seed " + seed)
                .isEmpty();
        assertThat(given(cube, candidates, printed, secrets)).as("seed " + seed).isEmpty();
        BitSet careless = BlockSuppression.decide(view, List.of(), partitions, most, Workers.THREADS);
        leaksWithoutLooking += told(cube.atoms().size(), candidates, careless, secrets, knowers)
                .size();
        printedInBlocks += printed.cardinality();
        printedAsAWhole += BlockSuppression.decide(view, knowers, List.of(), 0, Workers.THREADS)
                .cardinality();
    }

    /** Eight who know up to so many cells each, at least one of which is small; a secret that they know is theirs. */
    private static List<Knower> knowers(Random random, CubeOfThree cube, List<LinearSum> secrets, int sumsEach) {
        List<LinearSum> cells = new ArrayList<>(new HashSet<>(cube.cells()));
        cells.sort((one, other) -> Integer.compare(one.size(), other.size()));
        List<Knower> knowers = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            List<LinearSum> sums = new ArrayList<>();
            sums.add(cells.get(random.nextInt(cells.size() / 2)));
            while (sums.size() < 1 + random.nextInt(sumsEach)) {
                sums.add(cells.get(random.nextInt(cells.size() * 9 / 10)));
            }
            Set<Integer> own = new HashSet<>();
            IntStream.range(0, secrets.size())
                    .filter(s -> sums.contains(secrets.get(s)))
                    .forEach(own::add);
            knowers.add(new Knower(sums, own));
        }
        Collections.shuffle(knowers, random);
        return knowers;
    }

    /** Three who know all cells of a code each, on any level of any axis. */
    private static List<Knower> allOfACode(Random random, CubeOfThree cube, List<LinearSum> secrets) {
        List<Knower> knowers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int axis = random.nextInt(5);
            int code = cube.atoms().get(random.nextInt(cube.atoms().size()))[axis];
            knowers.add(ofACode(cube, secrets, axis, code));
        }
        return knowers;
    }

    private static Knower ofACode(CubeOfThree cube, List<LinearSum> secrets, int axis, int code) {
        List<LinearSum> sums = cube.cells().stream()
                .filter(cell -> IntStream.range(0, cell.size())
                        .allMatch(i -> cube.atoms().get(cell.unknown(i))[axis] == code))
                .distinct()
                .toList();
        Set<Integer> own = new HashSet<>();
        IntStream.range(0, secrets.size())
                .filter(s -> sums.contains(secrets.get(s)))
                .forEach(own::add);
        return new Knower(sums, own);
    }

    /** What each comes by that did not follow from what it knew. */
    private static List<LinearSum> told(
            int unknowns, List<LinearSum> candidates, BitSet printed, List<LinearSum> secrets, List<Knower> knowers) {
        List<LinearSum> told = new ArrayList<>();
        List<LinearSum> all = printed.stream().mapToObj(candidates::get).toList();
        Span known = new Span(unknowns, all);
        for (Knower knower : knowers) {
            Span own = new Span(unknowns, knower.sums());
            Span both = known;
            for (LinearSum sum : knower.sums()) {
                both = both.with(sum);
            }
            for (int s = 0; s < secrets.size(); s++) {
                if (!knower.own().contains(s) && !own.contains(secrets.get(s)) && both.contains(secrets.get(s))) {
                    told.add(secrets.get(s));
                }
            }
        }
        return told;
    }

    private static List<LinearSum> given(
            CubeOfThree cube, List<LinearSum> candidates, BitSet printed, List<LinearSum> secrets) {
        Span known = new Span(
                cube.atoms().size(), printed.stream().mapToObj(candidates::get).toList());
        return secrets.stream().filter(known::contains).toList();
    }
}
