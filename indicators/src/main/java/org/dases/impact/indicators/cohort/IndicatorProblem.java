// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.cohort;

/**
 * Why an indicator cannot be computed, or not in this table.
 *
 * @param indicator id of the indicator; empty when the problem is one of the table's dimensions
 * @param part key that holds the mistake: "where", "measure", "over", "contributor"; of a table its list of indicators
 *     or of dimensions, by the key's name
 * @param message what is wrong and why; without a full stop at its end
 * @param fix what to write instead; a sentence, or empty
 */
public record IndicatorProblem(String indicator, String part, String message, String fix) {}
