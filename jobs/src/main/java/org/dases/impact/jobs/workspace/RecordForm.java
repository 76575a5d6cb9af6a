// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.workspace;

/** The form of a landed record. */
public enum RecordForm {
    /** Columns as they are. */
    NONE,
    /** An xAPI statement, in column {@code statement}. */
    XAPI,
    /** A JSON document, in column {@code record}. */
    JSON
}
