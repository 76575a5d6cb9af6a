// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

import org.dases.impact.indicators.disclosure.cells.Series;
import org.dases.impact.indicators.disclosure.cells.Tally;

/**
 * What a primary rule looks at: one cohort of one series.
 *
 * @param series the indicator
 * @param tally its numbers
 * @param oneSchool whether the cohort is about one single school
 */
record Cell(Series series, Tally tally, boolean oneSchool) {}
