// SPDX-License-Identifier: Apache-2.0
/**
 * The attacker: what a reader can work out from what is printed, and what more is withheld so that nobody can. Shares
 * no code with the elimination, so that a fault in one is found by the other.
 */
@NullMarked
package org.dases.impact.indicators.disclosure.audit;

import org.jspecify.annotations.NullMarked;
