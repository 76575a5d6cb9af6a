// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

/**
 * A column that the screening lets pass.
 *
 * @param column column name or JSON path
 * @param because why it identifies nobody
 */
public record AllowedColumn(String column, String because) {}
