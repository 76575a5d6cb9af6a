// SPDX-License-Identifier: Apache-2.0
/** Tests of the primary rules, one cell at a time. */
@NullMarked
package org.dases.impact.indicators.disclosure.rules;

import org.jspecify.annotations.NullMarked;
