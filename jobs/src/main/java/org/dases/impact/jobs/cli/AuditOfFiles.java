// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.connectors.document.Problem;
import org.dases.impact.jobs.aggregate.AuditOutcome;

/** Tells what came of attacking a table that was printed as a file. */
final class AuditOfFiles {
    private static final int SHOWN = 20;

    private final Console console;
    private final int k;

    AuditOfFiles(Console console, int k) {
        this.console = console;
        this.k = k;
    }

    /** The exit code: only what was shown to be safe ends as done. */
    int tell(AuditOutcome outcome) {
        if (outcome instanceof AuditOutcome.Attacked attacked) {
            return report(attacked);
        }
        List<Problem> problems = ((AuditOutcome.Unusable) outcome).problems();
        console.json(Map.of("problems", problems.stream().map(Problem::message).toList()));
        problems.forEach(each -> console.warn(console.messages().said(each)));
        console.warn(console.messages().text("audit.unusable", problems.size()));
        return ExitCode.CONFIGURATION.code();
    }

    private int report(AuditOutcome.Attacked attacked) {
        console.json(json(attacked));
        console.say("audit.cells", attacked.cells(), attacked.hidden(), attacked.frozen());
        if (attacked.missing() > 0) {
            console.warn(console.messages().text("audit.missing", attacked.missing()));
        }
        if (!attacked.carried().isEmpty()) {
            console.warn(
                    console.messages().text("audit.carried", attacked.carried().size()));
        }
        tell("audit.small", attacked, attacked.small());
        tell("audit.near", attacked, attacked.near());
        tell("audit.computed", attacked, attacked.computed());
        tell("audit.bounded", attacked, attacked.bounded());
        if (!attacked.undecided().isEmpty()) {
            console.warn(console.messages()
                    .text("audit.undecided", attacked.undecided().size(), k));
        }
        if (attacked.isLeaking()) {
            console.say("audit.leak");
            return ExitCode.GATE.code();
        }
        if (!attacked.undecided().isEmpty()) {
            console.say("audit.nothing");
            return ExitCode.GATE.code();
        }
        String safe = attacked.earlier() > 0 ? "audit.safeTogether" : "audit.safe";
        console.say(attacked.carried().isEmpty() ? safe : "audit.safeWithout");
        return ExitCode.DONE.code();
    }

    private void tell(String key, AuditOutcome.Attacked attacked, List<List<String>> found) {
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
        result.put(
                "safe",
                !attacked.isLeaking()
                        && attacked.undecided().isEmpty()
                        && attacked.carried().isEmpty());
        result.put("leaking", attacked.isLeaking());
        result.put("cells", attacked.cells());
        result.put("hidden", attacked.hidden());
        result.put("frozen", attacked.frozen());
        result.put("missing", attacked.missing());
        result.put("earlierReleases", attacked.earlier());
        result.put("columns", attacked.columns());
        result.put("printedBelowK", attacked.small());
        result.put("hiddenWithNumber", attacked.carried());
        result.put("differsByFewerThanK", attacked.near());
        result.put("computed", attacked.computed());
        result.put("boundedBelowK", attacked.bounded());
        result.put("undecided", attacked.undecided());
        return result;
    }
}
