// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.canonical;

/**
 * A mistake in a mapping.
 *
 * @param table canonical table, or empty where the mistake lies outside the tables
 * @param column canonical column, {@code from} for the condition, or empty where it is about the whole table
 * @param reason what is wrong and why
 * @param fix what to write instead
 */
public record MappingProblem(String table, String column, String reason, String fix) {
    /**
     * The whole message.
     *
     * @return place, reason and fix
     */
    public String message() {
        String place = column.isEmpty() || table.isEmpty() ? table + column : table + "." + column;
        return (place.isEmpty() ? "" : place + ": ") + reason + (fix.isEmpty() ? "" : "; " + fix);
    }
}
