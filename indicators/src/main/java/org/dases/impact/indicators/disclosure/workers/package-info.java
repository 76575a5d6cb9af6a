// SPDX-License-Identifier: Apache-2.0
/** Who works on the parts of a large table. */
@NullMarked
package org.dases.impact.indicators.disclosure.workers;

import org.jspecify.annotations.NullMarked;
