// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Counted;
import org.dases.impact.connectors.contract.Party;
import org.dases.impact.connectors.contract.Terms;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.OdrlEvaluator;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.permission.ContractDesk;
import org.dases.impact.jobs.permission.UseBook;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * What a contract answers to one use of a dataset.
 *
 * @param dataset name of the dataset
 * @param action what is asked for, in ODRL's word
 * @param permitted whether it is permitted now
 * @param why the rules that permit, or the reasons against
 */
record ContractAnswer(String dataset, String action, boolean permitted, List<String> why) {
    /** The uses that a run asks for, in its order. */
    private static final List<Action> ASKED =
            List.of(Action.READ, Action.AGGREGATE, Action.DERIVE, Action.DISTRIBUTE, Action.DISPLAY);

    static List<ContractAnswer> of(Workspace workspace, Contract contract, Instant at) {
        ContractDesk desk = new ContractDesk(workspace, workspace.contracts(), new OdrlEvaluator());
        List<ContractAnswer> answers = new ArrayList<>();
        for (Dataset dataset : workspace.datasets()) {
            if (dataset.contract().equals(contract.id())) {
                ASKED.forEach(action -> answers.add(answer(desk, dataset, action, at)));
            }
        }
        return answers;
    }

    private static ContractAnswer answer(ContractDesk desk, Dataset dataset, Action action, Instant at) {
        String word = action.name().toLowerCase(Locale.ROOT);
        return desk.decide(dataset, action, at)
                .match(
                        permit -> new ContractAnswer(dataset.name(), word, true, permit.explanation()),
                        denial -> new ContractAnswer(dataset.name(), word, false, denial.reasons()));
    }

    /** How often each dataset that rests on the contract was used, and what the contract says to that. */
    static List<Map<String, Object>> uses(Workspace workspace, Contract contract) {
        UseBook book = new UseBook(new Lake(workspace.lake()));
        List<Map<String, Object>> uses = new ArrayList<>();
        for (Dataset dataset : workspace.datasets()) {
            OptionalInt used = book.used(contract, dataset.resource());
            if (dataset.contract().equals(contract.id()) && used.isPresent()) {
                Map<String, Object> use = new LinkedHashMap<>();
                use.put("dataset", dataset.name());
                use.put("used", used.getAsInt());
                use.put("limits", Counted.limits(contract, dataset.resource()));
                uses.add(use);
            }
        }
        return uses;
    }

    /** What the contract says of itself, by heading. */
    static Map<String, String> says(Contract contract) {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("kind", contract.kind().toString());
        says.put("status", contract.status().toString());
        says.put("provider", contract.provider().map(Party::id).orElse("several"));
        says.put("consumer", contract.consumer().map(Party::id).orElse("any member"));
        says.put(
                "validity",
                contract.validity().from().map(Instant::toString).orElse("…") + " – "
                        + contract.validity().until().map(Instant::toString).orElse("…"));
        says.put("purposes", contract.purposes().stream().sorted().collect(Collectors.joining(", ")));
        contract.legalBasis().ifPresent(basis -> says.put("legal-basis", basis));
        says.put("sha256", contract.sha256());
        return says;
    }

    /** What the contract demands for each dataset that rests on it: dataset to term to value. */
    static Map<String, Map<String, String>> terms(Workspace workspace, Contract contract) {
        Map<String, Map<String, String>> terms = new LinkedHashMap<>();
        for (Dataset dataset : workspace.datasets()) {
            if (dataset.contract().equals(contract.id())) {
                terms.put(dataset.name(), terms(contract.terms(dataset.resource())));
            }
        }
        return terms;
    }

    private static Map<String, String> terms(Terms terms) {
        Map<String, String> said = new LinkedHashMap<>();
        terms.minimumCohortSize().ifPresent(size -> said.put("minimum-cohort-size", Integer.toString(size)));
        terms.granularity()
                .ifPresent(levels ->
                        said.put("granularity", levels.stream().sorted().collect(Collectors.joining(", "))));
        terms.retention().ifPresent(period -> said.put("retention", period.toString()));
        terms.pseudonymDomain().ifPresent(domain -> said.put("pseudonym-domain", domain));
        said.put("single-provider-release", Boolean.toString(terms.singleProviderRelease()));
        if (!terms.duties().isEmpty()) {
            said.put("duties", terms.duties().stream().sorted().collect(Collectors.joining(", ")));
        }
        return said;
    }
}
