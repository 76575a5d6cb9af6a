// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

/**
 * Where the learners are listed who took their consent back.
 *
 * @param path CSV file with a header, from the folder of the workspace
 * @param column column of the identifiers, as the mapping gives them to {@code pseudonym(…)}
 * @param delimiter what separates the columns
 */
public record WithdrawalList(String path, String column, String delimiter) {}
