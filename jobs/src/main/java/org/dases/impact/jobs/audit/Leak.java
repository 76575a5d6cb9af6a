// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.audit;

/**
 * Something that a published table tells although it must not. It tells where, and no number.
 *
 * @param kind how it is told
 * @param place table, indicator and cell
 */
public record Leak(Kind kind, String place) {
    /** How something is told. */
    public enum Kind {
        /** A row is about fewer persons than k. */
        SMALL,
        /** A withheld number follows by adding and subtracting. */
        COMPUTED,
        /** A withheld count must be below k, since none is negative. */
        BOUNDED,
        /** How many are above the line of a rate follows, though only a band was printed. */
        SIDE,
        /** All but a few persons of a whole are in one of its parts, or of one indicator's are another one's. */
        REST,
        /** A few persons are in several parts of a whole. */
        SHARED,
        /** A withheld count must be below k, or those above the line of a rate follow, by several tables together. */
        LINKED,
        /** Counts contradict each other, so that it was not the gate that printed them as they are. */
        CONTRADICTING,
        /** Nothing was found, but the table is too large to say whether a count can be bounded. */
        UNDECIDED
    }
}
