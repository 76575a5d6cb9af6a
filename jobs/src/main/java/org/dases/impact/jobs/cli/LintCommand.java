// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dases.impact.connectors.policy.LintFinding;
import org.dases.impact.connectors.policy.Linter;
import org.dases.impact.jobs.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What in contracts and policies will not do what its author meant. */
@Command(
        name = "lint",
        description =
                "Find what in the contracts will not do what was meant, with place and fix. Ends with 0 when all is"
                        + " well or only warnings are found, 3 when a rule or contract permits nothing because of an error, 2 when"
                        + " a file is unreadable.")
final class LintCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--policy",
            paramLabel = "POLICY.json",
            descriptionKey = "lint.policy",
            description =
                    "Review this file instead of a workspace: an ODRL policy, or a contract in one of the three shapes.")
    @Nullable Path policy;

    private final List<Map<String, Object>> json = new ArrayList<>();
    private int serious;

    @Override
    public Integer call() {
        Console console = common.console();
        boolean unreadable = false;
        if (policy == null) {
            Workspace read = workspace.read();
            read.contracts()
                    .contracts()
                    .forEach((file, contract) -> tell(
                            console,
                            file,
                            Linter.review(
                                    contract,
                                    read.settings()
                                            .surroundings()
                                            .withBroader(read.settings().purposes()),
                                    read.settings().surroundings().operands())));
            read.contracts()
                    .problems()
                    .forEach(each -> console.warn(ContractStanding.problem(each).text()));
            unreadable = !read.contracts().problems().isEmpty();
        } else {
            tell(console, policy.toString(), alone(console, policy));
        }
        console.json(json);
        console.say("lint.done", json.size(), serious);
        if (unreadable) {
            return ExitCode.CONFIGURATION.code();
        }
        return (serious > 0 ? ExitCode.CONTRACT : ExitCode.DONE).code();
    }

    private static List<LintFinding> alone(Console console, Path file) {
        return PolicyFiles.policy(console, file)
                .match(
                        policies -> Linter.review(policies, Set.of()),
                        contract -> Linter.review(contract, Set.of(), Set.of()));
    }

    private void tell(Console console, String file, List<LintFinding> findings) {
        for (LintFinding each : findings) {
            serious += each.serious() ? 1 : 0;
            String severity = each.serious() ? "error" : "warning";
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", file);
            one.put("line", each.place().line());
            one.put("column", each.place().column());
            one.put("severity", severity);
            one.put("rule", each.rule().id());
            one.put("message", each.message());
            one.put("fix", each.fix());
            json.add(one);
            console.print(file + ":" + each.place() + ": " + console.messages().text("lint." + severity) + " "
                    + each.rule().id() + ": " + console.messages().said(each.message()) + " "
                    + console.messages().said(each.fix()));
        }
    }
}
