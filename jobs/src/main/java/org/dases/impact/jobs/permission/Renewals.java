// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.PolicyEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.workspace.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the renewals of one pull's lease, and notes them: a refusal at once, all others as one when it is closed,
 * since there are as many as batches.
 */
public final class Renewals implements PolicyEvaluator, AutoCloseable {
    private final ContractDesk desk;
    private final Dataset dataset;
    private long granted;
    private @Nullable Instant first;
    private @Nullable PolicyRequest last;
    private @Nullable Contract under;

    Renewals(ContractDesk desk, Dataset dataset) {
        this.desk = desk;
        this.dataset = dataset;
    }

    @Override
    public synchronized Decision decide(Contract contract, PolicyRequest request) {
        Decision decision = desk.evaluator().decide(contract, request);
        List<String> reasons = decision.match(permit -> List.of(), Decision.Denial::reasons);
        if (reasons.isEmpty()) {
            granted++;
            first = first == null ? request.at() : first;
            last = request;
            under = contract;
        } else {
            desk.at(EnforcementPoint.IN_FLIGHT)
                    .note(dataset.name(), Optional.of(contract), request.action(), request.at(), false, reasons);
        }
        return decision;
    }

    @Override
    public synchronized void close() {
        if (last != null && under != null) {
            desk.at(EnforcementPoint.IN_FLIGHT)
                    .note(
                            dataset.name(),
                            Optional.of(under),
                            last.action(),
                            last.at(),
                            true,
                            List.of("The lease was renewed " + granted + " times since " + first + "."));
        }
    }
}
