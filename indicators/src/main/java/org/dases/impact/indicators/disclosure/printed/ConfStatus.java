// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.indicators.disclosure.printed;

/** Whether a published row holds numbers (SDMX CONF_STATUS). */
public enum ConfStatus {
    /** Free for publication. */
    F,
    /** Confidential: the row has no number in any column. Why, cannot be told from outside. */
    C
}
