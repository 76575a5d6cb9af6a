// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.rules.Rules;

/**
 * What is asked to be released together. Tables that share margins must be in one submission: only then are they
 * protected together.
 *
 * @param tables the tables
 * @param rules the thresholds
 * @param earlier releases that readers have already, the oldest first
 */
public record Submission(List<CellTable> tables, Rules rules, List<EarlierRelease> earlier) {
    public Submission {
        tables = List.copyOf(tables);
        earlier = List.copyOf(earlier);
    }

    /**
     * What is released for the first time.
     *
     * @param tables the tables
     * @param rules the thresholds
     */
    public Submission(List<CellTable> tables, Rules rules) {
        this(tables, rules, List.of());
    }
}
