// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Ledger;
import org.dases.impact.indicators.disclosure.rules.Limits;
import org.junit.jupiter.api.Test;

class EarlierReleasesTest {
    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");
    private static final Series SERIES = new Series(
            "N", "enrolment", Form.COUNT, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());
    private static final LedgerPlace PLACE =
            LedgerPlaceTest.table(List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("place", "faculty"));
    private static final List<Node> FACULTY = List.of(Node.TOTAL, Node.of("L"));

    /** What a table told of faculty L. */
    private static Row told(String table, long learners) {
        return told(table, "N", learners);
    }

    private static Row told(String table, String indicator, long learners) {
        return told(table, indicator, learners, PLACE.of(FACULTY));
    }

    private static Row told(String table, String indicator, long learners, String place) {
        Ledger.Figure figure = Ledger.Figure.ofCount(
                OptionalLong.of(learners), true, FACULTY, SERIES, new Ledger.Terms(10, false), Limits.NONE);
        Row row = LedgerRows.figure(1, AT, table, place, false, indicator, figure, List.of("d"), List.of());
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return new GenericRowWithSchema(values, LedgerRows.COLUMNS);
    }

    @Test
    void theOrderInWhichAPageIsReadDoesNotMatter() {
        CellTable own = new CellTable("t", List.of(), List.of(SERIES), List.of(new Cohort(FACULTY, Map.of())));
        EarlierReleases earlier = new EarlierReleases(List.of(own), Map.of("t", PLACE), Set.of("d"));
        Row one = told("t", 30);
        Row other = told("u", 31);

        assertThat(earlier.of(List.of(new LedgerBook.Page(1, AT, List.of(other, one)))))
                .hasSize(2)
                .isEqualTo(earlier.of(List.of(new LedgerBook.Page(1, AT, List.of(one, other)))));
    }

    /** What it told is not shown again, as it is no row of the table; how many it counted is known. */
    @Test
    void whatAnIndicatorToldThatTheTableHasNoMoreIsKnown() {
        Series share = new Series(
                "G",
                "enrolment",
                Form.WITHHELD_SHARE,
                ContributorKind.LEARNER,
                0,
                false,
                true,
                "percent",
                "1",
                Optional.empty());
        CellTable own = new CellTable("t", List.of(), List.of(SERIES, share), List.of(new Cohort(FACULTY, Map.of())));
        EarlierReleases earlier = new EarlierReleases(List.of(own), Map.of("t", PLACE), Set.of("d"));

        Map<String, Ledger.Figure> figures = earlier.of(
                        List.of(new LedgerBook.Page(1, AT, List.of(told("u", "M", 30), told("u", "G", 31)))))
                .get(0)
                .ledger()
                .tables()
                .get(0)
                .cells()
                .get(0)
                .figures();

        assertThat(figures).as("a share is one of the rows of its own table").containsOnlyKeys("M");
        Ledger.Figure known = Objects.requireNonNull(figures.get("M"));
        assertThat(known.counts()).contains(new Ledger.Counts(30, 0, 0));
        assertThat(known.reach()).isEqualTo(Ledger.Reach.READERS);
        assertThat(known.printed()).isEmpty();
    }

    /**
     * Nobody is in faculty L by now. What a table told of it is known of each that can have it, be the table still
     * there or no more: one that listed others alone would tell that nobody is left.
     */
    @Test
    void whatATableToldIsRememberedOfCellsThatAreEmptyByNow() {
        CellTable own = new CellTable("u", List.of(), List.of(SERIES), List.of());
        LedgerBook.Page page = new LedgerBook.Page(1, AT, List.of(told("t", 12)));
        assertThat(new EarlierReleases(List.of(own), Map.of("u", PLACE), Set.of("d")).of(List.of(page)))
                .singleElement()
                .satisfies(
                        release -> assertThat(release.ledger().tables().get(0).cells())
                                .extracting(Ledger.Entry::at)
                                .containsExactly(FACULTY));
        CellTable still = new CellTable("t", List.of(), List.of(SERIES), List.of());
        List<EarlierRelease> both =
                new EarlierReleases(List.of(own, still), Map.of("u", PLACE, "t", PLACE), Set.of("d")).of(List.of(page));
        assertThat(both.get(0).ledger().tables()).extracting(Ledger.Table::id).containsExactly("u", "t");
    }

    /** Course X was of faculty L, and is of M by now: what was told is known, by a row that stood elsewhere. */
    @Test
    void whatWasToldOfACodeThatMovedStoodElsewhere() {
        LedgerPlace courses =
                LedgerPlaceTest.table(List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("place", "faculty", "course"));
        List<Node> then = List.of(Node.TOTAL, Node.of("L", "X"));
        List<Node> now = List.of(Node.TOTAL, Node.of("M", "X"));
        CellTable table = new CellTable("t", List.of(), List.of(SERIES), List.of(new Cohort(now, Map.of())));
        LedgerBook.Page page = new LedgerBook.Page(1, AT, List.of(told("t", "N", 50, courses.of(then))));

        Ledger.Entry entry = new EarlierReleases(List.of(table), Map.of("t", courses), Set.of("d"))
                .of(List.of(page))
                .get(0)
                .ledger()
                .tables()
                .get(0)
                .cells()
                .get(0);

        assertThat(entry.at()).isEqualTo(now);
        assertThat(entry.stood()).isEqualTo(then);
        assertThat(Objects.requireNonNull(entry.figures().get("N")).printed())
                .hasValueSatisfying(row -> assertThat(row.at()).isEqualTo(then));
        assertThat(entry.figures().get("N")).extracting(Ledger.Figure::reach).isEqualTo(Ledger.Reach.READERS);
    }

    /** What another indicator told of a table that is no more is no reason to list a cell. */
    @Test
    void notOfOtherIndicators() {
        CellTable own = new CellTable("u", List.of(), List.of(SERIES), List.of());
        LedgerBook.Page page = new LedgerBook.Page(1, AT, List.of(told("t", "M", 12)));
        assertThat(new EarlierReleases(List.of(own), Map.of("u", PLACE), Set.of("d")).of(List.of(page)))
                .isEmpty();
    }
}
