// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

import org.dases.impact.jobs.compute.FactKeeping;
import picocli.CommandLine.Option;

/** The option that has nothing taken from the run before. */
final class FullOption {
    @Option(
            names = "--full",
            descriptionKey = "option.full",
            description = "Make all contributor facts and cells anew, not only those of days that have changed.")
    boolean isFull;

    FactKeeping keeping() {
        return FactKeeping.usual(isFull);
    }
}
