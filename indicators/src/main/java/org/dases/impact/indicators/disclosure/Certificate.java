// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure;

/**
 * What the gate attests of a release. Restricted hashes and figures that tell nothing about a single cell.
 *
 * @param rules the thresholds that were applied
 * @param cells cells of all tables: rows published and withheld
 * @param published rows with exact numbers
 * @param banded rates printed as a band
 * @param withheld rows without any number
 * @param inputSha256 hash of the tables submitted, in hexadecimal
 */
public record Certificate(Rules rules, long cells, long published, long banded, long withheld, String inputSha256) {}
