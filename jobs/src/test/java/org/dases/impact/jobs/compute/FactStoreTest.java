// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.spark.CanonicalData;
import org.dases.impact.indicators.cohort.spark.CohortCubes;
import org.dases.impact.indicators.cohort.spark.FactShelf;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.TestSpark;
import org.dases.impact.jobs.lake.DeltaTables;
import org.dases.impact.jobs.lake.Eraser;
import org.dases.impact.jobs.lake.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that were brought up to date are those of a lake that had none, and so are the cells that rest on them. */
class FactStoreTest {
    // First of all, since it says how much is logged.
    private static final SparkSession SPARK = TestSpark.session();

    private static final Map<String, String> CONTRACTS = Map.of("d0", "a", "d1", "b");
    private static final FactKeeping KEPT = new FactKeeping(false, 0);

    @TempDir
    private Path folder;

    private SampleEvents events = new SampleEvents("", new Random(0));
    private Lake lake = new Lake("x");
    private PublishedTable table = SampleEvents.TABLE;

    @Test
    void lateChangedAndDeletedRowsGiveTheFactsOfAFreshLake() {
        begin(1);
        compute(CONTRACTS, KEPT);

        for (int version = 1; version <= 3; version++) {
            events.change();
            List<String> cells = compute(CONTRACTS, KEPT);

            assertThat(note().increments()).as("made from those before").isEqualTo(version);
            assertEqualsFresh(CONTRACTS, cells);
        }
        List<String> incremental = facts(lake);
        List<String> cells = compute(CONTRACTS, new FactKeeping(true, 0));
        assertThat(note().increments()).isZero();
        assertThat(facts(lake)).isEqualTo(incremental);
        assertThat(cells).isEqualTo(cells(CONTRACTS, FactShelf.NONE));
    }

    /** A late trace may join two sessions, or begin one the day before. */
    @Test
    void factsOfSessionsAreBroughtUpToDateToo() {
        table = SampleEvents.SESSIONS;
        begin(2);
        compute(CONTRACTS, KEPT);
        assertThat(cells(CONTRACTS, FactShelf.NONE)).anyMatch(cell -> cell.contains("ACTIONS"));

        events.change();
        List<String> cells = compute(CONTRACTS, KEPT);

        for (String over : List.of("session", "activity")) {
            assertThat(FactsNote.read(SPARK, lake.facts("t", over))
                            .orElseThrow()
                            .increments())
                    .as("%s made from those before", over)
                    .isEqualTo(1);
        }
        Lake fresh = new Lake(folder.resolve("fresh").toString());
        assertThat(cells).isEqualTo(compute(CONTRACTS, fresh, new FactKeeping(true, 0)));
        assertThat(facts(lake, "session")).isEqualTo(facts(fresh, "session"));
        assertThat(facts(lake, "activity")).isEqualTo(facts(fresh, "activity"));
        assertThat(cells).isEqualTo(cells(CONTRACTS, FactShelf.NONE));
    }

    @Test
    void aDatasetThatMayNotBeUsedAnyMoreLeavesNoFacts() {
        begin(4);
        compute(CONTRACTS, KEPT);
        Map<String, String> others = Map.of("d1", "b");

        List<String> cells = compute(others, KEPT);

        assertThat(note().increments()).isZero();
        assertThat(note().contracts()).isEqualTo(others);
        assertEqualsFresh(others, cells);
    }

    @Test
    void anotherContractOrDefinitionMakesAllFactsAnew() {
        begin(5);
        compute(CONTRACTS, KEPT);
        events.change();
        compute(CONTRACTS, KEPT);
        assertThat(note().increments()).isEqualTo(1);

        compute(Map.of("d0", "a", "d1", "c"), KEPT);

        assertThat(note().increments()).isZero();
        assertThat(note().contracts()).containsEntry("d1", "c");
    }

    @Test
    void attributesThatChangedReachAllFacts() {
        begin(6);
        compute(CONTRACTS, KEPT);
        events.moveLearners();

        List<String> cells = compute(CONTRACTS, KEPT);

        assertEqualsFresh(CONTRACTS, cells);
    }

    @Test
    void rowsAreFoundChangedAlthoughTheirOldFilesAreGone() {
        begin(7);
        compute(CONTRACTS, KEPT);
        events.change();
        events.erase("d0", new Eraser(SPARK, lake));

        List<String> cells = compute(CONTRACTS, KEPT);

        assertEqualsFresh(CONTRACTS, cells);
    }

    @Test
    void factsWhoseCellsWereNotWrittenAreTakenByTheNextRun() {
        begin(8);
        compute(CONTRACTS, KEPT);
        events.change();
        List<String> cells = compute(CONTRACTS, KEPT); // and then the process is killed
        long version = DeltaTables.version(SPARK, facts());

        assertThat(compute(CONTRACTS, KEPT)).isEqualTo(cells);
        assertThat(DeltaTables.version(SPARK, facts())).isEqualTo(version);
    }

    @Test
    void fewRowsAreNotWorthKeeping() {
        begin(9);

        compute(CONTRACTS, FactKeeping.usual(false));

        assertThat(DeltaTables.exists(SPARK, facts())).isFalse();
    }

    private void begin(long seed) {
        lake = new Lake(folder.resolve("lake").toString());
        events = new SampleEvents(lake.conformed(""), new Random(seed));
        events.write();
    }

    private void assertEqualsFresh(Map<String, String> contracts, List<String> cells) {
        Lake fresh = new Lake(folder.resolve("fresh").toString());
        assertThat(cells).isNotEmpty().isEqualTo(compute(contracts, fresh, new FactKeeping(true, 0)));
        assertThat(facts(lake)).isEqualTo(facts(fresh));
    }

    private List<String> compute(Map<String, String> contracts, FactKeeping keeping) {
        return compute(contracts, lake, keeping);
    }

    private List<String> compute(Map<String, String> contracts, Lake facts, FactKeeping keeping) {
        SortedMap<String, Long> versions = new TreeMap<>();
        for (String name : List.of("event", "learner", "school")) {
            versions.put(name, DeltaTables.version(SPARK, lake.conformed(name)));
        }
        CellsInputs inputs = new CellsInputs("", new TreeMap<>(contracts), versions);
        return cells(contracts, new FactStore(SPARK, facts, "t", inputs, keeping));
    }

    private List<String> cells(Map<String, String> contracts, FactShelf shelf) {
        CanonicalData data = events.data(contracts.keySet());
        try (CohortCubes cubes = new CohortCubes(SPARK)) {
            return cubes.compute(table, data, SampleEvents.SETTINGS, shelf).collectAsList().stream()
                    .map(Row::toString)
                    .sorted()
                    .toList();
        }
    }

    private FactsNote note() {
        return FactsNote.read(SPARK, facts()).orElseThrow();
    }

    private String facts() {
        return lake.facts("t", "event");
    }

    private static List<String> facts(Lake lake) {
        return facts(lake, "event");
    }

    private static List<String> facts(Lake lake, String over) {
        return SPARK.read().format("delta").load(lake.facts("t", over)).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }
}
