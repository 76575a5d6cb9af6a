// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.connectors.contract.Admission;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.contract.Participant;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.policy.Circumstances;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.Permit;
import org.dases.impact.connectors.policy.PolicyEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;
import org.dases.impact.jobs.decisions.Decided;
import org.dases.impact.jobs.decisions.DecisionBook;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.lake.Lake;
import org.dases.impact.jobs.refresh.Freshness;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/** Decides for a dataset what its contract allows now. The default is deny: no contract, no use. */
public final class ContractDesk {
    private final Workspace workspace;
    private final ContractFolder folder;
    private final PolicyEvaluator evaluator;
    private final Participant us;
    private final Set<String> purposes;
    private final World world;
    private final Freshness freshness;
    private final Objections objections;
    private final DecisionBook book;
    private final Optional<EnforcementPoint> point;

    /**
     * A desk over the contracts of a workspace.
     *
     * @param workspace says who we are and what our jobs are for
     * @param folder the contracts
     * @param evaluator decides on their policies
     */
    public ContractDesk(Workspace workspace, ContractFolder folder, PolicyEvaluator evaluator) {
        this(workspace, folder, evaluator, new DecisionBook(), Optional.empty());
    }

    /**
     * The same desk, but what it decides is written down at once and outlives the process. Only for whoever holds the
     * lake's lease: who merely looks writes nothing.
     *
     * @return another desk
     */
    public ContractDesk keeping() {
        Lake lake = new Lake(workspace.lake());
        DecisionBook kept = lake.local().isPresent()
                ? new DecisionBook(lake.folder(lake.restricted()).resolve("decisions.pending"))
                : book;
        return new ContractDesk(workspace, folder, evaluator, kept, point);
    }

    private ContractDesk(
            Workspace workspace,
            ContractFolder folder,
            PolicyEvaluator evaluator,
            DecisionBook book,
            Optional<EnforcementPoint> point) {
        this.book = book;
        this.point = point;
        this.workspace = workspace;
        this.folder = folder;
        this.evaluator = evaluator;
        this.us = Roles.participant(workspace.settings());
        this.purposes = workspace.settings().purposes();
        this.freshness = new Freshness(workspace);
        this.objections = new Objections(freshness);
        this.world = new World(workspace.settings().surroundings(), new UseBook(new Lake(workspace.lake())));
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
        Decision decision = decide(dataset, contract, action, at);
        note(
                dataset.name(),
                contract,
                action,
                at,
                decision.match(permit -> true, denial -> false),
                decision.match(Permit::explanation, Decision.Denial::reasons));
        return decision;
    }

    private Decision decide(Dataset dataset, Optional<Contract> contract, Action action, Instant at) {
        if (contract.isEmpty()) {
            return new Decision.Denial(List.of("There is no readable contract " + dataset.contract()
                    + " in the folder contracts, which dataset " + dataset.name() + " names."));
        }
        Optional<String> objection = objections.against(dataset, contract.get(), at);
        if (objection.isPresent()) {
            return new Decision.Denial(List.of(objection.get()));
        }
        return Admission.review(contract.get(), us, at)
                .match(
                        admitted -> evaluator.decide(
                                admitted.contract(),
                                new PolicyRequest(
                                        action,
                                        dataset.resource(),
                                        admitted.assignee(),
                                        purposes,
                                        at,
                                        circumstances(dataset, admitted.contract(), at))),
                        refused -> new Decision.Denial(refused.reasons()));
    }

    /** What is computed and published belongs to the last pull; anything else that is asked is about the next. */
    private Circumstances circumstances(Dataset dataset, Contract contract, Instant at) {
        return point.filter(each -> each == EnforcementPoint.COMPUTE || each == EnforcementPoint.RELEASE)
                        .isPresent()
                ? world.now(contract, dataset.resource(), at)
                : world.next(contract, dataset.resource(), at);
    }

    /** What is known of the world and of earlier uses. */
    World world() {
        return world;
    }

    /** Whether copies are not too old. */
    Freshness freshness() {
        return freshness;
    }

    /**
     * Notes for each dataset whether its contract binds its provider and us, which every decision asks anew.
     *
     * @param datasets the datasets
     * @param at when
     */
    public void admit(List<Dataset> datasets, Instant at) {
        for (Dataset dataset : datasets) {
            Optional<Contract> contract = folder.find(dataset.contract());
            List<String> reasons = contract.map(each -> objections(each, at))
                    .orElseGet(() -> List.of(
                            "There is no readable contract " + dataset.contract() + " in the folder contracts."));
            at(EnforcementPoint.ADMISSION).note(dataset.name(), contract, Action.USE, at, reasons.isEmpty(), reasons);
        }
    }

    private List<String> objections(Contract contract, Instant at) {
        List<String> reasons = new ArrayList<>(
                Admission.review(contract, us, at).match(admitted -> List.<String>of(), Admission.Refused::reasons));
        freshness.objection(contract, at).ifPresent(reasons::add);
        return reasons;
    }

    /**
     * This desk at a point where it has to answer for what it decides: each decision is noted.
     *
     * @param enforced the point
     * @return another desk
     */
    public ContractDesk at(EnforcementPoint enforced) {
        return new ContractDesk(workspace, folder, evaluator, book, Optional.of(enforced));
    }

    /**
     * Notes what was decided at the point where this desk is; nothing where it is at none.
     *
     * @param dataset name of the dataset; empty for a release as a whole
     * @param contract the contract that was asked, if there was one
     * @param action what was asked for
     * @param at when
     * @param permitted the answer
     * @param reasons why, without any value of the data
     */
    public void note(
            String dataset,
            Optional<Contract> contract,
            Action action,
            Instant at,
            boolean permitted,
            List<String> reasons) {
        point.ifPresent(enforced -> book.note(new Decided(
                at,
                enforced.code(),
                dataset,
                contract.map(Contract::id)
                        .or(() -> workspace.dataset(dataset).map(Dataset::contract))
                        .orElse(""),
                contract.map(Contract::sha256).orElse(""),
                action.name().toLowerCase(Locale.ROOT),
                new TreeSet<>(purposes),
                permitted,
                reasons)));
    }

    /**
     * Where this desk and all that come of it note what they decide.
     *
     * @return the book, to be emptied into the log
     */
    public DecisionBook book() {
        return book;
    }

    /**
     * Decides on the renewals of a lease on a dataset.
     *
     * @param dataset the dataset
     * @return to be closed when the pull has ended
     */
    public Renewals renewals(Dataset dataset) {
        return new Renewals(this, dataset, workspace.folder().resolve("contracts"));
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
                .flatMap(contract -> Objections.legalBasis(dataset, contract))
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
                workspace, ContractFolder.read(workspace.folder().resolve("contracts")), evaluator, book, point);
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
