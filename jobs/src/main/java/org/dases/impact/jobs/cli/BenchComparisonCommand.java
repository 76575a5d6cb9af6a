// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dases.impact.jobs.bench.Comparison;
import org.dases.impact.jobs.bench.TablesBench;
import org.dases.impact.jobs.bench.Unmeasured;
import org.dases.impact.jobs.lake.SparkStart;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Something measured against something else, on made-up data or those of the caller. */
abstract sealed class BenchComparisonCommand implements Callable<Integer> permits BenchTablesCommand, BenchPullCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "8",
            descriptionKey = "bench.runs",
            description = "How often both do everything; the shortest time counts; default: ${DEFAULT-VALUE}.")
    int runs;

    /** What is measured. Spark is in no signature here, so that commands that need none start without it. */
    abstract TablesBench.Maker bench(Console console);

    /** What it is measured on; made up in the scratch folder where the caller names none. */
    abstract Path data(Console console, Path scratch);

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        if (runs < 1) {
            throw Failure.configuration(console.messages().text("bench.runsRange", runs));
        }
        TablesBench.Maker bench = bench(console);
        Path scratch = Files.createTempDirectory("impact-bench");
        try {
            Path measuredOn = data(console, scratch);
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            console.say("bench.machine", Runtime.getRuntime().availableProcessors());
            console.say("bench.heap", heap);
            return report(console, measure(console, bench, measuredOn, scratch)).code();
        } finally {
            delete(scratch);
        }
    }

    private List<Comparison> measure(Console console, TablesBench.Maker bench, Path measuredOn, Path scratch) {
        boolean lent = SparkStart.isStarted();
        SparkSession spark = SparkStart.session("bench");
        try {
            return bench.of(spark, measuredOn, scratch, runs).measure(each -> say(console, each));
        } catch (Unmeasured e) {
            String key = e.isMissing() ? "bench.noDuckDb" : "bench.unmeasured";
            throw new Failure(
                    ExitCode.CONFIGURATION,
                    List.of(console.messages().text(key, console.messages().said(String.valueOf(e.getMessage())))),
                    e);
        } finally {
            if (!lent) {
                spark.stop();
            }
        }
    }

    private static void say(Console console, Comparison made) {
        console.say("bench.compared." + made.isEqual(), made.name(), made.peer(), made.cells());
        console.say(
                "bench.ratio", seconds(made.ours()), seconds(made.theirs()), number(made.ratio()), number(made.goal()));
    }

    private static ExitCode report(Console console, List<Comparison> made) {
        console.json(made.stream().map(BenchComparisonCommand::json).toList());
        boolean isMet = made.stream().allMatch(Comparison::isMet);
        console.say(isMet ? "bench.allMet" : "bench.notAllMet");
        return isMet ? ExitCode.DONE : ExitCode.GATE;
    }

    private static Map<String, Object> json(Comparison made) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", made.name());
        json.put("peer", made.peer());
        json.put("cells", made.cells());
        json.put("ours_s", made.ours().toNanos() / 1e9);
        json.put("peer_s", made.theirs().toNanos() / 1e9);
        json.put("ratio", made.ratio());
        json.put("goal", made.goal());
        json.put("equal", made.isEqual());
        return json;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** Three digits, or all before the point. */
    private static String number(double number) {
        int digits = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
