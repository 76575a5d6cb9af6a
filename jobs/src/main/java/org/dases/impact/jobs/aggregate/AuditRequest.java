// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.aggregate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dases.impact.indicators.disclosure.rules.Zeros;

/**
 * What is asked of the attacker on a printed table.
 *
 * @param cells CSV file of the printed cells
 * @param hierarchies JSON file of the hierarchies
 * @param previous CSV files of earlier releases of the table as they were printed, the oldest first; none where it is
 *     the first one
 * @param witnesses restricted file of witnesses, which decide where the table is too large for the attack, or none
 * @param k least number of persons in a cell
 * @param zeros whether zeros may be printed
 * @param isStrict whether the attacker takes it that withheld cells are not empty, since zeros are printed: only where
 *     these may be
 */
public record AuditRequest(
        Path cells,
        Path hierarchies,
        List<Path> previous,
        Optional<Path> witnesses,
        int k,
        Zeros zeros,
        boolean isStrict) {
    public AuditRequest {
        previous = List.copyOf(previous);
    }

    /** The least count that is a secret. */
    int least() {
        return zeros == Zeros.PUBLISH ? 1 : 0;
    }
}
