// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/**
 * Stands for the set of contributors of a cell: two sums of keyed hashes. Equal ones mean the same set; it tells nobody
 * who is in it.
 *
 * @param one sum of the hashes under one key
 * @param two sum of the hashes under another key
 */
public record SetFingerprint(long one, long two) {}
