// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.decisions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was decided once.
 *
 * @param at when, to the microsecond, as a table can say it
 * @param point where, as {@code E1} to {@code E7}
 * @param dataset name of the dataset; empty for what is about a release as a whole
 * @param contract identifier of the contract; empty where there is none
 * @param sha256 hash of the contract as it was asked; empty where there is none
 * @param action what was asked for, in ODRL's word
 * @param purposes what it was asked for
 * @param permitted what the answer was
 * @param reasons why, sentences without any value of the data
 */
public record Decided(
        Instant at,
        String point,
        String dataset,
        String contract,
        String sha256,
        String action,
        SortedSet<String> purposes,
        boolean permitted,
        List<String> reasons) {
    public Decided {
        at = at.truncatedTo(ChronoUnit.MICROS);
        purposes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
        reasons = List.copyOf(reasons);
    }
}
