// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dases.impact.indicators.disclosure.cells.CellTable;
import org.dases.impact.indicators.disclosure.earlier.EarlierRelease;
import org.dases.impact.indicators.disclosure.earlier.Guard;
import org.dases.impact.indicators.disclosure.earlier.Held;
import org.dases.impact.indicators.disclosure.earlier.TermsOfBefore;
import org.dases.impact.indicators.disclosure.rules.PrimaryRules;
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

    /**
     * What holds for each indicator, and did.
     *
     * @return by name of the table: its indicators
     */
    public Map<String, List<Held>> held() {
        PrimaryRules primary = new PrimaryRules(rules);
        TermsOfBefore before = new TermsOfBefore(new Guard(earlier, primary), primary);
        return tables.stream().collect(Collectors.toMap(CellTable::id, before::overAll));
    }
}
