// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.indicators.disclosure.Rules;
import org.dases.impact.indicators.disclosure.Zeros;
import org.dases.impact.jobs.aggregate.AggregateAudit;
import org.dases.impact.jobs.aggregate.AuditOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The attacker alone, on a printed table. */
@Command(name = "audit", description = "Attack a printed table (CSV and hierarchies): say what leaks and how.")
final class AuditCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            index = "0",
            paramLabel = "FILE.csv",
            descriptionKey = "audit.file",
            description = "What is printed: a row a cell with the finest columns of the hierarchies, freq, suppressed"
                    + " (and primary, frozen); or, without suppressed, inner cells that are all printed.")
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
            paramLabel = "N",
            descriptionKey = "gate.k",
            description = "Least number of persons in a cell; 5 or more.")
    int k;

    @Option(
            names = "--zeros",
            defaultValue = "publish",
            paramLabel = "publish|withhold",
            descriptionKey = "audit.zeros",
            description = "Whether a zero may be known; default: ${DEFAULT-VALUE}.")
    Zeros zeros = Zeros.PUBLISH;

    @Override
    public Integer call() {
        Console console = common.console();
        if (k < Rules.FLOOR) {
            throw Failure.configuration(console.messages().text("gate.floor", k, Rules.FLOOR));
        }
        AuditOutcome outcome = new AggregateAudit(cells, hierarchies, k, zeros).run();
        if (outcome instanceof AuditOutcome.Attacked attacked) {
            return report(console, attacked);
        }
        List<String> problems = ((AuditOutcome.Unusable) outcome)
                .problems().stream().map(Problem::message).toList();
        console.json(Map.of("problems", problems));
        problems.forEach(console::warn);
        console.warn(console.messages().text("audit.unusable", problems.size()));
        return ExitCode.CONFIGURATION.code();
    }

    private int report(Console console, AuditOutcome.Attacked attacked) {
        console.json(json(attacked));
        console.say("audit.cells", attacked.cells(), attacked.hidden(), attacked.frozen());
        if (attacked.missing() > 0) {
            console.warn(console.messages().text("audit.missing", attacked.missing()));
        }
        tell(console, "audit.small", attacked, attacked.small());
        tell(console, "audit.computed", attacked, attacked.computed());
        tell(console, "audit.bounded", attacked, attacked.bounded());
        if (!attacked.undecided().isEmpty()) {
            console.warn(console.messages()
                    .text("audit.undecided", attacked.undecided().size(), k));
        }
        if (attacked.isLeaking()) {
            console.say("audit.leak");
            return ExitCode.GATE.code();
        }
        console.say(attacked.undecided().isEmpty() ? "audit.safe" : "audit.nothing");
        return ExitCode.DONE.code();
    }

    private void tell(Console console, String key, AuditOutcome.Attacked attacked, List<List<String>> found) {
        if (found.isEmpty()) {
            return;
        }
        console.say(key, found.size(), k);
        found.stream().limit(SHOWN).forEach(codes -> console.print("  " + named(attacked.columns(), codes)));
        if (found.size() > SHOWN) {
            console.say("audit.more", found.size() - SHOWN);
        }
    }

    private static String named(List<String> columns, List<String> codes) {
        List<String> parts = new ArrayList<>();
        for (int axis = 0; axis < codes.size(); axis++) {
            parts.add(columns.get(axis) + "=" + codes.get(axis));
        }
        return String.join(", ", parts);
    }

    private static Map<String, Object> json(AuditOutcome.Attacked attacked) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("safe", !attacked.isLeaking() && attacked.undecided().isEmpty());
        result.put("leaking", attacked.isLeaking());
        result.put("cells", attacked.cells());
        result.put("hidden", attacked.hidden());
        result.put("frozen", attacked.frozen());
        result.put("missing", attacked.missing());
        result.put("columns", attacked.columns());
        result.put("printedBelowK", attacked.small());
        result.put("computed", attacked.computed());
        result.put("boundedBelowK", attacked.bounded());
        result.put("undecided", attacked.undecided());
        return result;
    }
}
