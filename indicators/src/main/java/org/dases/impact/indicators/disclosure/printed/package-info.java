// SPDX-License-Identifier: Apache-2.0
/**
 * Rows as they may be printed, and a reader who compares them two by two. Knows the cells and the thresholds, not what
 * decided. Pure Java.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.printed;

import org.jspecify.annotations.NullMarked;
