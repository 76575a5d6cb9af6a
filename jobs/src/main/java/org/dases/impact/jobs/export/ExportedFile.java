// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.export;

import java.nio.file.Path;

/**
 * One exported file.
 *
 * @param table name of the table
 * @param format its form
 * @param file where it is
 * @param rows its rows, published and withheld, without the header
 * @param written whether it was written now; false when it was there with this very content
 */
public record ExportedFile(String table, ExportFormat format, Path file, long rows, boolean written) {}
