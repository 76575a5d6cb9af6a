// SPDX-License-Identifier: Apache-2.0
/**
 * The gate: decides for every cell whether it may be published so that nobody can be traced back, and is the only maker
 * of a {@code ClearedRelease}. Pure Java. Anything that goes wrong in here means that nothing is published.
 */
@NullMarked
package org.dases.impact.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
