// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.disclosure.audit.Need;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.SetFingerprint;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.printed.ClearedRow;
import org.dases.impact.indicators.disclosure.printed.ClearedTable;
import org.dases.impact.indicators.disclosure.printed.ConfStatus;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.junit.jupiter.api.Test;

/** Second releases of tables that are not of the same form as before. */
class ChangedTablesTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final Rules RULES = new Rules(10, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.ADDS);
    private static final List<Axis> AREA = List.of(new Axis("area", true));
    private static final Series USERS = NestedTables.count("users", "event");
    private static final Series READERS = NestedTables.count("readers", "event");
    private static final Series PASSED = NestedTables.rate("passed", "event");
    private static final Series RECORDS = new Series(
            "records", "event", Form.COUNT, ContributorKind.RECORD, 0, false, true, "count", "1", Optional.empty());

    private static NestedTables areas(Series... series) {
        return new NestedTables("t", AREA, series);
    }

    private static Clearance.Granted granted(List<EarlierRelease> earlier, CellTable... tables) {
        return new Gate()
                .review(new Submission(List.of(tables), RULES, earlier))
                .match(own -> own, refused -> {
                    throw new AssertionError(
                            refused.reasons().toString(), refused.cause().orElse(null));
                });
    }

    private static EarlierRelease release(CellTable... tables) {
        return new EarlierRelease(
                "1", Releases.at(0), granted(List.of(), tables).ledger());
    }

    /** Learners of a series as printed, in the order of the rows; an asterisk where frozen, a dash where withheld. */
    private static List<String> shown(ClearedTable table, Series series) {
        List<String> shown = new ArrayList<>();
        for (ClearedRow row : table.rows()) {
            if (row.series().equals(series)) {
                String frozen = row.frozenSince() == null ? "" : "*";
                shown.add(row.status() == ConfStatus.C ? "-" : row.learners() + frozen);
            }
        }
        return shown;
    }

    private static List<String> second(EarlierRelease first, NestedTables now, Series series) {
        return shown(granted(List.of(first), now.table()).release().tables().get(0), series);
    }

    /** What was secret by area alone says nothing of areas by sex: all is as in a first release. */
    @Test
    void aTableWithAnotherDimensionIsReleasedAnew() {
        EarlierRelease first = release(areas(USERS)
                .row("T", "65")
                .row("a", "3")
                .row("b", "12")
                .row("c", "50")
                .table());
        NestedTables now = new NestedTables("t", List.of(new Axis("area", true), new Axis("sex", true)), USERS)
                .row("T T", "70")
                .row("a T", "30")
                .row("b T", "40")
                .row("T F", "30")
                .row("a F", "15")
                .row("b F", "15")
                .row("T M", "40")
                .row("a M", "15")
                .row("b M", "25");
        assertThat(second(first, now, USERS)).containsExactly("70", "30", "40", "30", "15", "15", "40", "15", "25");
    }

    /**
     * d is new and small, e is new: of the others nothing moved but the total. That nobody was in d and e is known:
     * were 50 told, so would be that 3 came to a, b and d.
     */
    @Test
    void areasThatAreNewHaveNoEarlierFigure() {
        EarlierRelease first = release(
                areas(USERS).row("T", "70").row("a", "30").row("b", "40").table());
        NestedTables now = areas(USERS)
                .row("T", "123")
                .row("a", "30")
                .row("b", "40")
                .row("d", "3")
                .row("e", "50");
        assertThat(second(first, now, USERS)).containsExactly("123", "30", "40", "-", "-");
    }

    /** The readers were not counted before. Of a they are 3, so that the users of a go too: as they were. */
    @Test
    void anIndicatorThatIsNewHasNoEarlierFigure() {
        EarlierRelease first = release(areas(USERS)
                .row("T", "130")
                .row("a", "30")
                .row("b", "40")
                .row("c", "60")
                .table());
        NestedTables now = areas(USERS, READERS)
                .row("T", "130", "63")
                .row("a", "30", "3")
                .row("b", "40", "20")
                .row("c", "60", "40");
        assertThat(second(first, now, USERS)).containsExactly("130", "30*", "40*", "60");
        assertThat(second(first, now, READERS)).containsExactly("63", "-", "-", "40");
    }

    /** Two more records in a are nobody, so they are told. */
    @Test
    void recordsMayMoveByAFew() {
        CellTable before = records(30);
        CellTable now = records(32);
        ClearedTable table =
                granted(List.of(release(before)), now).release().tables().get(0);
        assertThat(table.rows().get(0).value()).isEqualTo(32.0);
        assertThat(table.rows().get(0).frozenSince()).isNull();
    }

    private static CellTable records(long count) {
        Cohort cohort = new Cohort(
                List.of(Node.TOTAL), Map.of("records", Tally.figure((double) count, Contributors.ofLearners(0))));
        return new CellTable("t", AREA, List.of(RECORDS), List.of(cohort));
    }

    /** Nobody knows what was withheld in a: it may be what it is now. */
    @Test
    void whatWasWithheldAndIsNotKnownIsNotToldNow() {
        List<Ledger.Entry> entries = List.of(
                entry(OptionalLong.of(70), Node.TOTAL),
                entry(OptionalLong.empty(), Node.of("a")),
                entry(OptionalLong.empty(), Node.of("b")),
                entry(OptionalLong.of(40), Node.of("c")));
        EarlierRelease first =
                new EarlierRelease("1", Releases.at(0), new Ledger(List.of(new Ledger.Table("t", entries))));
        NestedTables now =
                areas(USERS).row("T", "140").row("a", "30").row("b", "50").row("c", "60");
        assertThat(second(first, now, USERS)).containsExactly("140", "-", "-", "60");
        // but that they were 30 together is known, and that 3 came to them must not be
        NestedTables more =
                areas(USERS).row("T", "83").row("a", "13").row("b", "20").row("c", "50");
        assertThat(second(first, more, USERS)).containsExactly("83", "-", "-", "40*");
    }

    private static Ledger.Entry entry(OptionalLong persons, Node at) {
        Ledger.Figure figure = Ledger.Figure.ofCount(
                persons, persons.isPresent(), List.of(at), USERS, Ledger.Terms.UNKNOWN, Limits.NONE);
        return new Ledger.Entry(List.of(at), false, Map.of("users", figure));
    }

    /** 40 of 100 were told; of the same 100 now 4 passed, which are a band: the 36 less are no few. */
    @Test
    void aRateThatBecomesABandIsToldAnew() {
        EarlierRelease first = release(areas(PASSED).row("T", "40:100").table());
        ClearedRow row = granted(List.of(first), areas(PASSED).row("T", "4:100").table())
                .release()
                .tables()
                .get(0)
                .rows()
                .get(0);
        assertThat(row.value()).isNull();
        assertThat(row.valueLow()).isEqualTo(0.0);
        assertThat(row.valueHigh()).isEqualTo(5.0);
        assertThat(row.frozenSince()).isNull();
    }

    /** As many as before, and no fingerprint now to tell that they are others. */
    @Test
    void withoutAFingerprintTheCountStandsForTheSet() {
        Tally thirty = Tally.figure(30, Contributors.ofLearners(30));
        Cohort before =
                new Cohort(List.of(Node.TOTAL), Map.of("users", thirty), Map.of("users", new SetFingerprint(1, 1)));
        CellTable one = new CellTable("t", AREA, List.of(USERS), List.of(before));
        assertThat(second(release(one), areas(USERS).row("T", "30"), USERS)).containsExactly("30");
    }

    /**
     * Both tables print the users by area; nobody is in y, and z has no number. a moved by 3 in both, so that b and the
     * total may not both be told: what one table keeps back the other one does not tell.
     */
    @Test
    void whatIsHeldInOneTableIsHeldInTheOther() {
        EarlierRelease first = release(
                shared("t")
                        .row("T", "120")
                        .row("a", "30")
                        .row("b", "40")
                        .row("c", "50")
                        .row("y", "0")
                        .row("z", "-")
                        .table(),
                shared("u")
                        .row("T", "120")
                        .row("a", "30")
                        .row("b", "40")
                        .row("c", "50")
                        .row("y", "0")
                        .row("z", "-")
                        .table());
        List<ClearedTable> tables = granted(
                        List.of(first),
                        shared("t")
                                .row("T", "143")
                                .row("a", "33")
                                .row("b", "40")
                                .row("c", "70")
                                .row("y", "0")
                                .row("z", "-")
                                .table(),
                        shared("u")
                                .row("T", "143")
                                .row("a", "33")
                                .row("b", "40")
                                .row("c", "70")
                                .row("y", "0")
                                .row("z", "-")
                                .table())
                .release()
                .tables();
        for (ClearedTable table : tables) {
            assertThat(shown(table, USERS)).containsExactly("143", "30*", "40", "50*", "0");
        }
    }

    private static NestedTables shared(String id) {
        return new NestedTables(id, AREA, USERS);
    }

    private static List<Need> needs(CellTable before, Rules then, CellTable now, Rules rules) {
        Ledger ledger = new Gate()
                .review(new Submission(List.of(before), then))
                .match(Clearance.Granted::ledger, refused -> {
                    throw new AssertionError(refused.reasons());
                });
        PrimaryRules primary = new PrimaryRules(rules);
        Guard guard = new Guard(List.of(new EarlierRelease("1", Releases.at(0), ledger)), primary);
        Population population = NestedTables.population(primary, guard, List.of(now));
        return HeadTable.of(population, primary).get(0).bounds(primary);
    }

    /** 7 were told where 5 were enough; they are 14, and it must be possible that they are 17. */
    @Test
    void whatMovedALittleFromBelowTheThresholdMayHaveGrownByTheThresholdOnly() {
        Rules five = new Rules(5, 0, 5, NONE, NONE, NONE, Zeros.PUBLISH, false, Attacker.ADDS);
        CellTable before = areas(USERS)
                .row("T", "77")
                .row("a", "7")
                .row("b", "30")
                .row("c", "40")
                .table();
        CellTable now = areas(USERS)
                .row("T", "104")
                .row("a", "14")
                .row("b", "30")
                .row("c", "60")
                .table();
        assertThat(needs(before, five, now, RULES)).containsExactly(new Need(1, 3, Need.NEVER));
    }

    /** 40 of 100, then 43 of 120: those above the line moved by a few, the learners of the rate by enough. */
    @Test
    void aRateWhoseLearnersMovedEnoughNeedsNoRoomForThem() {
        CellTable before = areas(PASSED).row("T", "40:100").table();
        CellTable now = areas(PASSED).row("T", "43:120").table();
        assertThat(needs(before, RULES, now, RULES)).isEmpty();
    }
}
