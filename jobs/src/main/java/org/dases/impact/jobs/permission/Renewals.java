// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Counted;
import org.dases.impact.connectors.policy.Decision;
import org.dases.impact.connectors.policy.Permit;
import org.dases.impact.connectors.policy.PolicyEvaluator;
import org.dases.impact.connectors.policy.PolicyRequest;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.workspace.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the renewals of one pull's lease, and notes them: a refusal at once, all others as one when it is closed,
 * since there are as many as batches. With the first, before anything is read, the pull becomes a use that counts.
 */
public final class Renewals implements PolicyEvaluator, AutoCloseable {
    private final ContractDesk desk;
    private final Dataset dataset;
    private final ContractWatch watch;
    private long granted;
    private OptionalInt use = OptionalInt.empty();
    private @Nullable Instant first;
    private @Nullable PolicyRequest last;
    private @Nullable Contract under;

    Renewals(ContractDesk desk, Dataset dataset, Path contracts) {
        this.desk = desk;
        this.dataset = dataset;
        this.watch = new ContractWatch(contracts);
    }

    @Override
    public synchronized Decision decide(Contract contract, PolicyRequest request) {
        Decision decision = ask(contract, request);
        List<String> reasons = decision.match(permit -> List.of(), Decision.Denial::reasons);
        if (reasons.isEmpty()) {
            if (granted == 0) {
                granted(contract, request, "The lease was renewed; it is asked for again before each batch.");
            }
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

    private Decision ask(Contract contract, PolicyRequest request) {
        Optional<String> lost =
                watch.objection(contract).or(() -> desk.freshness().objection(contract, request.at()));
        if (lost.isPresent()) {
            return new Decision.Denial(List.of(lost.get()));
        }
        return use.isPresent() ? decide(contract, request, use.getAsInt()) : begin(contract, request);
    }

    /** Reserves the use while nobody else can, so that two never have the last one. */
    private Decision begin(Contract contract, PolicyRequest request) {
        AtomicReference<Decision> decided = new AtomicReference<>();
        use = desk.world().uses().reserve(contract, request.resource(), dataset.name(), request.at(), number -> {
            Decision decision = decide(contract, request, number);
            decided.set(decision);
            return decision instanceof Permit;
        });
        List<String> limits = Counted.limits(contract, request.resource());
        if (use.isPresent() && !limits.isEmpty()) {
            desk.at(EnforcementPoint.PULL)
                    .note(
                            dataset.name(),
                            Optional.of(contract),
                            request.action(),
                            request.at(),
                            true,
                            List.of("This is use " + use.getAsInt() + " of what the contract counts ("
                                    + String.join(", ", limits) + "); it counts even if the pull is killed."));
        }
        return decided.get();
    }

    private Decision decide(Contract contract, PolicyRequest request, int number) {
        return desk.evaluator()
                .decide(contract, request.in(desk.world().of(contract, request.at(), OptionalInt.of(number))));
    }

    @Override
    public synchronized void close() {
        if (last != null && under != null) {
            granted(under, last, "The lease was renewed " + granted + " times since " + first + ".");
        }
    }

    private void granted(Contract contract, PolicyRequest request, String reason) {
        desk.at(EnforcementPoint.IN_FLIGHT)
                .note(dataset.name(), Optional.of(contract), request.action(), request.at(), true, List.of(reason));
    }
}
