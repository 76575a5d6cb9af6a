// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.workspace.DefinitionCheck;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything that can be checked without data. */
@Command(name = "check", description = "Check all files of a workspace and its contracts; moves no data.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Override
    public Integer call() {
        Console console = common.console();
        return WorkspaceArgument.reading(workspace.folder())
                .match(read -> review(console, read), problems -> broken(console, problems))
                .code();
    }

    private static ExitCode review(Console console, Workspace workspace) {
        List<Problem> problems = new ArrayList<>(DefinitionCheck.check(workspace));
        workspace.contracts().problems().forEach(each -> problems.add(ContractStanding.problem(each)));
        return problems.isEmpty()
                ? sound(console, workspace)
                : broken(console, problems.stream().sorted().toList());
    }

    private static ExitCode sound(Console console, Workspace workspace) {
        List<ContractStanding> standings = ContractStanding.of(workspace, Instant.now());
        List<ContractStanding> refused =
                standings.stream().filter(each -> !each.reasons().isEmpty()).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("valid", true);
        result.put("workspace", workspace.folder().toString());
        result.put("datasets", workspace.datasets().size());
        result.put("tables", workspace.tables().size());
        result.put("contracts", standings);
        result.put("problems", List.of());
        console.json(result);
        refused.forEach(each ->
                console.say("check.refused", each.file(), console.messages().said(String.join(" ", each.reasons()))));
        console.say(
                "check.sound",
                workspace.folder(),
                workspace.datasets().size(),
                workspace.tables().size(),
                standings.size(),
                refused.size());
        return ExitCode.DONE;
    }

    private static ExitCode broken(Console console, List<Problem> problems) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("valid", false);
        result.put("problems", problems);
        console.json(result);
        problems.forEach(problem -> console.print(problem.text()));
        console.say("check.broken", problems.size());
        return ExitCode.CONFIGURATION;
    }
}
