// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.dases.impact.jobs.aggregate.GateBench;
import org.dases.impact.jobs.aggregate.GateBench.Measured;
import org.dases.impact.jobs.aggregate.GateBench.Taken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measurements of this machine against what is promised. */
@Command(
        name = "bench",
        description = "Measure parts of the program on this machine.",
        subcommands = {BenchCommand.Gate.class, BenchCubeCommand.class, BenchPullCommand.class, BenchRunCommand.class})
final class BenchCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    /** The gate on the disclosure-control cases. */
    @Command(name = "gate", description = "Send the disclosure-control cases through the gate and attack the results.")
    static final class Gate implements Callable<Integer> {
        private static final String LARGEST = "s100k";

        private static final Map<String, GateBench.Target> TARGETS = targets();

        private static final long LEAST_CELLS = 25_000;

        private static final long MOST_CELLS = 4_000_000;

        @Mixin
        CommonOptions common = new CommonOptions();

        @Option(
                names = "--cases",
                paramLabel = "DIR",
                descriptionKey = "bench.cases",
                description = "Folder of the cases: NAME.csv and NAME.hier.json; default: ${DEFAULT-VALUE}.",
                defaultValue = "../shared/sdc-cases")
        Path cases = Path.of("");

        @Option(
                names = "--singletons",
                defaultValue = "off",
                paramLabel = "on|off",
                descriptionKey = "bench.singletons",
                description =
                        "Reckon with a school or provider that is alone in a cell; default: off, as in the targets.")
        GateCommand.Switch singletons = GateCommand.Switch.OFF;

        @Option(
                names = "--quick",
                descriptionKey = "bench.quick",
                description = "Leave out the case of a hundred thousand cells, which takes minutes.")
        boolean isQuick;

        @Option(
                names = "--cells",
                paramLabel = "N",
                descriptionKey = "bench.cellsOption",
                description = "Instead of the cases: a made-up table of a whole country of about N cells, 25000 to"
                        + " 4000000.")
        @Nullable Long cells;

        @Option(
                names = "--seed",
                defaultValue = "1",
                paramLabel = "N",
                descriptionKey = "bench.seed",
                description = "Seed of the made-up table; default: ${DEFAULT-VALUE}.")
        long seed;

        @Option(
                names = "--spark",
                descriptionKey = "bench.spark",
                description = "Let tasks of Spark work on the parts of large tables, as `impact run` does.")
        boolean isOnSpark;

        @Override
        public Integer call() throws IOException {
            Console console = common.console();
            return isOnSpark
                    ? BenchWorkers.onSpark(workers -> measureAll(console, workers))
                    : measureAll(console, Workers.THREADS);
        }

        private int measureAll(Console console, Workers workers) throws IOException {
            int cores = Runtime.getRuntime().availableProcessors();
            console.say("bench.machine", cores);
            List<Map<String, Object>> tables = new ArrayList<>();
            boolean isMet = true;
            for (Map.Entry<String, GateBench.Target> each : asked(console).entrySet()) {
                Measured measured = measure(console, each.getKey(), each.getValue(), workers);
                say(console, measured);
                tables.add(json(measured));
                isMet &= measured.isMet();
            }
            console.json(Map.of("cores", cores, "tables", tables, "met", isMet));
            return isMet ? ExitCode.DONE.code() : ExitCode.GATE.code();
        }

        private Map<String, GateBench.Target> asked(Console console) {
            Map<String, GateBench.Target> asked = new LinkedHashMap<>(TARGETS);
            if (cells != null && (cells < LEAST_CELLS || cells > MOST_CELLS)) {
                throw new Failure(
                        ExitCode.CONFIGURATION,
                        List.of(console.messages().text("bench.cellsOutside", cells, LEAST_CELLS, MOST_CELLS)),
                        null);
            }
            if (cells != null) {
                return Map.of("national", GateBench.Target.SAFETY);
            }
            if (isQuick) {
                asked.remove(LARGEST);
            }
            return asked;
        }

        private static Map<String, GateBench.Target> targets() {
            Map<String, GateBench.Target> targets = new LinkedHashMap<>();
            targets.put("s1k", target(OptionalLong.of(441), Optional.empty(), 2));
            targets.put("s10k", target(OptionalLong.of(3_876), Optional.of(5), 60));
            targets.put(LARGEST, target(OptionalLong.empty(), Optional.of(60), 600));
            return targets;
        }

        private static GateBench.Target target(OptionalLong cells, Optional<Integer> cpu, int whole) {
            return new GateBench.Target(cells, cpu.map(Duration::ofSeconds), Optional.of(Duration.ofSeconds(whole)));
        }

        private Measured measure(Console console, String name, GateBench.Target target, Workers workers)
                throws IOException {
            try {
                boolean areSingle = singletons == GateCommand.Switch.ON;
                return cells == null
                        ? new GateBench(cases, areSingle, workers).measure(name, target)
                        : GateBench.measureNational(cells, seed, areSingle, workers);
            } catch (GateBench.Unmeasured e) {
                throw new Failure(
                        ExitCode.CONFIGURATION, List.of(console.messages().text("bench.unmeasured", e.reason())), e);
            }
        }

        private static void say(Console console, Measured measured) {
            console.say(
                    "bench.cells",
                    measured.name(),
                    measured.gate().cells(),
                    measured.gate().primary(),
                    measured.gate().suppressed(),
                    measured.gate().secondary(),
                    measured.withoutRepair());
            console.say(
                    "bench.attack",
                    measured.audit().computed().size(),
                    measured.audit().bounded().size(),
                    measured.audit().undecided().size());
            Taken repair = measured.whole().less(measured.suppression());
            console.say(
                    "bench.time",
                    seconds(measured.suppression().wall()),
                    seconds(measured.suppression().cpu()),
                    seconds(repair.wall()),
                    seconds(repair.cpu()));
            String key = measured.isMet() ? "bench.met" : "bench.missed";
            OptionalLong most = measured.target().mostSuppressed();
            if (most.isPresent()) {
                console.say(key, most.getAsLong());
            } else {
                console.say(key + "Safety");
            }
            sayTimes(console, measured);
        }

        private static void sayTimes(Console console, Measured measured) {
            String key = measured.isInTime() ? "bench.inTime" : "bench.late";
            measured.target()
                    .whole()
                    .ifPresent(whole -> measured.target()
                            .suppressionCpu()
                            .ifPresentOrElse(
                                    cpu -> console.say(key, cpu.toSeconds(), whole.toSeconds()),
                                    () -> console.say(key + "InAll", whole.toSeconds())));
        }

        private static Map<String, Object> json(Measured measured) {
            Map<String, Object> result = new LinkedHashMap<>();
            Taken repair = measured.whole().less(measured.suppression());
            result.put("name", measured.name());
            result.put("cells", measured.gate().cells());
            result.put("primary", measured.gate().primary());
            result.put("suppressed", measured.gate().suppressed());
            result.put("secondary", measured.gate().secondary());
            result.put("suppressedWithoutRepair", measured.withoutRepair());
            result.put("recovered", measured.audit().computed().size());
            result.put("boundedBelowK", measured.audit().bounded().size());
            result.put("undecided", measured.audit().undecided().size());
            result.put("suppressionSeconds", decimal(measured.suppression().wall()));
            result.put("suppressionCpuSeconds", decimal(measured.suppression().cpu()));
            result.put("repairSeconds", decimal(repair.wall()));
            result.put("repairCpuSeconds", decimal(repair.cpu()));
            GateBench.Target target = measured.target();
            target.mostSuppressed().ifPresent(most -> result.put("target", most));
            target.suppressionCpu().ifPresent(most -> result.put("targetSuppressionCpuSeconds", most.toSeconds()));
            target.whole().ifPresent(most -> result.put("targetSeconds", most.toSeconds()));
            result.put("met", measured.isMet());
            result.put("inTime", measured.isInTime());
            return result;
        }

        private static double decimal(Duration time) {
            return (double) time.toMillis() / 1000;
        }

        private static String seconds(Duration time) {
            return String.format(Locale.ROOT, "%.1f", decimal(time));
        }
    }
}
