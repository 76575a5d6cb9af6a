// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.landing;

import java.nio.file.Path;
import java.util.Map;
import org.dases.impact.connectors.file.FileConnector;
import org.dases.impact.connectors.file.Workspace;
import org.dases.impact.connectors.screening.ScreeningRules;
import org.dases.impact.connectors.source.SignedContract;

/** A pull in a process of its own, which says each commit on standard output and waits to be killed. */
final class KilledPull {
    static final String COMMITTED = "committed ";
    static final int BATCH = 50;
    static final Map<String, Object> OPTIONS = Workspace.options("*.jsonl", "jsonl");

    private KilledPull() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Lake lake = new Lake(folder.resolve("lake"));
        lake.landing((dataset, slice, records, rejected) -> System.out.println(COMMITTED + records))
                .land(new DatasetPull(
                        new Workspace(folder).request(OPTIONS, BATCH),
                        new FileConnector(),
                        SignedContract.lease(Lake.CLOCK),
                        ScreeningRules.strict()));
    }
}
