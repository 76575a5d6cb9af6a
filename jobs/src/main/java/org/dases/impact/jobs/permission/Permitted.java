// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Terms;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.indicators.definition.PublishedTable;
import org.dases.impact.jobs.workspace.Dataset;

/**
 * Which datasets may be used for several actions at one moment, and why the others may not.
 *
 * @param contracts dataset name to the contract that permits, in alphabetical order
 * @param terms dataset name to what that contract demands for its resource
 * @param denied dataset name to the reasons
 * @param held dataset name to the reason why what was landed of it must not be used, whatever its contract says
 */
public record Permitted(
        SortedMap<String, Contract> contracts,
        Map<String, Terms> terms,
        Map<String, List<String>> denied,
        Map<String, String> held) {

    /**
     * Asks for each dataset.
     *
     * @param desk whom to ask
     * @param datasets the datasets
     * @param actions all of them must be allowed
     * @param at when
     * @return the answer
     */
    public static Permitted ask(ContractDesk desk, List<Dataset> datasets, List<Action> actions, Instant at) {
        SortedMap<String, Contract> contracts = new TreeMap<>();
        Map<String, Terms> terms = new LinkedHashMap<>();
        Map<String, List<String>> denied = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            List<String> reasons = new ArrayList<>();
            for (Action action : actions) {
                Decision decision = desk.decide(dataset, action, at);
                reasons.addAll(decision.match(permit -> List.<String>of(), Decision.Denial::reasons));
                decision.match(permit -> Optional.of(permit.contract()), denial -> Optional.<Contract>empty())
                        .ifPresent(contract -> contracts.put(dataset.name(), contract));
            }
            if (!reasons.isEmpty()) {
                contracts.remove(dataset.name());
                denied.put(dataset.name(), reasons.stream().distinct().toList());
            }
        }
        contracts.forEach((name, contract) -> datasets.stream()
                .filter(dataset -> dataset.name().equals(name))
                .forEach(dataset -> terms.put(name, contract.terms(dataset.resource()))));
        return new Permitted(contracts, terms, denied, Map.of());
    }

    /**
     * Takes out datasets that are held back.
     *
     * @param reasons dataset name to the reason
     * @return the others
     */
    public Permitted without(Map<String, String> reasons) {
        SortedMap<String, Contract> others = new TreeMap<>(contracts);
        others.keySet().removeAll(reasons.keySet());
        return new Permitted(others, terms, denied, reasons);
    }

    /**
     * Takes out datasets that are refused for a reason that their contract alone does not tell.
     *
     * @param reasons dataset name to the reasons
     * @return the others
     */
    public Permitted refusing(Map<String, List<String>> reasons) {
        SortedMap<String, Contract> others = new TreeMap<>(contracts);
        others.keySet().removeAll(reasons.keySet());
        Map<String, List<String>> all = new LinkedHashMap<>(denied);
        reasons.forEach(all::putIfAbsent);
        return new Permitted(others, terms, all, held);
    }

    /**
     * The largest cohort size that the contracts of some datasets ask for.
     *
     * @param datasets names
     * @return 0 when none asks
     */
    public int minimumCohortSize(Iterable<String> datasets) {
        int most = 0;
        for (String dataset : datasets) {
            most = Math.max(most, terms(dataset).minimumCohortSize().orElse(0));
        }
        return most;
    }

    /**
     * Whether all contracts of some datasets let figures about a single provider out.
     *
     * @param datasets names
     * @return false as soon as one does not, and for no dataset at all
     */
    public boolean singleProviderRelease(Iterable<String> datasets) {
        boolean any = false;
        for (String dataset : datasets) {
            if (!terms(dataset).singleProviderRelease()) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /**
     * Why datasets feed a table that shows more detail than their contracts allow to publish. Such a dataset goes into
     * no table at all: what it adds to one and not to another would be told by their difference.
     *
     * @param datasets the datasets
     * @param tables all tables that are to be published
     * @param feeds whether a dataset may feed a table
     * @return dataset to the reasons, sentences that a lawyer can read
     */
    public Map<String, List<String>> tooFine(
            List<Dataset> datasets, List<PublishedTable> tables, BiPredicate<PublishedTable, Dataset> feeds) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            List<String> each = tables.stream()
                    .filter(table -> contracts.containsKey(dataset.name()) && feeds.test(table, dataset))
                    .flatMap(table -> terms(dataset.name()).granularity().stream()
                            .flatMap(levels -> new Granularity(levels).objection(dataset.name(), table).stream()))
                    .toList();
            if (!each.isEmpty()) {
                reasons.put(dataset.name(), each);
            }
        }
        return reasons;
    }

    private Terms terms(String dataset) {
        Terms found = terms.get(dataset);
        if (found == null) {
            throw new IllegalArgumentException("dataset '" + dataset + "' is not permitted");
        }
        return found;
    }
}
