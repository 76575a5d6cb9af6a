// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.junit.jupiter.api.Test;

/** What was told once, and is not to be known any more. */
class KnownNoMoreTest {
    /** 27 were told, and have gone: with a k of 30 nobody is to know by now, who sees 40 and 50 of 117 then. */
    @Test
    void aCellThatIsEmptyIsASecretWhereFewerThanKWereToldInIt() {
        CellTable before = RevisionTest.line(27, 40, 50).table("t", Aggregated.USERS);
        CellTable now = RevisionTest.line(0, 40, 50).table("t", Aggregated.USERS);
        CellTable unlisted = new CellTable(
                now.id(),
                now.axes(),
                now.series(),
                now.cohorts().stream()
                        .filter(cohort -> !cohort.at().equals(List.of(Node.of("a"))))
                        .toList());
        for (CellTable each : List.of(now, unlisted)) {
            ClearedTable table = RevisionTest.second(before, RevisionTest.rules(10), each, RevisionTest.rules(30));
            assertThat(RevisionTest.shown(table, "a")).isEqualTo("-");
            assertThat(RevisionTest.shown(table)).isEqualTo("117*");
        }
        assertThat(RevisionTest.shown(
                        RevisionTest.second(before, RevisionTest.rules(10), unlisted, RevisionTest.rules(20)), "a"))
                .isEqualTo("no row");
    }

    /**
     * 44 of b were told; then 6 were in a, and the 44 withheld for their sake. Another indicator in another table must
     * not tell them now: 110 less 60 less 44 are 6.
     */
    @Test
    void whatWasToldAndThenHiddenIsNotKnownAnyMore() {
        List<EarlierRelease> earlier = new ArrayList<>();
        for (long a : List.of(30L, 6L)) {
            Submission submission = new Submission(
                    List.of(RevisionTest.line(a, 44, 60).table("t", Aggregated.USERS)),
                    GateTest.PLAIN,
                    List.copyOf(earlier));
            Clearance.Granted granted = RevisionTest.granted(submission);
            assertThat(RevisionTest.shown(granted.release().tables().get(0), "b"))
                    .isEqualTo(a == 30 ? "44" : "44*");
            earlier.add(new EarlierRelease("r" + a, Releases.at(earlier.size()), granted.ledger()));
        }
        CellTable own = RevisionTest.line(42, 44, 60).table("t", Aggregated.USERS);
        CellTable other = RevisionTest.line(42, 44, 60).table("n", Aggregated.count("others", 0));
        List<ClearedTable> tables = RevisionTest.granted(new Submission(List.of(own, other), GateTest.PLAIN, earlier))
                .release()
                .tables();
        assertThat(RevisionTest.shown(tables.get(0), "b")).isEqualTo("44*");
        assertThat(RevisionTest.shown(tables.get(1), "b")).isEqualTo("-");
    }
}
