// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.notebooks;

/**
 * A column of a published table.
 *
 * @param name name
 * @param kind what it holds
 * @param comment its description, in French and English; empty where the table has none
 */
public record Column(String name, Kind kind, String comment) {
    /** What a column holds. */
    public enum Kind {
        /** Text or a code. */
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A number with decimals. */
        NUMBER,
        /** A day. */
        DATE,
        /** A moment. */
        INSTANT,
        /** Yes or no. */
        FLAG
    }
}
