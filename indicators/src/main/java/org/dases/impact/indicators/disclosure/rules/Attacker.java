// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** The strongest attacker that is reckoned with. Each knows what the one before knows. */
public enum Attacker {
    /** Adds and subtracts what is printed. */
    ADDS,
    /** Knows that no count is negative, and so between which bounds a withheld count lies. */
    BOUNDS,
    /** Knows moreover that a withheld cell is not empty, since zeros are printed. */
    BOUNDS_ABOVE_ZERO
}
