// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.jobs.workspace.Suggestion;
import org.dases.impact.jobs.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the contracts of a workspace say and allow. */
@Command(
        name = "contracts",
        description = "List contracts and explain what they allow.",
        subcommands = {ContractsCommand.ListAll.class, ContractsCommand.Explain.class, LogCommand.class})
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
                console.print(word + "  " + each.file() + "  " + each.id() + "  " + each.kind());
                each.reasons().forEach(reason -> console.print("    " + reason));
            }
            read.contracts()
                    .problems()
                    .forEach(
                            each -> console.print(ContractStanding.problem(each).text()));
        }
    }

    /** One contract, with what it allows each dataset and why. */
    @Command(name = "explain", description = "Say what a contract allows now, for each dataset and action, and why.")
    static final class Explain extends PlainCommand {
        @Mixin
        WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(
                index = "0",
                paramLabel = "CONTRACT",
                descriptionKey = "contracts.which",
                description = "Identifier of the contract, or its file.")
        String which = "";

        @Override
        void run(Console console) {
            Workspace read = workspace.read();
            ContractStanding standing = find(read);
            Contract contract = read.contracts().find(standing.id()).orElseThrow();
            List<ContractAnswer> answers = ContractAnswer.of(read, contract, Instant.now());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("contract", standing);
            result.put("says", ContractAnswer.says(contract));
            result.put("terms", ContractAnswer.terms(read, contract));
            result.put("answers", answers);
            console.json(result);
            print(console, standing, contract);
            ContractAnswer.terms(read, contract)
                    .forEach((dataset, terms) ->
                            terms.forEach((term, value) -> console.print("  " + dataset + ": " + term + ": " + value)));
            print(console, answers);
        }

        private static void print(Console console, ContractStanding standing, Contract contract) {
            console.print(standing.file() + "  " + standing.id());
            ContractAnswer.says(contract).forEach((key, value) -> console.print("  " + key + ": " + value));
            standing.reasons().forEach(reason -> console.print("  " + reason));
        }

        private static void print(Console console, List<ContractAnswer> answers) {
            for (ContractAnswer answer : answers) {
                String word = console.messages().text(answer.permitted() ? "contract.permits" : "contract.denies");
                console.print(word + "  " + answer.dataset() + "  " + answer.action());
                answer.why().forEach(reason -> console.print("    " + reason));
            }
        }

        private ContractStanding find(Workspace read) {
            List<ContractStanding> standings = ContractStanding.of(read, Instant.now());
            List<String> known = new ArrayList<>();
            for (ContractStanding each : standings) {
                if (each.id().equals(which) || each.file().equals(which)) {
                    return each;
                }
                known.add(each.id());
                known.add(each.file());
            }
            throw Failure.configuration("No contract of the workspace has the identifier or the file name '" + which
                    + "'" + Suggestion.hint(which, known) + ". `impact contracts list` shows all.");
        }
    }
}
