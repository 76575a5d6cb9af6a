// SPDX-License-Identifier: Apache-2.0
/**
 * The canonical tables that every indicator is defined over, and the mapping of landed records onto them. Pure Java;
 * the Spark side lies in the package beside it.
 */
@NullMarked
package org.dases.impact.indicators.canonical;

import org.jspecify.annotations.NullMarked;
