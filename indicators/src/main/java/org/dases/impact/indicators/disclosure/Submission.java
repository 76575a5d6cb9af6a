// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;

/**
 * What is asked to be released together. Tables that share margins must be in one submission: only then are they
 * protected together.
 *
 * @param tables the tables
 * @param rules the thresholds
 */
public record Submission(List<CellTable> tables, Rules rules) {
    public Submission {
        tables = List.copyOf(tables);
    }
}
