// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.jobs.workspace.Suggestion;
import org.dases.impact.jobs.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One contract of a workspace, with what it allows each dataset; or any policy, with its answer to any request. */
@Command(
        name = "explain",
        description =
                "Say what a contract allows now, for each dataset and action, and why; or what a policy answers to a"
                        + " request.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CONTRACT",
            descriptionKey = "contracts.which",
            description = "Identifier of the contract, or its file.")
    @Nullable String which;

    @Option(
            names = "--policy",
            paramLabel = "POLICY.json",
            descriptionKey = "explain.policy",
            description =
                    "Ask this file instead: an ODRL Set, Offer or Agreement in JSON-LD, or a contract in one of the"
                            + " three shapes. Ends with 0 when it permits, 3 when it denies, 2 when a file is unreadable.")
    @Nullable Path policy;

    @Option(
            names = "--request",
            paramLabel = "REQUEST.json",
            descriptionKey = "explain.request",
            description =
                    "What is asked: action and target, and as far as known assignee, purpose, at, context, counts,"
                            + " fulfilled, members. What is left out is unknown.")
    @Nullable Path request;

    @Override
    public Integer call() {
        Console console = common.console();
        if (policy != null && request != null && which == null) {
            return new PolicyExplanation(console).tell(policy, request);
        }
        if (which == null || policy != null || request != null) {
            throw Failure.configuration(console.messages().text("explain.usage"));
        }
        explain(console, which);
        return ExitCode.DONE.code();
    }

    private void explain(Console console, String asked) {
        Workspace read = workspace.read();
        ContractStanding standing = find(read, asked);
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
                .forEach((dataset, terms) -> terms.forEach((term, value) ->
                        console.print("  " + dataset + ": " + console.messages().heading(term) + ": "
                                + console.messages().said(term, value))));
        print(console, answers);
    }

    private static void print(Console console, ContractStanding standing, Contract contract) {
        console.print(standing.file() + "  " + standing.id());
        ContractAnswer.says(contract)
                .forEach((key, value) -> console.print("  " + console.messages().heading(key) + ": "
                        + console.messages().said(key, value)));
        standing.reasons().forEach(reason -> console.reason("  ", reason));
    }

    private static void print(Console console, List<ContractAnswer> answers) {
        for (ContractAnswer answer : answers) {
            String word = console.messages().text(answer.permitted() ? "contract.permits" : "contract.denies");
            console.print(word + "  " + answer.dataset() + "  " + answer.action());
            answer.why().forEach(reason -> console.reason("    ", reason));
        }
    }

    /** The contract of an identifier or file; a {@link Failure} when there is none. */
    static ContractStanding find(Workspace read, String asked) {
        List<ContractStanding> standings = ContractStanding.of(read, Instant.now());
        List<String> known = new ArrayList<>();
        for (ContractStanding each : standings) {
            if (each.id().equals(asked) || each.file().equals(asked)) {
                return each;
            }
            known.add(each.id());
            known.add(each.file());
        }
        throw Failure.configuration("No contract of the workspace has the identifier or the file name '" + asked + "'"
                + Suggestion.hint(asked, known) + ". `impact contracts list` shows all.");
    }
}
