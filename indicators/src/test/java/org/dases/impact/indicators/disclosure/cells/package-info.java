// SPDX-License-Identifier: Apache-2.0
/** Tests of the tables on their way to the gate. */
@NullMarked
package org.dases.impact.indicators.disclosure.cells;

import org.jspecify.annotations.NullMarked;
