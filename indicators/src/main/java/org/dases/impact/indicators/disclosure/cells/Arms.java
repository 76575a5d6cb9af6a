// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.cells;

/**
 * Who is behind an estimated effect.
 *
 * @param smallerLearners distinct learners in the smaller of the arms
 * @param fewestSchools distinct schools in the arm that has fewest
 * @param freedom degrees of freedom that the estimate leaves
 */
public record Arms(long smallerLearners, long fewestSchools, long freedom) {}
