// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dases.impact.jobs.refresh.RefreshJob;
import org.dases.impact.jobs.refresh.Refreshed;
import org.dases.impact.jobs.refresh.Refreshed.Outcome;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the contracts of a workspace again from the services that have them. */
@Command(
        name = "refresh",
        description =
                "Fetch contracts again from the contract service. Ends with 0 when each was confirmed, 2 when something"
                        + " must be mended, 3 when a contract is gone, 5 when a service could not be reached.")
final class RefreshCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            paramLabel = "CONTRACT",
            arity = "0..*",
            descriptionKey = "refresh.which",
            description = "Identifiers or files of the contracts; default: all.")
    List<String> which = new ArrayList<>();

    @Option(
            names = "--dry-run",
            descriptionKey = "refresh.dryRun",
            description = "Ask the services and say what would change; change nothing.")
    boolean dryRun;

    @Override
    public Integer call() {
        Console console = common.console();
        Workspace read = workspace.read();
        if (read.settings().contractServices().isEmpty()) {
            throw Failure.configuration(console.messages().text("refresh.none"));
        }
        Set<String> ids = new TreeSet<>();
        which.forEach(each -> ids.add(ExplainCommand.find(read, each).id()));
        List<Refreshed> refreshed = new RefreshJob(read, System.getenv(), Clock.systemUTC())
                .run(id -> ids.isEmpty() || ids.contains(id), !dryRun);
        console.json(refreshed.stream().map(RefreshCommand::machine).toList());
        refreshed.forEach(each -> console.print(text(console.messages(), each)));
        if (dryRun) {
            console.say("refresh.dry");
        }
        return code(refreshed).code();
    }

    static String text(Messages messages, Refreshed each) {
        return messages.text("refresh." + each.outcome(), each.file(), each.contract(), each.detail());
    }

    private static Map<String, Object> machine(Refreshed each) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("file", each.file());
        machine.put("contract", each.contract());
        machine.put("outcome", each.outcome().name());
        machine.put("detail", each.detail());
        return machine;
    }

    private static ExitCode code(List<Refreshed> refreshed) {
        List<Outcome> open = refreshed.stream()
                .map(Refreshed::outcome)
                .filter(each -> !each.isConfirmed() && each != Outcome.NO_SERVICE)
                .toList();
        if (open.isEmpty()) {
            return ExitCode.DONE;
        }
        if (open.stream().anyMatch(each -> !each.mayPass() && each != Outcome.GONE)) {
            return ExitCode.CONFIGURATION;
        }
        return open.contains(Outcome.GONE) ? ExitCode.CONTRACT : ExitCode.SOURCE;
    }
}
