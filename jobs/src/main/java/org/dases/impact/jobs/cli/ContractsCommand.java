// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.List;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the contracts of a workspace say and allow. */
@Command(
        name = "contracts",
        description =
                "List contracts, explain what they allow, find what is wrong with them, fetch them again, show what was decided.",
        subcommands = {
            ContractsCommand.ListAll.class,
            ShowCommand.class,
            ExplainCommand.class,
            LintCommand.class,
            RefreshCommand.class,
            LogCommand.class
        })
final class ContractsCommand {
    @Mixin
    CommonOptions common = new CommonOptions();

    /** All contracts with their standing. */
    @Command(name = "list", description = "List all contracts: file, shape, status, and why one is refused.")
    static final class ListAll extends PlainCommand {
        @Mixin
        WorkspaceArgument workspace = new WorkspaceArgument();

        @Override
        void run(Console console) {
            Workspace read = workspace.read();
            List<ContractStanding> standings = ContractStanding.of(read, Instant.now());
            console.json(standings);
            for (ContractStanding each : standings) {
                String word = console.messages().text(each.reasons().isEmpty() ? "contract.good" : "contract.bad");
                console.print(word + "  " + each.file() + "  " + each.id() + "  "
                        + console.messages().said("kind", each.kind()));
                each.reasons().forEach(reason -> console.reason("    ", reason));
            }
            read.contracts()
                    .problems()
                    .forEach(
                            each -> console.print(ContractStanding.problem(each).text()));
        }
    }
}
