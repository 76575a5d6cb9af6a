// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.release;

/**
 * A table that is not published although it was computed.
 *
 * @param table name of the table
 * @param byContract whether a contract is the reason; else a dataset is held back
 * @param message problem, place, reason, fix
 */
public record LeftOut(String table, boolean byContract, String message) {}
