// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.compute.Inputs;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.permission.Permitted;
import org.dases.impact.jobs.run.Stage;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/** What a run would do, found out without Spark and without moving data. */
final class DryRun {
    private final Workspace workspace;
    private final Console console;

    DryRun(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    ExitCode print(Stage until) {
        ContractDesk desk = new ContractDesk(
                workspace, ContractFolder.read(workspace.folder().resolve("contracts")), new OdrlEvaluator());
        List<Action> actions = new ArrayList<>(List.of(Action.READ));
        if (until.compareTo(Stage.COMPUTE) >= 0) {
            actions.addAll(List.of(Action.AGGREGATE, Action.DISTRIBUTE));
        }
        Permitted permitted = Permitted.ask(
                desk, workspace.datasets(), actions, Clock.systemUTC().instant());
        if (until.compareTo(Stage.COMPUTE) >= 0) {
            permitted = permitted.refusing(permitted.tooFine(workspace.datasets(), workspace.tables(), Inputs::feeds));
        }
        tell(permitted, until);
        return permitted.denied().isEmpty() ? ExitCode.DONE : ExitCode.CONTRACT;
    }

    private void tell(Permitted permitted, Stage until) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("allowed", permitted.contracts().keySet());
        machine.put("refused", permitted.denied());
        console.json(machine);
        permitted.contracts().keySet().forEach(dataset -> console.say("dry.allowed", dataset));
        permitted.denied().forEach((dataset, reasons) -> {
            console.say("dry.refused", dataset);
            reasons.forEach(reason -> console.reason("    - ", reason));
        });
        if (until.compareTo(Stage.COMPUTE) >= 0) {
            List<Dataset> used = workspace.datasets().stream()
                    .filter(each -> permitted.contracts().containsKey(each.name()))
                    .toList();
            for (PublishedTable table : workspace.tables()) {
                Set<String> datasets = Inputs.datasets(table, used);
                String key = datasets.isEmpty() ? "dry.table.none" : "dry.table";
                console.say(key, table.id(), String.join(", ", datasets));
            }
        }
    }
}
