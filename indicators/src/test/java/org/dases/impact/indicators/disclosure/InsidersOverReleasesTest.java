// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A school alone behind a cell, which keeps what it could compute of each release. */
class InsidersOverReleasesTest {
    private static final int K = 10;
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Rules RULES = new Rules(K, 0, 0, NONE, NONE, NONE, Zeros.PUBLISH, true, Attacker.ADDS);

    private static Map<String, String> shown(Releases releases, String... rows) {
        Map<String, String> shown = new TreeMap<>();
        releases.add(new Aggregated("axis"), InsidersTest.line(rows)).rows().forEach((at, row) -> {
            String frozen = row.frozenSince() == null ? "" : "*";
            shown.put(NestedTables.place(at), row.status() == ConfStatus.C ? "-" : row.learners() + frozen);
        });
        return shown;
    }

    /** Of 38 the school of a subtracts its own 8: it knows b = 30, as nobody else does. 33 would be 3 more. */
    @Test
    void whatASchoolComputedIsNotToldAnewWhenItMovedByFew() {
        Releases releases = new Releases(RULES);
        assertThat(shown(releases, "T 38 3 3", "a 8 1 3", "b 30 2 3")).isEqualTo(Map.of("T", "38", "a", "-", "b", "-"));
        assertThat(shown(releases, "T 53 3 3", "a 20 1 3", "b 33 2 3"))
                .isEqualTo(Map.of("T", "38*", "a", "20", "b", "-"));
        assertThat(shown(releases, "T 60 3 3", "a 20 1 3", "b 40 2 3"))
                .isEqualTo(Map.of("T", "60", "a", "20", "b", "40"));
    }

    /** Without a school that is alone nobody knew b, and 33 tells of the second release only. */
    @Test
    void whatNobodyComputedMayBeToldAnew() {
        Releases releases = new Releases(RULES);
        assertThat(shown(releases, "T 38 4 3", "a 8 2 3", "b 30 2 3")).isEqualTo(Map.of("T", "38", "a", "-", "b", "-"));
        assertThat(shown(releases, "T 53 4 3", "a 20 2 3", "b 33 2 3"))
                .isEqualTo(Map.of("T", "53", "a", "20", "b", "33"));
    }

    private static List<List<Node>> inner() {
        List<List<Node>> inner = new ArrayList<>();
        for (int place = 0; place < 6; place++) {
            for (int level = 0; level < 4; level++) {
                for (String sex : List.of("F", "M")) {
                    inner.add(List.of(
                            Node.of("R" + place % 3, "D" + place),
                            Node.of("L" + level % 2, "C" + level),
                            Node.of(sex)));
                }
            }
        }
        return inner;
    }

    /** Schools are counted as learners are: with all totals. */
    private static CellTable table(Aggregated learners, Aggregated schools) {
        CellTable plain = learners.table("t", Aggregated.USERS);
        return new CellTable(
                "t",
                plain.axes(),
                plain.series(),
                plain.cohorts().stream()
                        .map(cohort -> {
                            long count = learners.counts().getOrDefault(cohort.at(), 0L);
                            long of = schools.counts().getOrDefault(cohort.at(), 0L);
                            Contributors who = new Contributors(count, of, null, null, null);
                            return new Cohort(cohort.at(), Map.of("users", Tally.figure((double) count, who)));
                        })
                        .toList());
    }

    private static Releases released(long seed, UnaryOperator<Ledger> remembering, Map<List<Node>, Boolean> alone) {
        Random random = new Random(seed);
        List<List<Node>> inner = inner();
        long[] counts = new long[inner.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (long) Math.floor(Math.exp(1.2 + 2.4 * random.nextDouble()));
            alone.put(inner.get(i), random.nextInt(3) == 0);
        }
        Releases releases = new Releases(RULES, remembering);
        for (int release = 0; release < 3; release++) {
            Aggregated learners = new Aggregated("geo", "level", "sex");
            Aggregated schools = new Aggregated("geo", "level", "sex");
            for (int i = 0; i < counts.length; i++) {
                Node[] at = inner.get(i).toArray(Node[]::new);
                learners.add(counts[i], at);
                schools.add(alone.getOrDefault(inner.get(i), false) ? 1 : 2, at);
            }
            releases.add(learners, table(learners, schools));
            for (int i = 0; i < counts.length; i++) {
                counts[i] += random.nextInt(4) == 0 ? random.nextInt(12) - Math.min(3, counts[i] - 1) : 0;
            }
        }
        return releases;
    }

    private static int smallDifferences(Releases releases, Map<List<Node>, Boolean> alone) {
        List<Releases.Release> all = releases.all();
        int found = 0;
        for (List<Node> own : inner()) {
            for (int two = 1; two < all.size() && alone.getOrDefault(own, false); two++) {
                for (int one = 0; one < two; one++) {
                    TwoReleasesAttack attack = new TwoReleasesAttack(all.get(one), all.get(two), K).knowing(own);
                    found += attack.smallDifferences(own).size();
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noSchoolSeesSmallDifferencesOverReleases(long seed) {
        Map<List<Node>, Boolean> alone = new HashMap<>();
        Releases releases = released(seed, ledger -> ledger, alone);
        assertThat(alone.values()).contains(true);
        assertThat(smallDifferences(releases, alone)).isZero();
    }

    /** It would, if what schools computed were forgotten. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void schoolsOfWhichNothingIsRememberedSeeSmallDifferences(long seed) {
        Map<List<Node>, Boolean> alone = new HashMap<>();
        assertThat(smallDifferences(released(seed, InsidersOverReleasesTest::forgetful, alone), alone))
                .isPositive();
    }

    private static Ledger forgetful(Ledger ledger) {
        return Releases.with(
                ledger,
                figure -> figure.reach() == Ledger.Reach.INSIDERS ? figure.knownTo(Ledger.Reach.NOBODY) : figure);
    }
}
