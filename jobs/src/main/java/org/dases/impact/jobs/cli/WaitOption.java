// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that says how long to wait for another run. */
final class WaitOption {
    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            descriptionKey = "option.wait",
            description = "Wait so long for another run on the same lake to end; default: refuse at once.")
    int seconds;

    Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
