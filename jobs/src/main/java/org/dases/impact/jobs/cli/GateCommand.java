// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.dases.impact.indicators.disclosure.rules.Attacker;
import org.dases.impact.indicators.disclosure.rules.Rules;
import org.dases.impact.indicators.disclosure.rules.Zeros;
import org.dases.impact.indicators.disclosure.workers.Workers;
import org.dases.impact.jobs.aggregate.AggregateGate;
import org.dases.impact.jobs.aggregate.GateRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The gate alone, on an aggregated table. */
@Command(name = "gate", description = "Protect an aggregated table (CSV and hierarchies) without a workspace.")
final class GateCommand implements Callable<Integer> {
    /** A protection that can be switched off for comparison. */
    enum Switch {
        ON,
        OFF
    }

    /** What is reckoned with beside adding and subtracting. */
    enum Repair {
        ON(Attacker.BOUNDS),
        STRICT(Attacker.BOUNDS_ABOVE_ZERO),
        OFF(Attacker.ADDS);

        private final Attacker attacker;

        Repair(Attacker attacker) {
            this.attacker = attacker;
        }
    }

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            index = "0",
            paramLabel = "FILE.csv",
            descriptionKey = "gate.file",
            description = "Inner cells: the columns of the hierarchies, freq, and n_contrib, n_prov, top1 if known.")
    Path cells = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "HIER.json",
            descriptionKey = "gate.hierarchies",
            description = "Hierarchies: for each dimension its columns (cols) and its tree from the total down.")
    Path hierarchies = Path.of("");

    @Option(
            names = "--k",
            required = true,
            converter = Threshold.class,
            paramLabel = "N",
            descriptionKey = "gate.k",
            description = "Least number of persons in a cell; 5 or more.")
    int k;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT.csv",
            descriptionKey = "gate.out",
            description = "File to write: a row a cell, totals among them, with freq, primary, suppressed, frozen.")
    Path out = Path.of("");

    @Option(
            names = "--witnesses",
            paramLabel = "FILE.csv",
            descriptionKey = "gate.witnesses",
            description =
                    "Restricted file to write what proves that nothing withheld can be bounded below k: tables that"
                            + " agree with OUT.csv. Never to be published; for `impact audit --witnesses`.")
    @Nullable Path witnesses;

    @Option(
            names = "--zeros",
            defaultValue = "publish",
            paramLabel = "publish|withhold",
            descriptionKey = "gate.zeros",
            description = "What becomes of zeros; default: ${DEFAULT-VALUE}.")
    Zeros zeros = Zeros.PUBLISH;

    @Option(
            names = "--singletons",
            defaultValue = "on",
            paramLabel = "on|off",
            descriptionKey = "gate.singletons",
            description = "Reckon with a school or provider that is alone in a cell and subtracts itself; default: on.")
    Switch singletons = Switch.ON;

    @Option(
            names = "--repair",
            defaultValue = "on",
            paramLabel = "on|strict|off",
            descriptionKey = "gate.repair",
            description = "Keep withheld cells from being bounded below k; strict: also by who reckons that a withheld"
                    + " cell is not empty, as zeros are printed; default: on.")
    Repair repair = Repair.ON;

    @Option(
            names = "--schools",
            paramLabel = "N",
            descriptionKey = "gate.schools",
            description = "Least number of schools in a cell (column n_contrib); default: no such rule.")
    @Nullable Integer schools;

    @Option(
            names = "--largest-school",
            paramLabel = "P",
            descriptionKey = "gate.largest",
            description = "Greatest share of a cell's largest school in percent (column top1); default: no such rule.")
    @Nullable Integer largestSchool;

    @Option(
            names = "--providers",
            paramLabel = "N",
            descriptionKey = "gate.providers",
            description = "Least number of providers in a cell (column n_prov); default: no such rule.")
    @Nullable Integer providers;

    @Option(
            names = "--previous",
            paramLabel = "OUT.csv",
            descriptionKey = "gate.previous",
            description =
                    "What an earlier release of the table wrote; repeatable, the oldest first. Keep OUT.csv.restricted"
                            + " beside it: it holds the true counts and must never be published.")
    List<Path> previous = new ArrayList<>();

    @Option(
            names = "--explain",
            paramLabel = "DIM=CODE,DIM=CODE",
            descriptionKey = "gate.explain",
            description =
                    "Say why a cell is withheld, in ranges; repeatable. What is not named is the total. The answer is"
                            + " not for publication.")
    List<String> explain = new ArrayList<>();

    @Option(
            names = "--advise",
            descriptionKey = "gate.advise",
            description = "Say for each level of each dimension what share would be withheld if it ended there, and"
                    + " propose a coarser one. Asks the gate once a level.")
    boolean advise;

    @Option(
            names = "--dry-run",
            descriptionKey = "gate.dry",
            description = "Read, check and decide, but write nothing.")
    boolean dry;

    @Override
    public Integer call() {
        Console console = common.console();
        check(console);
        GateRequest request = new GateRequest(
                cells,
                hierarchies,
                out,
                Optional.ofNullable(witnesses),
                k,
                zeros,
                singletons == Switch.ON,
                repair.attacker,
                optional(schools),
                optional(largestSchool),
                optional(providers),
                previous,
                explain.stream().map(asked -> AskedCodes.of(console, asked)).toList(),
                advise,
                dry);
        AggregateGate gate = new AggregateGate(
                request,
                Workers.THREADS,
                cells -> console.warn(console.messages().text("gate.many", cells)));
        return new GateReport(console, out, k, dry).tell(gate.run());
    }

    private void check(Console console) {
        List<Path> named = new ArrayList<>(previous);
        named.addAll(List.of(cells, hierarchies, out));
        if (named.contains(Path.of("")) || Path.of("").equals(witnesses)) {
            throw Failure.configuration(console.messages().text("gate.empty"));
        }
        if (k < Rules.FLOOR) {
            throw Failure.configuration(console.messages().text("gate.floor", k, Rules.FLOOR));
        }
        atLeast(console, "--k", k, Rules.FLOOR, Threshold.MOST);
        atLeast(console, "--schools", schools, 1, Integer.MAX_VALUE);
        atLeast(console, "--providers", providers, 1, Integer.MAX_VALUE);
        atLeast(console, "--largest-school", largestSchool, 1, 100);
    }

    private static void atLeast(Console console, String option, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw Failure.configuration(console.messages().text("gate.range", option, value, least, most));
        }
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
