// SPDX-License-Identifier: Apache-2.0
/**
 * What cohorts are made of: the tables that can be measured, the settings that decide a number, the intervals around
 * it. Pure Java; the cube itself lies in the package beside it.
 */
@NullMarked
package org.dases.impact.indicators.cohort;

import org.jspecify.annotations.NullMarked;
