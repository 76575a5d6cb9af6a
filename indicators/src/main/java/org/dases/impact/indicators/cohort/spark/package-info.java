// SPDX-License-Identifier: Apache-2.0
/**
 * Exact cohort cubes on Spark: indicators are compiled to columns, every learner's rows are brought together once, each
 * cell that the learner touches counts them once, and the cells are added up.
 */
@NullMarked
package org.dases.impact.indicators.cohort.spark;

import org.jspecify.annotations.NullMarked;
