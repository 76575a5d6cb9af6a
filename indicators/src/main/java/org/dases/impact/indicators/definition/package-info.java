// SPDX-License-Identifier: Apache-2.0
/**
 * What an indicator is: its names, its formula, the cohorts it is broken down by. Pure Java, no Spark: describing is
 * kept apart from computing, so that a definition can be checked and printed without data.
 */
@NullMarked
package org.dases.impact.indicators.definition;

import org.jspecify.annotations.NullMarked;
