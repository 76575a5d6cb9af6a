// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.jobs.aggregate.GateOutcome;

/** Tells what came of asking the gate alone. */
final class GateReport {
    private final Console console;
    private final Path out;
    private final int k;
    private final boolean dry;

    GateReport(Console console, Path out, int k, boolean dry) {
        this.console = console;
        this.out = out;
        this.k = k;
        this.dry = dry;
    }

    /** The exit code. */
    int tell(GateOutcome outcome) {
        if (outcome instanceof GateOutcome.Cleared cleared) {
            return cleared(cleared);
        }
        if (outcome instanceof GateOutcome.Refused refused) {
            console.json(Map.of("refused", refused.reasons()));
            console.warn(console.messages().text("gate.refused"));
            refused.reasons()
                    .forEach(reason -> console.warn("  - " + console.messages().said(reason)));
            return ExitCode.GATE.code();
        }
        if (outcome instanceof GateOutcome.TooLarge large) {
            throw Failure.configuration(console.messages().text("gate.memory", large.cells(), large.gibibytes()));
        }
        List<Problem> problems = ((GateOutcome.Unusable) outcome).problems();
        console.json(Map.of("problems", problems.stream().map(Problem::message).toList()));
        problems.forEach(each -> console.warn(console.messages().said(each)));
        console.warn(console.messages().text("gate.unusable", problems.size()));
        return ExitCode.CONFIGURATION.code();
    }

    private int cleared(GateOutcome.Cleared cleared) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("out", out.toString());
        result.put("written", !dry);
        result.put("cells", cleared.cells());
        result.put("primary", cleared.primary());
        result.put("secondary", cleared.secondary());
        result.put("suppressed", cleared.suppressed());
        result.put("frozen", cleared.frozen());
        List<String> warnings = cleared.warnings().stream()
                .map(each -> console.messages()
                        .text("gate.warning." + each.kind().name().toLowerCase(Locale.ROOT), each.file(), each.cells()))
                .toList();
        result.put("warnings", warnings);
        result.put(
                "explained", cleared.explained().stream().map(GateReport::json).toList());
        result.put("advice", cleared.advice().stream().map(GateReport::json).toList());
        console.json(result);
        warnings.forEach(console::warn);
        console.say(
                "gate.done",
                cleared.cells(),
                cleared.suppressed(),
                cleared.primary(),
                cleared.secondary(),
                cleared.frozen());
        if (cleared.shown() == 0 && cleared.suppressed() > 0) {
            console.say("gate.nothing", k);
        }
        cleared.explained().forEach(this::explain);
        cleared.advice().forEach(this::advise);
        console.say(dry ? "gate.notWritten" : "gate.written", out);
        return ExitCode.DONE.code();
    }

    private void explain(GateOutcome.Explained cell) {
        String told = cell.reasons().isEmpty() ? "told" : cell.isFrozen() ? "frozen" : "withheld";
        console.say("gate.explained." + told, named(cell.codes()));
        cell.reasons()
                .forEach(reason -> console.print("  - " + console.messages().text("gate.reason." + reason, k)));
    }

    private static String named(Map<String, String> codes) {
        return codes.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void advise(GateOutcome.Advice level) {
        String key = level.isProposed() ? "gate.advice.proposed" : "gate.advice";
        console.say(
                key,
                level.dimension(),
                level.level().orElseGet(() -> console.messages().text("gate.advice.none")),
                Math.round(level.percent()));
    }

    private static Map<String, Object> json(GateOutcome.Explained cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", cell.codes());
        json.put("frozen", cell.isFrozen());
        json.put("reasons", cell.reasons().stream().map(Enum::name).toList());
        return json;
    }

    private static Map<String, Object> json(GateOutcome.Advice level) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", level.dimension());
        json.put("level", level.level().orElse(""));
        json.put("percentWithheld", Math.round(level.percent()));
        json.put("proposed", level.isProposed());
        return json;
    }
}
