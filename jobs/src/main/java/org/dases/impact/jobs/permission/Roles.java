// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.permission;

import java.util.List;
import org.dases.impact.connectors.contract.Participant;
import org.dases.impact.connectors.contract.Role;
import org.dases.impact.jobs.workspace.Settings;

/** Who we are, from the workspace's words into those of contracts. */
final class Roles {
    private Roles() {}

    static Participant participant(Settings settings) {
        List<String> ids = settings.participants().stream().sorted().toList();
        return new Participant(
                ids,
                switch (settings.role()) {
                    case DATA_PROVIDER -> Role.DATA_PROVIDER;
                    case DATA_USER -> Role.DATA_USER;
                    case DATA_INTERMEDIARY -> Role.DATA_INTERMEDIARY;
                });
    }
}
