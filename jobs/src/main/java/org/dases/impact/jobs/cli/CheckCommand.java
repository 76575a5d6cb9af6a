// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks everything that can be checked without data. */
@Command(name = "check", description = "Check all files of a workspace; moves no data.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceArgument workspace = new WorkspaceArgument();

    @Override
    public Integer call() {
        Console console = common.console();
        return WorkspaceArgument.reading(workspace.folder())
                .match(sound -> sound(console, sound), problems -> broken(console, problems))
                .code();
    }

    private static ExitCode sound(Console console, Workspace workspace) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("valid", true);
        result.put("workspace", workspace.folder().toString());
        result.put("datasets", workspace.datasets().size());
        result.put("problems", List.of());
        console.json(result);
        console.say("check.sound", workspace.folder(), workspace.datasets().size());
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
