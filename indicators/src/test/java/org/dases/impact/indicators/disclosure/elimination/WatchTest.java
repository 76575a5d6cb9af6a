// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.elimination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody who knows a watched sum can compute a secret that is not its own. */
class WatchTest {
    private static LinearSum sum(int... unknowns) {
        return LinearSum.of(unknowns);
    }

    private static List<Boolean> decide(View... views) {
        Outcome outcome = Suppression.decide(List.of(views));
        return IntStream.range(0, views[0].candidates().size())
                .mapToObj(outcome::isPrinted)
                .toList();
    }

    private static View view(List<LinearSum> known, List<LinearSum> candidates, List<Watched> watched) {
        return new View(4, known, List.of(sum(0), sum(3)), List.of(), candidates, watched);
    }

    /**
     * Told 0 + 1, whoever knows 1 knows 0; whoever knows 2 does not, nor does one to whom 0 belongs. In the end
     * everybody knows 2.
     */
    @Test
    void whatOneOutsiderCouldSubtractFromIsWithheld() {
        List<LinearSum> candidates = List.of(sum(0, 1), sum(0, 1, 2), sum(2, 3));
        assertThat(decide(view(List.of(), candidates, List.of(new Watched(sum(1), secret -> false)))))
                .containsExactly(false, true, true);
        assertThat(decide(view(List.of(), candidates, List.of(new Watched(sum(1), secret -> secret == 0)))))
                .containsExactly(true, true, false);
        assertThat(decide(view(List.of(), candidates, List.of(new Watched(sum(2), secret -> false)))))
                .containsExactly(true, true, false);
    }

    @Test
    void whatIsKnownBeforehandCannotBeHelped() {
        List<Watched> watched = List.of(new Watched(sum(1), secret -> false));
        assertThat(decide(view(List.of(sum(0, 1)), List.of(sum(2), sum(1), sum(2, 3)), watched)))
                .containsExactly(true, false, false);
    }

    /** Of a watched sum that everybody knows nobody can make anything. */
    @Test
    void aWatchedSumMayBePrinted() {
        List<Watched> watched = List.of(new Watched(sum(1), secret -> false));
        assertThat(decide(view(List.of(), List.of(sum(1), sum(0, 1), sum(3, 2)), watched)))
                .containsExactly(true, false, true);
    }

    /** The second view watches somebody, and has nothing to say of the first candidate. */
    @Test
    void oneViewIsEnoughToRefuse() {
        View first = view(List.of(), List.of(sum(1), sum(1, 2)), List.of());
        View second = view(List.of(), List.of(sum(), sum(0, 1)), List.of(new Watched(sum(1), secret -> false)));
        assertThat(decide(first, second)).containsExactly(true, false);
    }

    /** Two secrets are the same number, and two know the same sum: who owns one of both may not know the other. */
    @Test
    void ofEqualSecretsAndEqualKnowledgeEachCounts() {
        List<LinearSum> candidates = List.of(sum(0, 1));
        List<LinearSum> secrets = List.of(sum(0), sum(0));
        for (int owned = 0; owned < 2; owned++) {
            int own = owned;
            Watched one = new Watched(sum(1), secret -> secret == own);
            Watched both = new Watched(sum(1), secret -> true);
            assertThat(decide(new View(4, List.of(), secrets, List.of(), candidates, List.of(one))))
                    .containsExactly(false);
            assertThat(decide(new View(4, List.of(), secrets, List.of(), candidates, List.of(both, both))))
                    .containsExactly(true);
            assertThat(decide(new View(4, List.of(), secrets, List.of(), candidates, List.of(both, one))))
                    .containsExactly(false);
        }
    }

    /**
     * Against elimination over the rationals from the beginning for each candidate: it may be printed if and only if no
     * secret follows from what is printed, and none from that and one watched sum that is not its owner's. 0 tells 0,
     * and 5 tells 1 + 2, whatever is printed.
     */
    @Test
    void agreesWithOneByOneEliminationOnRandomSystems() {
        int refusedForInsiders = 0;
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            List<LinearSum> secrets = List.of(sum(0), sum(1, 2), sum(3), sum(4), sum(3));
            LinearSum beforehand = sum(1, 2, 5);
            List<Watched> watched = new ArrayList<>();
            for (int[] knows : List.of(
                    new int[] {0}, new int[] {5}, new int[] {6}, new int[] {3, 5}, new int[] {7}, new int[] {6})) {
                int own = random.nextInt(8);
                watched.add(new Watched(sum(knows), secret -> secret == own));
            }
            List<LinearSum> candidates = new ArrayList<>();
            for (int c = 0; c < 250; c++) {
                // nearly all of the first hundred tell nothing
                int from = c < 100 - seed ? 7 : 0;
                candidates.add(sum(IntStream.range(from, 14)
                        .filter(i -> random.nextInt(4) == 0)
                        .toArray()));
            }

            List<Boolean> decided =
                    decide(new View(14, List.of(beforehand), secrets, List.of(beforehand), candidates, watched));

            Span start = new Span(14, List.of(beforehand));
            Span printed = start;
            for (int c = 0; c < candidates.size(); c++) {
                Span more = printed.with(candidates.get(c));
                boolean isSecretFromAll = secrets.stream().noneMatch(more::contains);
                boolean isSecretFromEach = isSecretFromEach(secrets, watched, start, more);
                assertThat(decided.get(c))
                        .as("seed %s candidate %s", seed, c)
                        .isEqualTo(isSecretFromAll && isSecretFromEach);
                refusedForInsiders += isSecretFromAll && !isSecretFromEach ? 1 : 0;
                if (decided.get(c)) {
                    printed = more;
                }
            }
        }
        assertThat(refusedForInsiders).isGreaterThan(80);
    }

    private static boolean isSecretFromEach(
            List<LinearSum> secrets, List<Watched> watched, Span beforehand, Span printed) {
        return watched.stream().allMatch(each -> {
            Span known = printed.with(each.sum());
            return IntStream.range(0, secrets.size())
                    .allMatch(s -> each.own().test(s)
                            || beforehand.with(each.sum()).contains(secrets.get(s))
                            || !known.contains(secrets.get(s)));
        });
    }
}
