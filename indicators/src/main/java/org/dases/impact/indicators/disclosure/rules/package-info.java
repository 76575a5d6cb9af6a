// SPDX-License-Identifier: Apache-2.0
/**
 * The primary rules: whether a cell is unsafe by itself, by the thresholds of a platform. Knows the cells, not the gate
 * above. Pure Java.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.rules;

import org.jspecify.annotations.NullMarked;
