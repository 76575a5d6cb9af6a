// SPDX-License-Identifier: Apache-2.0
/**
 * Exact cohort cubes over facts in memory, in primitive arrays: distinct learners and schools, and sums, of every
 * combination of the axes' nodes that has a fact. Plain Java: whoever has codes instead of rows can count with it.
 */
@NullMarked
package org.dases.impact.indicators.cohort.kernel;

import org.jspecify.annotations.NullMarked;
