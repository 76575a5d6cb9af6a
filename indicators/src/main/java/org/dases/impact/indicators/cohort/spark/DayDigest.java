// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort.spark;

/**
 * What the rows of a day come to: the same for the same rows in whatever order, another one for others, but for one
 * chance in 2⁶⁴.
 *
 * @param rows how many there are
 * @param low sum of the lower halves of their hashes
 * @param high sum of the upper halves
 */
public record DayDigest(long rows, long low, long high) {}
