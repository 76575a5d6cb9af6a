// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * A file of xAPI statements, pulled as {@code impact pull} does it and read by DuckDB. What both have is compared by
 * how many statements, and how many different ones, there are of each verb and beginning of an id.
 */
public final class PullBench implements TablesBench {
    private static final double GOAL = 1.0 / 3;
    private static final int KEYS = 2;
    private static final String ALL = (CellText.TOTAL + " ").repeat(KEYS);

    private final SparkSession spark;
    private final Path data;
    private final Path scratch;
    private final int runs;

    /**
     * A bench.
     *
     * @param spark the session
     * @param data a file with a statement a line
     * @param scratch a folder to write into
     * @param runs how often everything is done, at least once
     */
    public PullBench(SparkSession spark, Path data, Path scratch, int runs) {
        this.spark = spark;
        this.data = data;
        this.scratch = scratch;
        this.runs = runs;
    }

    @Override
    public List<Comparison> measure(Consumer<Comparison> told) {
        PulledFile pulled = new PulledFile(spark, data, scratch);
        Duration ours = Shortest.ofPrepared(runs, pulled::prepare);
        Map<String, String> found = CellText.of(pulled.landed(), KEYS);
        int statements = statements(found);
        try (DuckDb peer = new DuckDb(data, Runtime.getRuntime().availableProcessors())) {
            Duration theirs = Shortest.of(runs, () -> peer.runResource("read-json.sql"));
            peer.runResource("landed.sql");
            boolean isEqual = found.equals(peer.cells("cells", KEYS));
            Comparison made =
                    new Comparison("xAPI landing", "DuckDB, read_json", ours, theirs, GOAL, statements, isEqual);
            told.accept(made);
            return List.of(made);
        }
    }

    /** How many different ones there are. */
    private static int statements(Map<String, String> found) {
        String numbers = found.getOrDefault(ALL, "0 ");
        int statements = Integer.parseInt(numbers.substring(0, numbers.indexOf(' ')));
        if (statements == 0) {
            throw Unmeasured.because("No line of the file is a statement with an id.");
        }
        return statements;
    }
}
