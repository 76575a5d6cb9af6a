// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contractservice.ServiceKind;
import org.dases.impact.jobs.refresh.ContractCopies.Answered;
import org.dases.impact.jobs.workspace.ContractServices;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * Whether the copy of a contract may still be rested on: its service confirmed it, not longer ago than the workspace
 * says. Where no service is configured that has the contract, nothing is asked.
 */
public final class Freshness {
    /** Another may refresh between the moment that is asked about and the look at its answer. */
    private static final Duration MEANWHILE = Duration.ofSeconds(10);

    private final Optional<ContractServices> services;
    private final ContractCopies copies;

    /**
     * For the contracts of a workspace.
     *
     * @param workspace says which services there are
     */
    public Freshness(Workspace workspace) {
        this.services = workspace.settings().contractServices();
        this.copies = new ContractCopies(workspace.folder());
    }

    /**
     * What stands against using a copy.
     *
     * @param contract the copy
     * @param at the moment
     * @return a sentence that a lawyer can read; empty when nothing does
     */
    public Optional<String> objection(Contract contract, Instant at) {
        return services.filter(each -> each.places().containsKey(ServiceKind.of(contract.kind())))
                .flatMap(each -> objection(contract, at, each.maximumAge()));
    }

    private Optional<String> objection(Contract contract, Instant at, Duration maximum) {
        Optional<Answered> last = copies.last(contract.id());
        String refresh = " Run 'impact contracts refresh'.";
        if (last.isEmpty()) {
            return Optional.of("The contract service has not confirmed the copy of this contract yet." + refresh);
        }
        Instant answered = last.get().at();
        if (last.get().sha256().isEmpty()) {
            return Optional.of("The contract service said on " + answered + " that there is no such contract.");
        }
        if (!last.get().sha256().get().equals(contract.sha256())) {
            return Optional.of("The copy of this contract is not the one that the contract service confirmed on "
                    + answered + "." + refresh);
        }
        if (answered.isAfter(at.plus(MEANWHILE))) {
            return Optional.of("The copy of this contract was confirmed on " + answered + ", which is after " + at
                    + ": the clock was set back, so that its age is not known.");
        }
        return answered.plus(maximum).isBefore(at)
                ? Optional.of("The copy of this contract is too old: it was confirmed on " + answered
                        + ", and is good for " + maximum.toHours() + " hours." + refresh)
                : Optional.empty();
    }
}
