// SPDX-License-Identifier: Apache-2.0
/** Tests of the attacker on small systems solved by hand. */
@NullMarked
package org.dases.impact.indicators.disclosure.audit;

import org.jspecify.annotations.NullMarked;
