// SPDX-License-Identifier: Apache-2.0
/** Tests of the elimination on small systems solved by hand. */
@NullMarked
package org.dases.impact.indicators.disclosure.elimination;

import org.jspecify.annotations.NullMarked;
