// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dases.impact.connectors.contract.Admission;
import org.dases.impact.connectors.contract.Contract;
import org.dases.impact.connectors.contract.Participant;
import org.dases.impact.connectors.contract.Role;
import org.dases.impact.jobs.refresh.Freshness;
import org.dases.impact.jobs.workspace.Dataset;
import org.dases.impact.jobs.workspace.Problem;
import org.dases.impact.jobs.workspace.Settings;
import org.dases.impact.jobs.workspace.Workspace;

/**
 * How a contract stands for us now.
 *
 * @param file where it lies in the workspace
 * @param id its identifier
 * @param kind its shape
 * @param status as it says itself
 * @param datasets the datasets that rest on it
 * @param reasons why it is refused; empty when it binds its provider and us
 */
record ContractStanding(
        String file, String id, String kind, String status, Set<String> datasets, List<String> reasons) {
    ContractStanding {
        datasets = new TreeSet<>(datasets);
        reasons = List.copyOf(reasons);
    }

    static List<ContractStanding> of(Workspace workspace, Instant at) {
        Participant us = us(workspace.settings());
        Freshness freshness = new Freshness(workspace);
        List<ContractStanding> standings = new ArrayList<>();
        workspace.contracts().contracts().forEach((file, contract) -> {
            List<String> reasons = new ArrayList<>(
                    Admission.review(contract, us, at).match(admitted -> List.of(), refused -> refused.reasons()));
            freshness.objection(contract, at).ifPresent(reasons::add);
            standings.add(new ContractStanding(
                    file,
                    contract.id(),
                    contract.kind().toString(),
                    contract.status().toString(),
                    datasets(workspace, contract),
                    reasons));
        });
        return standings;
    }

    static Participant us(Settings settings) {
        return new Participant(
                settings.participants().stream().sorted().toList(),
                Role.of(settings.role().word()).orElseThrow());
    }

    static Problem problem(org.dases.impact.connectors.document.Problem problem) {
        String reason = problem.reason();
        return new Problem(
                problem.file(),
                problem.place().line(),
                problem.place().column(),
                reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason,
                problem.fix());
    }

    private static Set<String> datasets(Workspace workspace, Contract contract) {
        Set<String> names = new TreeSet<>();
        for (Dataset dataset : workspace.datasets()) {
            if (dataset.contract().equals(contract.id())) {
                names.add(dataset.name());
            }
        }
        return names;
    }
}
