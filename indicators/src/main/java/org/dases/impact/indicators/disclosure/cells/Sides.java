// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/**
 * The two sides of a rate or a quantile, in distinct contributors. A learner with rows on both sides counts on both.
 *
 * @param numerator learners with a row for which the condition holds, or below the quantile
 * @param complement learners with a row for which it does not, or above it
 */
public record Sides(long numerator, long complement) {}
