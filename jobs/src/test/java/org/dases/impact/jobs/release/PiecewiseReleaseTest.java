// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.dases.impact.indicators.definition.ContributorKind;
import org.dases.impact.indicators.definition.PeriodKind;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.indicators.disclosure.Clearance;
import org.dases.impact.indicators.disclosure.Gate;
import org.dases.impact.indicators.disclosure.Submission;
import org.dases.impact.indicators.disclosure.cells.Axis;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.cells.Cohort;
import org.dases.impact.indicators.disclosure.cells.Contributors;
import org.dases.impact.indicators.disclosure.cells.Form;
import org.dases.impact.indicators.disclosure.cells.Node;
import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Lake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is written in pieces and, as after a kill, a second time: what counts is the second alone. */
class PiecewiseReleaseTest {
    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");
    private static final LedgerPlace PLACE =
            LedgerPlaceTest.table(List.of(PeriodKind.ALL), LedgerPlaceTest.dimension("place", "faculty"));
    private static final Series SERIES = new Series(
            "N", "enrolment", Form.COUNT, ContributorKind.LEARNER, 0, false, true, "count", "1", Optional.empty());

    /** The total and four faculties. */
    private static final int CELLS = 5;

    private static final int PIECE = 2;

    @TempDir
    private Path folder;

    private Lake lake = new Lake("-");

    @BeforeEach
    void setUp() {
        lake = new Lake(folder.toString());
    }

    private static Clearance.Granted granted() {
        List<Cohort> cohorts = new ArrayList<>(List.of(cohort(Node.TOTAL, 140)));
        for (int faculty = 0; faculty < CELLS - 1; faculty++) {
            cohorts.add(cohort(Node.of("F" + faculty), 20 + 10 * faculty));
        }
        CellTable table = new CellTable(
                "t", List.of(new Axis(Periods.AXIS, false), new Axis("place", true)), List.of(SERIES), cohorts);
        Rules rules = new Rules(10, 0, 0, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Zeros.PUBLISH);
        return new Gate()
                .review(new Submission(List.of(table), rules, List.of()))
                .match(granted -> granted, refused -> {
                    throw new AssertionError(refused.reasons());
                });
    }

    private static Cohort cohort(Node place, long learners) {
        Tally tally = Tally.figure((double) learners, Contributors.ofLearners(learners));
        return new Cohort(List.of(Node.TOTAL, place), Map.of("N", tally));
    }

    private static PublishedZone.Committed committed(String commitment) {
        return new PublishedZone.Committed(
                1, "f", Optional.of(new CertificateFile.Seal(commitment, "head", "certificate")));
    }

    @Test
    void thePageOfTheLedgerIsThatOfTheSecondTime() {
        LedgerBook book = new LedgerBook(TestSpark.session(), lake, PIECE);
        Clearance.Granted granted = granted();
        String first = book.write(1, AT, granted, Map.of("t", PLACE), Map.of("t", Set.of("d")));
        assertThat(DeltaTables.version(TestSpark.session(), lake.ledger())).isEqualTo(2);
        String second = book.write(1, AT, granted, Map.of("t", PLACE), Map.of("t", Set.of("d")));

        LedgerBook.Reading read = book.read(List.of(committed(second)));

        assertThat(read.lacking()).isEmpty();
        assertThat(read.pages()).hasSize(1);
        assertThat(read.pages().get(0).figures()).hasSize(CELLS);
        assertThat(book.read(List.of(committed(first))).lacking()).isPresent();
    }

    @Test
    void aPublishedTableHasEachRowOnce() {
        PublishedZone zone = new PublishedZone(TestSpark.session(), lake, PIECE);
        Clearance.Granted granted = granted();
        Map<String, PublishedTable> byId = Map.of("t", PLACE.table());
        Map<String, Iterable<Row>> rows = PublishedZone.rows(1, granted.release(), byId, MonthDay.of(9, 1));
        PublishedZone.ReleaseHead head = new PublishedZone.ReleaseHead(AT, "f", "0");
        CertificateFile.Seal seal = new CertificateFile.Seal("ledger", "head", "certificate");

        zone.publish(1, granted.release(), byId, rows, 10, head, seal);
        zone.publish(1, granted.release(), byId, rows, 10, head, seal);

        List<Row> written = DeltaTables.read(TestSpark.session(), lake.published("t"))
                .orElseThrow()
                .orderBy("n_learners")
                .collectAsList();
        assertThat(written.stream().map(row -> row.<Long>getAs("n_learners")).toList())
                .containsExactly(20L, 30L, 40L, 50L, 140L);
        assertThat(DeltaTables.version(TestSpark.session(), lake.published("t")))
                .isGreaterThan(4);
    }
}
