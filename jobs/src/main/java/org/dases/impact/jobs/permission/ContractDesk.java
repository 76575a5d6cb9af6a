// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dases.impact.connectors.contract.Admission;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.contract.Participant;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.PolicyEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/** Decides for a dataset what its contract allows now. The default is deny: no contract, no use. */
public final class ContractDesk {
    private final Workspace workspace;
    private final ContractFolder folder;
    private final PolicyEvaluator evaluator;
    private final Participant us;
    private final Set<String> purposes;

    /**
     * A desk over the contracts of a workspace.
     *
     * @param workspace says who we are and what our jobs are for
     * @param folder the contracts
     * @param evaluator decides on their policies
     */
    public ContractDesk(Workspace workspace, ContractFolder folder, PolicyEvaluator evaluator) {
        this.workspace = workspace;
        this.folder = folder;
        this.evaluator = evaluator;
        this.us = Roles.participant(workspace.settings());
        this.purposes = workspace.settings().purposes();
    }

    /**
     * Decides.
     *
     * @param dataset what is to be used
     * @param action for what
     * @param at when
     * @return a permit, or a denial with all reasons
     */
    public Decision decide(Dataset dataset, Action action, Instant at) {
        Optional<Contract> contract = folder.find(dataset.contract());
        if (contract.isEmpty()) {
            return new Decision.Denial(List.of("There is no readable contract " + dataset.contract()
                    + " in the folder contracts, which dataset " + dataset.name() + " names."));
        }
        if (isForeignDomain(dataset, contract.get())) {
            return new Decision.Denial(List.of("The contract " + dataset.contract()
                    + " names another pseudonym domain than dataset " + dataset.name() + " ('"
                    + dataset.pseudonymDomain() + "')."));
        }
        if (publishes(action) && isLimited(dataset, contract.get())) {
            return new Decision.Denial(List.of("The contract " + dataset.contract()
                    + " limits the detail of published figures (granularity), which this version cannot honour yet; its data"
                    + " are therefore left out."));
        }
        Optional<Instant> deleteBy = contract.get().terms(dataset.resource()).deleteBy();
        if (deleteBy.filter(at::isAfter).isPresent()) {
            return new Decision.Denial(
                    List.of("The contract " + dataset.contract() + " demands that all data are deleted by "
                            + deleteBy.get() + "; nothing is pulled or used any more."));
        }
        return Admission.review(contract.get(), us, at)
                .match(
                        admitted -> evaluator.decide(
                                admitted.contract(),
                                new PolicyRequest(action, dataset.resource(), admitted.assignee(), purposes, at)),
                        refused -> new Decision.Denial(refused.reasons()));
    }

    private static boolean publishes(Action action) {
        return action == Action.AGGREGATE || action == Action.DISTRIBUTE || action == Action.DISPLAY;
    }

    private static boolean isLimited(Dataset dataset, Contract contract) {
        return !contract.terms(dataset.resource()).granularity().isEmpty();
    }

    private static boolean isForeignDomain(Dataset dataset, Contract contract) {
        return contract.terms(dataset.resource())
                .pseudonymDomain()
                .filter(domain -> !domain.equals(dataset.pseudonymDomain()))
                .isPresent();
    }

    /**
     * The domain in which the dataset's learners get their pseudonyms. Where the contract names none, the dataset is on
     * its own: its learners are joined with those of no other dataset.
     *
     * @param dataset the dataset
     * @return domain named by the contract, else one that no other dataset has
     */
    public String pseudonymDomain(Dataset dataset) {
        return folder.find(dataset.contract())
                .flatMap(contract -> contract.terms(dataset.resource()).pseudonymDomain())
                .orElse("dataset:" + dataset.name());
    }

    /**
     * On which legal basis the dataset is processed.
     *
     * @param dataset the dataset
     * @return what its contract states, else what the workspace states; empty when neither does
     */
    public Optional<String> legalBasis(Dataset dataset) {
        return folder.find(dataset.contract())
                .flatMap(contract -> contract.terms(dataset.resource()).legalBasis())
                .or(dataset::legalBasis);
    }

    /**
     * The file of the dataset's contract, for messages.
     *
     * @param dataset the dataset
     * @return path within the workspace; the contract's id where no readable file holds it
     */
    public String place(Dataset dataset) {
        return folder.contracts().entrySet().stream()
                .filter(each -> each.getValue().id().equals(dataset.contract()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("contract " + dataset.contract());
    }

    /**
     * A desk over the contracts as they stand in their folder now: a run may take hours, in which one is revoked.
     *
     * @return another desk
     */
    public ContractDesk again() {
        return new ContractDesk(
                workspace, ContractFolder.read(workspace.folder().resolve("contracts")), evaluator);
    }

    /**
     * The evaluator, for leases that renew themselves.
     *
     * @return the evaluator behind this desk
     */
    public PolicyEvaluator evaluator() {
        return evaluator;
    }
}
