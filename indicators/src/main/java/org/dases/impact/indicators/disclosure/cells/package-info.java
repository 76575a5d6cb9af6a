// SPDX-License-Identifier: Apache-2.0
/**
 * What is to be decided on: tables on their way to the gate, with their axes, series and cohorts, and who is behind
 * each cell. Knows neither the rules nor the gate. Pure Java.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.cells;

import org.jspecify.annotations.NullMarked;
