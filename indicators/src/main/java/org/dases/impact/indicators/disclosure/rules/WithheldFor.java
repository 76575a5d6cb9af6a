// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.rules;

/** Why a figure is not told as it is. Restricted: who knows it knows something of what was withheld. */
public enum WithheldFor {
    /** Some indicator of the cell counts fewer contributors than k. */
    BELOW_THRESHOLD,
    /** A rule on schools, providers, the largest of them, denominators, or zeros that nobody may know. */
    OTHER_RULE,
    /** It was told earlier and has moved since by fewer persons than k. */
    MOVED,
    /** It was withheld earlier and has not moved since. */
    UNMOVED,
    /** Another cell could be computed from it. */
    COMPLEMENT,
    /** With it, a withheld cell could be bounded below k. */
    BOUND,
    /** The smaller side of a rate has too few persons, or that of another cell would follow. */
    SIDE,
    /** It differs from another number of persons that is told by a small group. */
    CLOSE
}
