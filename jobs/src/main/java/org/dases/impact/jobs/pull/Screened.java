// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.pull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.policy.Action;
import org.dases.impact.connectors.screening.Finding;
import org.dases.impact.jobs.decisions.EnforcementPoint;
import org.dases.impact.jobs.permission.ContractDesk;

/** Notes what the screening of one pull decides, before rows are kept or taken back by it. */
final class Screened {
    private final ContractDesk desk;
    private final String dataset;
    private final Contract contract;
    private final Clock clock;
    private boolean noted;

    Screened(ContractDesk desk, String dataset, Contract contract, Clock clock) {
        this.desk = desk.at(EnforcementPoint.LANDING);
        this.dataset = dataset;
        this.contract = contract;
        this.clock = clock;
    }

    void found(List<Finding> findings) {
        noted = true;
        desk.note(
                dataset,
                Optional.of(contract),
                Action.ARCHIVE,
                clock.instant(),
                findings.isEmpty(),
                findings.isEmpty()
                        ? List.of("The screening found nothing that names a person.")
                        : findings.stream().map(Finding::sentence).toList());
    }

    /** A pull that had nothing to read is screened too. */
    void ended() {
        if (!noted) {
            found(List.of());
        }
    }
}
