// SPDX-License-Identifier: Apache-2.0
/** Tests of the gate: hand-computed tables, the cases of statistical offices, brute force. */
@NullMarked
package org.dases.impact.indicators.disclosure;

import org.jspecify.annotations.NullMarked;
