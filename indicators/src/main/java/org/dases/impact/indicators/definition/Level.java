// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.definition;

/**
 * One level of a dimension: a column of the published table.
 *
 * @param column name of the published column, for instance {@code academie}
 * @param source canonical column it is read from, as {@code table.column}: {@code school.academie},
 *     {@code learner.sex}, or {@code row.solution_id} for a column of the measured table itself
 */
public record Level(String column, String source) {}
