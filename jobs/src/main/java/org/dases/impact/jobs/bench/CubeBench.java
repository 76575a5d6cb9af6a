// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.indicators.cohort.kernel.Axis;
import org.dases.impact.indicators.cohort.kernel.Cells;
import org.dases.impact.indicators.cohort.kernel.CohortCube;
import org.dases.impact.indicators.cohort.kernel.CubeShape;
import org.dases.impact.indicators.cohort.kernel.FactTable;
import org.dases.impact.indicators.cohort.kernel.Facts;
import org.dases.impact.indicators.cohort.kernel.Scope;
import org.dases.impact.indicators.cohort.spark.FactScan;

/**
 * Cubes of learning traces over académie, sector, level, month and solution: distinct learners and schools, events and
 * seconds. First from facts in memory, then from facts in Parquet, then from the events.
 */
public final class CubeBench implements TablesBench {
    private static final int KEYS = CellText.KEYS;
    private static final int MEASURES = 2;

    private final SparkSession spark;
    private final Path data;
    private final Path scratch;
    private final int runs;
    private final int threads = Runtime.getRuntime().availableProcessors();

    /**
     * A bench.
     *
     * @param spark the session
     * @param data folder with the tables school, learner and event, as {@code impact generate --events} writes them
     * @param scratch an empty folder to write into
     * @param runs how often everything is done, at least once
     */
    public CubeBench(SparkSession spark, Path data, Path scratch, int runs) {
        this.spark = spark;
        this.data = data;
        this.scratch = scratch;
        this.runs = runs;
    }

    @Override
    public List<Comparison> measure(Consumer<Comparison> told) {
        List<Comparison> made = new ArrayList<>();
        Consumer<Comparison> note = made::add;
        Consumer<Comparison> both = note.andThen(told);
        try (DuckDb peer = new DuckDb(data, threads)) {
            peer.runResource("facts.sql");
            List<Axis> axes = axes(peer);
            inMemory(peer, axes, both);
            fromParquet(peer, axes, both);
            fromEvents(peer, both);
        }
        return List.copyOf(made);
    }

    private static List<Axis> axes(DuckDb peer) {
        return List.of(
                Axis.flat("academie", Scope.SCHOOL, peer.codes("academie")),
                Axis.flat("sector", Scope.SCHOOL, peer.codes("sector")),
                Axis.flat("level", Scope.LEARNER, peer.codes("level")),
                Axis.flat("month", Scope.FREE, peer.codes("month")),
                Axis.flat("solution", Scope.FREE, peer.codes("solution")));
    }

    private void inMemory(DuckDb peer, List<Axis> axes, Consumer<Comparison> told) {
        FactTable table = new FactTable(new CubeShape(axes), MEASURES);
        peer.readFacts(table, KEYS);
        Facts facts = table.cluster();
        Cells[] cells = new Cells[1];
        Duration ours = Shortest.of(runs, () -> cells[0] = CohortCube.count(facts, threads));
        Duration theirs = Shortest.of(runs, () -> peer.run(create("facts")));
        Map<String, String> found = CellText.of(cells[0], axes);
        told.accept(comparison("facts in memory", "GROUP BY CUBE", ours, theirs, 50, found, peer));
    }

    private void fromParquet(DuckDb peer, List<Axis> axes, Consumer<Comparison> told) {
        Path file = scratch.resolve("facts.parquet");
        String quoted = "'" + file.toString().replace("'", "''") + "'";
        peer.run("copy facts to " + quoted + " (format parquet)");
        Dataset<Row> rows = spark.read()
                .parquet(file.toString())
                .selectExpr(
                        "school",
                        "learner",
                        "int(academie)",
                        "int(sector)",
                        "int(level)",
                        "int(month)",
                        "int(solution)",
                        "events",
                        "seconds");
        CubeShape shape = new CubeShape(axes);
        Cells[] cells = new Cells[1];
        Duration ours =
                Shortest.of(runs, () -> cells[0] = CohortCube.count(FactScan.read(rows, shape, MEASURES), threads));
        Duration theirs = Shortest.of(runs, () -> peer.run(create("read_parquet(" + quoted + ")")));
        Map<String, String> found = CellText.of(cells[0], axes);
        told.accept(comparison("facts in Parquet", "GROUP BY CUBE", ours, theirs, 10, found, peer));
    }

    private void fromEvents(DuckDb peer, Consumer<Comparison> told) {
        EventCube cube = new EventCube(spark, data);
        Duration ours = Shortest.of(runs, cube::compute);
        Map<String, String> found = cube.computeText();
        Duration cubed = Shortest.of(runs, () -> peer.runResource("events-cube.sql"));
        told.accept(comparison("events in Parquet", "GROUP BY CUBE", ours, cubed, 4, found, peer));
        Duration byHand = Shortest.of(runs, () -> peer.runResource("events-by-hand.sql"));
        told.accept(comparison("events in Parquet", "deduplicate, then add", ours, byHand, 0.5, found, peer));
    }

    private static String create(String source) {
        return "create or replace table cells as " + DuckDb.text("cube.sql") + " from " + source
                + " group by cube (academie, sector, level, month, solution)";
    }

    /** Compares with what the peer has left in {@code cells}. */
    private static Comparison comparison(
            String name,
            String way,
            Duration ours,
            Duration theirs,
            double goal,
            Map<String, String> found,
            DuckDb peer) {
        boolean isEqual = found.equals(peer.cells("cells", KEYS));
        return new Comparison(name, "DuckDB, " + way, ours, theirs, goal, found.size(), isEqual);
    }
}
