// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.time.Instant;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Terms;
import org.dases.impact.jobs.refresh.Freshness;
import org.dases.impact.jobs.workspace.Dataset;

/** What stands against using a dataset under its contract before the contract's policies are asked. */
final class Objections {
    private final Freshness freshness;

    Objections(Freshness freshness) {
        this.freshness = freshness;
    }

    /** The first that there is, a sentence that a lawyer can read; empty when there is none. */
    Optional<String> against(Dataset dataset, Contract contract, Instant at) {
        Terms terms = contract.terms(dataset.resource());
        return freshness
                .objection(contract, at)
                .or(() -> foreignDomain(dataset, terms))
                .or(() -> consent(dataset, contract))
                .or(() -> deleted(dataset, terms, at));
    }

    private static Optional<String> foreignDomain(Dataset dataset, Terms terms) {
        return terms.pseudonymDomain()
                .filter(domain -> !domain.equals(dataset.pseudonymDomain()))
                .map(domain -> "The contract " + dataset.contract() + " names another pseudonym domain than dataset "
                        + dataset.name() + " ('" + dataset.pseudonymDomain() + "').");
    }

    private static Optional<String> consent(Dataset dataset, Contract contract) {
        boolean unknown = dataset.withdrawals().isEmpty()
                && legalBasis(dataset, contract).filter("consent"::equals).isPresent();
        return unknown
                ? Optional.of("Dataset " + dataset.name() + " rests on consent, and nobody knows who took"
                        + " it back: say in datasets/" + dataset.name() + ".yaml where they are listed"
                        + " (withdrawals: {path: …, column: …}).")
                : Optional.empty();
    }

    private static Optional<String> deleted(Dataset dataset, Terms terms, Instant at) {
        return terms.deleteBy()
                .filter(by -> terms.isToBeDeleted(at))
                .map(by -> "The contract " + dataset.contract() + " demands that all data are deleted by " + by
                        + "; nothing is pulled or used any more.");
    }

    static Optional<String> legalBasis(Dataset dataset, Contract contract) {
        return contract.terms(dataset.resource()).legalBasis().or(dataset::legalBasis);
    }
}
