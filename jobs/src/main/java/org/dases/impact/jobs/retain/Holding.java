// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.retain;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rows of a dataset that landed under one contract.
 *
 * @param dataset name of the dataset, which may not be configured any more
 * @param contract identifier of the contract
 * @param versions hashes of the contract as it was when they landed
 */
record Holding(String dataset, String contract, SortedSet<String> versions) {
    Holding {
        versions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    }
}
