// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the landed records of a dataset; for operators, in the restricted zone: the numbers may be small.
 *
 * @param records landed records, readable or not
 * @param rows canonical rows by table
 * @param quarantinedRecords records that gave at least one quarantine row
 * @param quarantined quarantine rows by reason
 * @param duplicates rows left out since an earlier pulled one has the same key; registers do not count
 * @param unknownVerbs rows whose verb is in no known vocabulary or has no action
 * @param unknownCodes rows with a territory that no code list knows, or that lies elsewhere than the row says
 * @param voided statements left out since they void another one or are voided
 * @param late rows of things that happened more than the configured days before they were pulled
 */
public record ConformCounts(
        long records,
        SortedMap<String, Long> rows,
        long quarantinedRecords,
        SortedMap<String, Long> quarantined,
        long duplicates,
        long unknownVerbs,
        long unknownCodes,
        long voided,
        long late) {
    public ConformCounts {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
    }
}
