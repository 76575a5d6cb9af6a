// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.indicators.disclosure.workers.Workers;

/**
 * Measures the gate on a table as `impact gate` runs it: once by elimination alone, once with repair, and then the
 * attack on what it wrote.
 */
public final class GateBench {
    private static final int K = 10;
    private static final String NATIONAL = "national";

    private final Path cases;
    private final boolean singletons;
    private final Workers workers;

    /**
     * A benchmark.
     *
     * @param cases folder with NAME.csv and NAME.hier.json
     * @param singletons whether a school or provider that subtracts itself is reckoned with
     * @param workers who works on the parts of a large table
     */
    public GateBench(Path cases, boolean singletons, Workers workers) {
        this.workers = workers;
        this.cases = cases;
        this.singletons = singletons;
    }

    /**
     * Time that something took.
     *
     * @param wall by the clock
     * @param cpu of all cores together; nothing where Java does not tell
     */
    public record Taken(Duration wall, Duration cpu) {
        /**
         * What this took more than a part of it.
         *
         * @param part the part
         * @return the difference, at least nothing
         */
        public Taken less(Taken part) {
            return new Taken(positive(wall.minus(part.wall)), positive(cpu.minus(part.cpu)));
        }

        private static Duration positive(Duration time) {
            return time.isNegative() ? Duration.ZERO : time;
        }
    }

    /**
     * What is asked of a table.
     *
     * @param mostSuppressed greatest number of suppressed cells: the next best way known; empty if any will do
     * @param suppressionCpu longest that elimination may take of all cores together; empty if it is not asked for
     * @param whole longest that all of it may take by the clock, with audit and repair
     */
    public record Target(OptionalLong mostSuppressed, Optional<Duration> suppressionCpu, Optional<Duration> whole) {
        /** Of a table of which only safety is asked. */
        public static final Target SAFETY = new Target(OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What was measured of one table.
     *
     * @param name of the table
     * @param gate what the gate did, with repair
     * @param withoutRepair cells that elimination alone withholds
     * @param audit what an attacker finds in what was written
     * @param suppression time to read the table, eliminate, attack by adding and write
     * @param whole the same with repair
     * @param target what is asked of it
     */
    public record Measured(
            String name,
            GateOutcome.Cleared gate,
            long withoutRepair,
            AuditOutcome.Attacked audit,
            Taken suppression,
            Taken whole,
            Target target) {
        /**
         * Whether the targets on cells hold.
         *
         * @return true if nothing leaks, all was decided and no more than the target is withheld
         */
        public boolean isMet() {
            return !audit.isLeaking()
                    && audit.undecided().isEmpty()
                    && gate.suppressed() <= target.mostSuppressed().orElse(Long.MAX_VALUE);
        }

        /**
         * Whether the targets on time hold, which depends on the machine.
         *
         * @return true if nothing that is asked took longer
         */
        public boolean isInTime() {
            return target.suppressionCpu()
                            .filter(most -> suppression.cpu().compareTo(most) > 0)
                            .isEmpty()
                    && target.whole()
                            .filter(most -> whole.wall().compareTo(most) > 0)
                            .isEmpty();
        }
    }

    /** A table could not be measured. */
    public static final class Unmeasured extends IOException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unmeasured(String reason) {
            super(reason);
            this.reason = reason;
        }

        /**
         * Why.
         *
         * @return the reason, with the place where there is one
         */
        public String reason() {
            return reason;
        }
    }

    private record Run(GateOutcome.Cleared cleared, Taken taken) {}

    /**
     * Measures.
     *
     * @param name of the table
     * @param target what is asked of it
     * @return the figures
     * @throws IOException if files are not to be read or written, or the gate refuses
     */
    public Measured measure(String name, Target target) throws IOException {
        Path folder = Files.createTempDirectory("impact-bench");
        try {
            Path out = folder.resolve("out.csv");
            Run plain = gate(name, out, false);
            Run repaired = gate(name, out, true);
            AuditOutcome audit = new AggregateAudit(new AuditRequest(
                            out, hierarchies(name), List.of(), Optional.of(witnesses(out)), K, Zeros.PUBLISH, false))
                    .run();
            if (!(audit instanceof AuditOutcome.Attacked attacked)) {
                throw new Unmeasured("what the gate wrote for " + name + " cannot be attacked: "
                        + ((AuditOutcome.Unusable) audit).problems().get(0).message());
            }
            return new Measured(
                    name,
                    repaired.cleared(),
                    plain.cleared().suppressed(),
                    attacked,
                    plain.taken(),
                    repaired.taken(),
                    target);
        } finally {
            delete(folder);
        }
    }

    /**
     * Measures a made-up table of a whole country, which is left nowhere.
     *
     * @param cells about how many cells it shall have
     * @param seed of its numbers
     * @param singletons whether a school or provider that subtracts itself is reckoned with
     * @param workers who works on its parts
     * @return the figures
     * @throws IOException if files are not to be written, or the gate refuses
     */
    public static Measured measureNational(long cells, long seed, boolean singletons, Workers workers)
            throws IOException {
        Path folder = Files.createTempDirectory("impact-bench");
        try {
            new NationalCase(cells, seed).write(folder, NATIONAL);
            return new GateBench(folder, singletons, workers).measure(NATIONAL, Target.SAFETY);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Path witnesses(Path out) {
        return out.resolveSibling("witnesses.csv");
    }

    private Path hierarchies(String name) {
        return cases.resolve(name + ".hier.json");
    }

    private Run gate(String name, Path out, boolean repair) throws Unmeasured {
        GateRequest request = new GateRequest(
                cases.resolve(name + ".csv"),
                hierarchies(name),
                out,
                repair ? Optional.of(witnesses(out)) : Optional.empty(),
                K,
                Zeros.PUBLISH,
                singletons,
                repair ? Attacker.BOUNDS : Attacker.ADDS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                false,
                false);
        long wall = System.nanoTime();
        Duration cpu = cpu();
        GateOutcome outcome = new AggregateGate(request, workers, cells -> {}).run();
        Taken taken = new Taken(Duration.ofNanos(System.nanoTime() - wall), cpu().minus(cpu));
        if (outcome instanceof GateOutcome.Cleared cleared) {
            return new Run(cleared, taken);
        }
        throw new Unmeasured(why(name, outcome));
    }

    private static String why(String name, GateOutcome outcome) {
        if (outcome instanceof GateOutcome.Unusable unusable) {
            return unusable.problems().get(0).message();
        }
        return outcome instanceof GateOutcome.Refused refused
                ? "the gate refused " + name + ": " + String.join("; ", refused.reasons())
                : name + " does not fit into the memory that Java has";
    }

    private static Duration cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }
}
