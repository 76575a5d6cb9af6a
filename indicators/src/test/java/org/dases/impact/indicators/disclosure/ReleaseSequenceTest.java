// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrected releases of one table, attacked two by two. */
class ReleaseSequenceTest {
    private static final int K = 10;

    /** Inner cells in their order; three axes, two of them with a middle level. */
    private static List<List<Node>> inner(int regions, int levels) {
        List<List<Node>> inner = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            for (int departement = 0; departement <= region % 4; departement++) {
                for (int level = 0; level < levels; level++) {
                    for (String sex : List.of("F", "M")) {
                        inner.add(List.of(
                                Node.of("R" + region, "D" + region + departement),
                                Node.of("L" + level % 2, "C" + level),
                                Node.of(sex)));
                    }
                }
            }
        }
        return inner;
    }

    private static Aggregated table(List<List<Node>> inner, long[] counts) {
        Aggregated table = new Aggregated("geo", "level", "sex");
        for (int i = 0; i < counts.length; i++) {
            table.add(counts[i], inner.get(i).toArray(Node[]::new));
        }
        return table;
    }

    private static long[] first(int size, Random random) {
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            counts[i] = random.nextInt(5) == 0 ? 0 : (long) Math.floor(Math.exp(1 + 2.5 * random.nextDouble()));
        }
        return counts;
    }

    /** Corrects a tenth of the inner cells, by a few mostly. */
    private static void correct(long[] counts, Random random) {
        for (int i = 0; i < counts.length; i++) {
            if (random.nextInt(10) == 0) {
                long by = random.nextInt(4) == 0 ? random.nextInt(60) - 20 : random.nextInt(9) - 2;
                counts[i] = Math.max(0, counts[i] + by);
            }
        }
    }

    private static Releases corrected(List<List<Node>> inner, int times, long seed) {
        Random random = new Random(seed);
        long[] counts = first(inner.size(), random);
        Releases releases = new Releases(GateTest.PLAIN);
        for (int release = 0; release < times; release++) {
            releases.add(table(inner, counts));
            correct(counts, random);
        }
        return releases;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sixReleasesTellNothingTwoByTwo(long seed) {
        Releases releases = corrected(inner(6, 6), 6, seed);
        for (int one = 0; one < 6; one++) {
            for (int two = one + 1; two < 6; two++) {
                assertThat(new TwoReleasesAttack(
                                        releases.all().get(one), releases.all().get(two), K)
                                .leaks())
                        .as("releases %s and %s of seed %s", one, two, seed)
                        .isEmpty();
            }
        }
        checkThatItIsUpToDate(releases);
    }

    /** Of no siblings that are withheld together it follows by how much they moved, where few came or went. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroupOfSiblingsIsSeenToHaveMovedByFew(long seed) {
        Releases releases = corrected(inner(4, 4), 4, seed);
        for (int two = 1; two < 4; two++) {
            for (int one = 0; one < two; one++) {
                assertThat(new TwoReleasesAttack(
                                        releases.all().get(one), releases.all().get(two), K)
                                .smallGroups())
                        .as("releases %s and %s of seed %s", one, two, seed)
                        .isEmpty();
            }
        }
    }

    /** Nor of two or three cells wherever they stand, nor of a cell less another one within it. */
    @ParameterizedTest
    @ValueSource(longs = {2, 7, 11})
    void noUnionOfCellsIsSeenToHaveMovedByFew(long seed) {
        Releases releases = corrected(inner(6, 6), 2, seed);
        assertThat(new UnionsAttack(releases.all().get(0), releases.all().get(1), K).small())
                .isEmpty();
    }

    /** Nor of what follows from a release and was told in parts, each at its own time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void figuresOfSeveralTimesTellNothing(long seed) {
        Releases releases = corrected(inner(6, 6), 6, seed);
        for (int last = 2; last < 6; last++) {
            assertThat(new OwnTimesAttack(releases.all().subList(0, last + 1), K).small())
                    .as("release %s of seed %s", last, seed)
                    .isEmpty();
        }
    }

    /** Of what moved by k or more since the first release readers mostly have a figure that is right, or nearly. */
    private static void checkThatItIsUpToDate(Releases releases) {
        Releases.Release first = releases.all().get(0);
        Releases.Release last = releases.all().get(5);
        List<List<Node>> moved = first.rows().keySet().stream()
                .filter(at -> Math.abs(last.count(at) - first.count(at)) >= K)
                .toList();
        long near = moved.stream()
                .filter(at -> {
                    Long shown = last.shown(at);
                    return shown != null && Math.abs(shown - last.count(at)) < K;
                })
                .count();
        assertThat(moved).hasSizeGreaterThan(100);
        assertThat(near).isGreaterThan(moved.size() / 2);
    }

    /** An attack that finds nothing must be one that could: without the guard it finds all kinds. */
    @Test
    void withoutTheGuardTheAttackFindsLeaks() {
        Random random = new Random(1);
        List<List<Node>> inner = inner(4, 4);
        long[] counts = first(inner.size(), random);
        Releases.Release one = new Releases(GateTest.PLAIN).add(table(inner, counts));
        correct(counts, random);
        Releases.Release two = new Releases(GateTest.PLAIN).add(table(inner, counts));
        assertThat(new TwoReleasesAttack(one, two, K).leaks())
                .anyMatch(leak -> leak.startsWith("small difference computed"))
                .anyMatch(leak -> leak.startsWith("small difference printed"))
                .anyMatch(leak -> leak.startsWith("hidden in the first, printed unchanged"));
        assertThat(new TwoReleasesAttack(one, two, K).smallGroups()).isNotEmpty();
        assertThat(new UnionsAttack(one, two, K).small()).isNotEmpty();
    }

    @Test
    void theSecondReleaseOfS1kTellsNothingAboutEither() {
        Path folder = PeerComparisonTest.cases();
        Releases releases = new Releases(GateTest.PLAIN);
        for (String name : List.of("s1k", "s1k-r2")) {
            releases.add(Aggregated.read(folder.resolve(name + ".csv"), folder.resolve("s1k.hier.json")));
        }
        Releases.Release first = releases.all().get(0);
        Releases.Release second = releases.all().get(1);
        assertThat(first.rows()).hasSize(1188);
        assertThat(new TwoReleasesAttack(first, second, K).leaks()).isEmpty();
        Releases.Release alone = new Releases(GateTest.PLAIN)
                .add(Aggregated.read(folder.resolve("s1k-r2.csv"), folder.resolve("s1k.hier.json")));
        List<String> unguarded = new TwoReleasesAttack(first, alone, K).leaks();
        assertThat(unguarded.stream().filter(leak -> leak.startsWith("small difference printed")))
                .hasSize(356);
        assertThat(unguarded).anyMatch(leak -> leak.startsWith("hidden in the first, printed unchanged"));
    }
}
