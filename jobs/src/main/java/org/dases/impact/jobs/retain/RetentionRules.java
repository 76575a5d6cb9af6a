// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.ContractFolder;
import org.dases.impact.connectors.contract.ContractStatus;
import org.dases.impact.connectors.contract.Offering;
import org.dases.impact.connectors.contract.Party;
import org.dases.impact.connectors.contract.Terms;
import org.dases.impact.connectors.odrl.Reference;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * How long rows may be kept that landed under a contract, by what the contract says now.
 *
 * <p>A contract that was revoked keeps nothing. One that has ended keeps what it states a retention for, else nothing.
 * A retention counts for each row from the moment it was pulled; where the dataset's file states one too, the shorter
 * counts. A duty to delete without a date falls due when the contract ends.
 *
 * <p>To destroy takes more certainty than to refuse: a contract that cannot be read, or that two files claim, purges
 * nothing, and neither does one that is not there, since its file may be renamed or not copied yet. Rows of a contract
 * that is gone for good are purged where a person names it.
 */
final class RetentionRules {
    private final Workspace workspace;
    private final ContractFolder folder;
    private final Set<String> gone;

    /**
     * Rules of a workspace.
     *
     * @param gone identifiers of contracts that a person says are gone for good
     */
    RetentionRules(Workspace workspace, ContractFolder folder, Set<String> gone) {
        this.workspace = workspace;
        this.folder = folder;
        this.gone = Set.copyOf(gone);
    }

    /**
     * Judges rows.
     *
     * @param dataset whose rows, configured or not any more
     * @param contract identifier of the contract under which they landed
     * @param at the moment
     */
    Verdict of(String dataset, String contract, Instant at) {
        Optional<Contract> found = folder.find(contract);
        if (found.isEmpty()) {
            return missing(dataset, contract);
        }
        Contract now = found.get();
        Optional<Dataset> configured =
                workspace.dataset(dataset).filter(each -> each.contract().equals(contract));
        Optional<Verdict> revoked = revoked(now, configured);
        return revoked.orElseGet(() -> inTime(now, configured, workspace.dataset(dataset), at));
    }

    private Verdict missing(String dataset, String contract) {
        if (!folder.problems().isEmpty()) {
            return new Verdict.Unclear("Rows of dataset " + dataset + " landed under the contract " + contract
                    + ", which no readable file of the folder contracts holds; but not all files there can be read."
                    + " Mend them: 'impact check' names them. Until then the rows are neither used nor purged.");
        }
        if (!gone.contains(contract)) {
            return new Verdict.Unclear("Rows of dataset " + dataset + " landed under the contract " + contract
                    + ", which is not in the folder contracts any more. Put the contract back; to have its rows purged"
                    + " although it is gone, name it: 'impact retain --gone " + contract
                    + "'. Until then the rows are neither used nor purged.");
        }
        return new Verdict.Due(
                Cause.NO_CONTRACT,
                Optional.empty(),
                "The contract " + contract + " is not in the folder contracts any more, and was named as gone.");
    }

    private Optional<Verdict> revoked(Contract contract, Optional<Dataset> dataset) {
        if (contract.status() == ContractStatus.REVOKED) {
            return due(Cause.REVOKED, "The contract has been revoked.");
        }
        Optional<String> ours = workspace.settings().participants().stream()
                .filter(contract::isRevoked)
                .sorted()
                .findFirst();
        if (ours.isPresent()) {
            return due(Cause.REVOKED, "We, " + ours.get() + ", have been revoked as a member of the contract.");
        }
        Set<Party> providers = contract.offerings().stream()
                .filter(offering ->
                        dataset.map(each -> offering.covers(each.resource())).orElse(true))
                .map(Offering::provider)
                .collect(Collectors.toSet());
        List<String> gone = providers.stream()
                .map(Party::id)
                .filter(contract::isRevoked)
                .sorted()
                .toList();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        String who = String.join(", ", gone);
        return gone.size() == providers.size()
                ? due(Cause.REVOKED, "The provider " + who + " has been revoked as a member of the contract.")
                : Optional.of(new Verdict.Unclear("Of the providers of the contract " + contract.id() + " some ("
                        + who + ") have been revoked, and no file of the folder datasets says whose the rows are."
                        + " Restore that file. Until then the rows are neither used nor purged."));
    }

    private static Optional<Verdict> due(Cause cause, String reason) {
        return Optional.of(new Verdict.Due(cause, Optional.empty(), reason));
    }

    private Verdict inTime(Contract contract, Optional<Dataset> under, Optional<Dataset> dataset, Instant at) {
        List<Terms> terms = terms(contract, under);
        Optional<Instant> deleteBy =
                terms.stream().flatMap(each -> each.deleteBy().stream()).min(Comparator.naturalOrder());
        if (terms.stream().anyMatch(each -> each.isToBeDeleted(at))) {
            return new Verdict.Due(
                    Cause.DELETE_BY,
                    Optional.empty(),
                    "The contract demands that all data are deleted by "
                            + deleteBy.map(Instant::toString).orElse("") + ".");
        }
        List<Period> stated =
                terms.stream().flatMap(each -> each.retention().stream()).toList();
        if (stated.isEmpty() && contract.validity().endedBefore(at)) {
            return new Verdict.Due(
                    Cause.ENDED,
                    Optional.empty(),
                    "The contract ended on " + contract.validity().until().orElseThrow()
                            + " and states no longer time to keep data.");
        }
        return Stream.concat(stated.stream(), dataset.flatMap(Dataset::retention).stream())
                .min(Comparator.comparing(period -> LocalDate.EPOCH.plus(period)))
                .<Verdict>map(period -> new Verdict.Due(
                        Cause.RETENTION,
                        Optional.of(at.atZone(workspace.settings().timeZone())
                                .minus(period)
                                .toInstant()),
                        "Data may be kept for " + period + " after they were pulled."))
                .orElseGet(Verdict.Keep::new);
    }

    /** Of a dataset that is not configured nobody knows which resource it is: the strictest of all counts. */
    private static List<Terms> terms(Contract contract, Optional<Dataset> dataset) {
        if (dataset.isPresent()) {
            return List.of(contract.terms(dataset.get().resource()));
        }
        Stream<String> targets = contract.policySet().rules().stream()
                .flatMap(rule -> rule.targets().stream())
                .map(Reference::iri);
        return Stream.concat(Stream.of(contract.id()), targets)
                .distinct()
                .map(contract::terms)
                .toList();
    }
}
